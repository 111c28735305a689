import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** One mail that was delivered here. */
export interface DeliveredMail {
  /** Names its file; sorts by time of delivery. */
  readonly key: string;
  readonly mail: ParsedMail;
}

/** Mails as files of a folder, one .eml each. */
export interface Mailbox {
  /** Stores a mail as it came over SMTP. */
  deliver(raw: Uint8Array, at: Date): void;
  /** Newest first. */
  list(): Promise<DeliveredMail[]>;
  open(key: string): Promise<DeliveredMail | undefined>;
}

const keyShape = /^[\dT-]+-\d+$/;

/** Opens the mailbox of a folder, which is made when it is not there. */
export function openMailbox(folder: string): Mailbox {
  mkdirSync(folder, { recursive: true });
  const keys = (): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -'.eml'.length))
      .toSorted()
      .toReversed();
  const read = async (key: string): Promise<DeliveredMail> => ({
    key,
    mail: await simpleParser(readFileSync(join(folder, `${key}.eml`))),
  });
  return {
    deliver: (raw, at) => {
      const key = `${at.toISOString().slice(0, 19).replaceAll(':', '-')}-${keys().length}`;
      writeFileSync(join(folder, `${key}.new`), raw);
      renameSync(join(folder, `${key}.new`), join(folder, `${key}.eml`));
    },
    list: () => Promise.all(keys().slice(0, 200).map(read)),
    open: async (key) => (keyShape.test(key) && keys().includes(key) ? read(key) : undefined),
  };
}
