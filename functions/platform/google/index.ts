import type { Clock } from '../clock.ts';
import type { Log } from '../log/index.ts';
import { type Random, systemRandom } from '../random.ts';
import { createCaller } from './call.ts';
import { createDrive, type Drive } from './drive.ts';
import { createGmail, type Gmail } from './gmail.ts';
import { createQuota, type QuotaOptions } from './quota.ts';
import { createSheets, type Sheets } from './sheets.ts';
import { createStorage, type Storage } from './storage.ts';
import { createTasks, type Tasks } from './tasks.ts';

export type { Drive } from './drive.ts';
export { GoogleFailure, type GoogleFailureKind } from './failure.ts';
export type { Gmail } from './gmail.ts';
export type { Quota, QuotaOptions } from './quota.ts';
export type { Sheets, SheetsSchema } from './sheets.ts';
export type { Storage, StoredObject } from './storage.ts';
export type { Task, Tasks } from './tasks.ts';

/** Google as this product uses it. Every method rejects with `GoogleFailure`. */
export interface Google {
  readonly sheets: Sheets;
  readonly drive: Drive;
  readonly storage: Storage;
  readonly gmail: Gmail;
  readonly tasks: Tasks;
}

export interface GoogleOptions {
  /** Where Google is, for example `http://127.0.0.1:9010/`; no other host is called then. The real Google without it. */
  root?: string;
  /** A bearer token sent with every call. Without it: the default credentials, or `service:houqin` when a root is set. */
  token?: string;
  /** Carries every call, uploads too. The machine's own `fetch` without it. */
  fetchImplementation?: typeof fetch;
  clock: Clock;
  log: Log;
  /** Spreads the pauses between tries. */
  random?: Random;
  /** How long one try may take before its outcome counts as unclear. */
  timeoutSeconds?: number;
  /** How often a call that is safe to repeat is tried in all. */
  attempts?: number;
  /** The pace of this account's reads and writes on Sheets; below Google's 60 a minute of each unless told otherwise. */
  sheetsReads?: QuotaOptions;
  sheetsWrites?: QuotaOptions;
}

/**
 * One client for each Google service that is used; each is loaded by its first call.
 *
 * @example
 * const google = createGoogle({ root: configuration.googleRoot, token: 'service:intake', clock, log });
 * const { sheets } = await google.sheets.get(spreadsheetId, { fields: 'sheets.properties' });
 */
export function createGoogle(options: GoogleOptions): Google {
  const { clock, log, random = systemRandom, sheetsReads, sheetsWrites } = options;
  const caller = createCaller({ ...options, random });
  return {
    sheets: createSheets(caller, {
      reads: createQuota({ clock, log, name: 'sheets reads', ...sheetsReads }),
      writes: createQuota({ clock, log, name: 'sheets writes', ...sheetsWrites }),
    }),
    drive: createDrive(caller),
    storage: createStorage(caller, random),
    gmail: createGmail(caller),
    tasks: createTasks(caller, random),
  };
}
