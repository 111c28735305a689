import { createHash } from 'node:crypto';

/** What happened, in order: one line of JSON an event. */
export interface History {
  /** `what` names the event; the fields say the rest. */
  add(what: string, fields?: Readonly<Record<string, unknown>>): void;
  lines(): readonly string[];
  /** SHA-256 over all lines, as 64 hex digits. */
  digest(): string;
}

/** @param since the time of the simulation in milliseconds */
export function createHistory(since: () => number): History {
  const lines: string[] = [];
  return {
    add: (what, fields = {}) => {
      lines.push(JSON.stringify({ at: since(), what, ...fields }));
    },
    lines: () => lines,
    digest: () => {
      const hash = createHash('sha256');
      for (const line of lines) hash.update(`${line}\n`);
      return hash.digest('hex');
    },
  };
}
