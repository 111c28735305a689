import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const secretsShape = z.object({ linkKeys: z.string(), hookSecret: z.string() });
const portsShape = z.object({ google: z.number(), mailbox: z.number(), smtp: z.number() });
const runningShape = z.object({ url: z.string(), googleRoot: z.string() });
const spreadsheetsShape = z.record(z.string(), z.string());

/** Secrets of a school that runs on this machine; made at its first start. */
export type LocalSecrets = z.infer<typeof secretsShape>;
/** Ports used last time, so that pages left open in a browser still work after a restart. */
export type LocalPorts = z.infer<typeof portsShape>;
/** Where the product runs, or ran last. */
export type Running = z.infer<typeof runningShape>;

/** The folder in which `npm start` keeps everything between starts. */
export interface StateFolder {
  readonly path: string;
  readonly googleState: string;
  readonly outbox: string;
  secrets(): LocalSecrets;
  ports(): LocalPorts | undefined;
  keepPorts(ports: LocalPorts): void;
  running(): Running | undefined;
  keepRunning(running: Running): void;
  /** Spreadsheet ids by workbook. */
  spreadsheets(): Readonly<Record<string, string>> | undefined;
  keepSpreadsheets(spreadsheets: Readonly<Record<string, string>>): void;
}

export const defaultStateFolder = '.houqin';

/** Opens the folder; with `make` it is made when it is not there. */
export function openStateFolder(folder: string, { make }: { readonly make: boolean }): StateFolder {
  const path = resolve(folder);
  if (make) mkdirSync(path, { recursive: true });
  const read = <T>(name: string, shape: z.ZodType<T>): T | undefined => {
    const text = readIfThere(join(path, name));
    return text === undefined ? undefined : shape.safeParse(JSON.parse(text)).data;
  };
  const write = (name: string, value: unknown): void => {
    const file = join(path, name);
    writeFileSync(`${file}.new`, JSON.stringify(value, undefined, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    path,
    googleState: join(path, 'google.state'),
    outbox: join(path, 'outbox'),
    secrets: () => {
      const known = read('secrets.json', secretsShape);
      if (known) return known;
      const made = {
        linkKeys: `k1:${randomBytes(32).toString('base64')}`,
        hookSecret: randomBytes(32).toString('hex'),
      };
      write('secrets.json', made);
      return made;
    },
    ports: () => read('ports.json', portsShape),
    keepPorts: (ports) => write('ports.json', ports),
    running: () => read('running.json', runningShape),
    keepRunning: (running) => write('running.json', running),
    spreadsheets: () => read('spreadsheets.json', spreadsheetsShape),
    keepSpreadsheets: (spreadsheets) => write('spreadsheets.json', spreadsheets),
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT')
      return undefined;
    throw failure;
  }
}
