import { pino } from 'pino';
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

const severities: Readonly<Record<string, string>> = {
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
};

/**
 * A log for Cloud Logging: `severity` and `message` are its own field names, the rest is ours.
 *
 * @example
 * const log = createLog({ write: (line) => process.stdout.write(line) });
 * log.info('plan.mailed', { month: '2026-12', recipients: 4 });
 * // {"severity":"INFO","message":"plan.mailed","month":"2026-12","recipients":4}
 */
export function createLog({ write, level = 'info', clock }: LogOptions): Log {
  const lines = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: clock ? () => `,"time":"${clock.now().toISOString()}"` : false,
      formatters: { level: (label) => ({ severity: severities[label] ?? 'DEFAULT' }) },
    },
    { write },
  );
  return {
    info: (event, fields = {}) => lines.info(redact(fields), event),
    warn: (event, fields = {}) => lines.warn(redact(fields), event),
    error: (event, fields = {}) => lines.error(redact(fields), event),
  };
}
