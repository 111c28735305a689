import { z } from 'zod';
import { GoogleError } from './errors.ts';

const faultShape = z.strictObject({
  /** Which requests it hits: a method or the beginning of its name, and the caller's e-mail. */
  match: z.strictObject({ method: z.string().optional(), user: z.string().optional() }).default({}),
  /**
   * `reset-before` and `reset-after` drop the connection before or after the commit, `stall` waits
   * before the request is taken up, `late` commits and then waits with the answer.
   */
  kind: z.enum(['429', '500', '503', 'reset-before', 'reset-after', 'stall', 'late']),
  /** Hits so often at most; without it, until the faults are cleared. */
  times: z.int().positive().optional(),
  /** Hits only each n-th request that matches. */
  every: z.int().positive().default(1),
  /** How long `stall` and `late` wait. */
  milliseconds: z.int().nonnegative().default(60_000),
});

/** Shape of `POST /__faults`. */
export const faultList = z.array(faultShape);

export type Fault = z.input<typeof faultShape>;
type KnownFault = z.output<typeof faultShape>;

export interface Faults {
  /** Adds faults to those there are; the first that matches a request hits it. */
  add(faults: readonly Fault[]): void;
  clear(): void;
  list(): readonly (KnownFault & { readonly seen: number; readonly hits: number })[];
  /** What befalls this request, if anything. */
  strike(method: string, user: string): KnownFault | undefined;
}

/** Faults on demand: what networks and Google do now and then. */
export function createFaults(): Faults {
  const known: { fault: KnownFault; seen: number; hits: number }[] = [];
  return {
    add(faults) {
      known.push(...faultList.parse(faults).map((fault) => ({ fault, seen: 0, hits: 0 })));
    },
    clear() {
      known.length = 0;
    },
    list: () => known.map(({ fault, seen, hits }) => ({ ...fault, seen, hits })),
    strike(method, user) {
      for (const one of known) {
        const { match, times, every } = one.fault;
        if (!method.startsWith(match.method ?? '') || user !== (match.user ?? user)) continue;
        if (one.hits >= (times ?? Infinity)) continue;
        one.seen += 1;
        if (one.seen % every !== 0) continue;
        one.hits += 1;
        return one.fault;
      }
      return undefined;
    },
  };
}

/** The error a fault of this kind answers; undefined for those that are not an answer. */
export function faultError(kind: KnownFault['kind']): GoogleError | undefined {
  if (kind === '429') {
    return new GoogleError(
      429,
      'RESOURCE_EXHAUSTED',
      'Resource has been exhausted (e.g. check quota).',
    );
  }
  if (kind === '500') return new GoogleError(500, 'INTERNAL', 'Internal error encountered.');
  if (kind === '503') {
    return new GoogleError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
  }
  return undefined;
}

/** What a client's fetch throws when the other side drops the connection. */
export class ConnectionReset extends TypeError {
  constructor() {
    const cause = Object.assign(new Error('read ECONNRESET'), {
      code: 'ECONNRESET',
      errno: -104,
      syscall: 'read',
    });
    super('fetch failed', { cause });
  }
}
