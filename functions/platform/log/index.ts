import type { Clock } from '../clock.ts';
import { redact } from './redact.ts';

/** What happened, in a few words of its own: `{ workbook: 'service', rows: 3, milliseconds: 120 }`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** One line of JSON an event. Never personal data, never a body, never a secret. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** The least severe events that are written. */
export type LogLevel = 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  /** Takes one line, its line break included. */
  write(line: string): void;
  level?: LogLevel;
  /** Adds `time` to each line; without it the reader's own time of arrival stands. */
  clock?: Clock;
}

const severities = { info: 'INFO', warn: 'WARNING', error: 'ERROR' } as const;
const order: readonly LogLevel[] = ['info', 'warn', 'error', 'silent'];

/**
 * A log for Cloud Logging: `severity`, `message` and `time` are its own field names, the rest is ours.
 *
 * A library for this takes longer to load than the first page takes to draw (`npm run bench -- cold-start`), and
 * `redact` leaves nothing that JSON cannot hold.
 *
 * @example
 * const log = createLog({ write: (line) => process.stdout.write(line) });
 * log.info('plan.mailed', { month: '2026-12', recipients: 4 });
 * // {"severity":"INFO","message":"plan.mailed","month":"2026-12","recipients":4}
 */
export function createLog({ write, level = 'info', clock }: LogOptions): Log {
  const writes = (severity: keyof typeof severities) => {
    if (order.indexOf(severity) < order.indexOf(level)) return () => {};
    return (event: string, fields: LogFields = {}) => {
      const own = {
        severity: severities[severity],
        ...(clock && { time: clock.now().toISOString() }),
        message: event,
      };
      // Named twice: they come first in the line, and no field of that name takes their place.
      write(`${JSON.stringify({ ...own, ...redact(fields), ...own })}\n`);
    };
  };
  return { info: writes('info'), warn: writes('warn'), error: writes('error') };
}
