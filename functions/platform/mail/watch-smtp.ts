import type { SMTPTransportOptions } from 'nodemailer';

type Logger = Exclude<SMTPTransportOptions['logger'], boolean | undefined>;

/** “Start mail input” (RFC 5321 §4.2.3): only now does the message itself travel. */
const goAhead = /^354[ -]/;

/**
 * Notices the moment from which a mail may have been taken. nodemailer tells no error apart by how
 * far the conversation had come, but it logs each line of it; nothing of that log is kept.
 */
export function watchSmtp(): { readonly logger: Logger; mayHaveBeenTaken(): boolean } {
  let dataBegan = false;
  const debug = (_entry: unknown, line?: unknown): void => {
    if (typeof line === 'string' && goAhead.test(line)) dataBegan = true;
  };
  const ignore = (): void => {};
  return {
    logger: {
      trace: ignore,
      debug,
      info: ignore,
      warn: ignore,
      error: ignore,
      fatal: ignore,
    },
    mayHaveBeenTaken: () => dataBegan,
  };
}
