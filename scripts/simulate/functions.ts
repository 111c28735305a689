import { createCheck } from '#functions/check/create-check.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLater } from '#functions/intake/later.ts';
import { createGoogle } from '#platform/google/index.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLinks, type Links } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createTellCheck } from '#platform/tell-check.ts';
import { createClosedIds } from '#platform/workbook/closed-ids.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { balances, catalogueOf } from '#schema/calculations/stock.ts';
import { seededRandom } from '../local-google/seeded.ts';
import type { Process } from './process.ts';
import { schoolRegisters } from './registers.ts';
import { bucket, functionsUrl, queue, type School } from './school.ts';

/** A process that serves a function. */
export interface Served {
  readonly process: Process;
  /** Answers while the process lives. */
  fetch(request: Request): Promise<Response>;
  /** Ends it in order, as a deploy does. */
  end(): Promise<void>;
}

export interface ServingParts {
  readonly school: School;
  readonly seed: string;
  /** The way of one process to Google. */
  readonly wire: (process: Process) => typeof fetch;
  /** Lines of the functions' own log. */
  readonly logged: (process: Process, line: string) => void;
}

const nothing = '';
const assets = {
  script: nothing,
  sheetScript: nothing,
  apiScript: nothing,
  worker: nothing,
  style: nothing,
  sheetStyle: nothing,
  printStyle: nothing,
};

/** The keys of the school's links; they are the same in every simulation. */
const linkKeys = [{ id: 'k1', secret: new TextEncoder().encode('s'.repeat(32)) }] as const;

/** Makes links as whoever prints the codes does. */
export function schoolLinks(clock: Process['clock']): Links {
  return createLinks({ keys: linkKeys, clock });
}

/** The real intake, as one process runs it. */
export function serveIntake(parts: ServingParts, process: Process): Served {
  const { clock } = process;
  const { google, log, random, workbooks } = platformOf(parts, process);
  const app = createIntake({
    workbooks,
    links: schoolLinks(clock),
    clock,
    random,
    log,
    baseUrl: functionsUrl,
    assets,
    drawSecret: 'drawn',
    later: createLater({
      tasks: () => Promise.resolve(google.tasks),
      clock,
      log,
      url: functionsUrl,
      queue,
      hookSecret: 'simulated',
    }),
    tellCheck: createTellCheck({ google, clock, log, configuration: { queue, url: functionsUrl } }),
  });
  return served(
    process,
    (request) => app.fetch(request),
    () => workbooks.close(),
  );
}

/** The real check, as one process runs it; `polls` lets it plan its own looks between those of the clock. */
export function serveCheck(parts: ServingParts, process: Process, polls: boolean): Served {
  const { google, log, random, workbooks } = platformOf(parts, process);
  const check = createCheck({
    google,
    bucket,
    directory: () => Promise.resolve(parts.school.directory),
    workbooks,
    clock: process.clock,
    random,
    log,
    publicHolidays: chineseHolidays,
    timeZone: 'Asia/Shanghai',
    url: functionsUrl,
    ...(polls && { queue }),
  });
  return served(
    process,
    (request) => check.app.fetch(request),
    async () => {
      await Promise.all([workbooks.close(), check.close()]);
    },
  );
}

/** What the functions themselves say is in stock, by item: read as whoever reports reads it. */
export async function stockAsRead(
  parts: ServingParts,
  process: Process,
): Promise<ReadonlyMap<string, number>> {
  const read = await platformOf(parts, process).workbooks.read(['movements', 'items']);
  const rowsOf = (key: string) => read.get(key)?.rows ?? [];
  return balances(rowsOf('movements'), catalogueOf(rowsOf('items')));
}

function platformOf({ school, seed, wire, logged }: ServingParts, process: Process) {
  const { clock, name, role } = process;
  const random = seededRandom(`${seed} ${name}`);
  const log = createLog({ write: (line) => logged(process, line) });
  const google = createGoogle({
    root: 'http://google.local/',
    token: `service:${role}`,
    fetchImplementation: wire(process),
    clock,
    log,
    random,
  });
  const workbooks = createWorkbooks({
    google,
    directory: () => Promise.resolve(school.directory),
    registers: schoolRegisters,
    clock,
    random,
    log,
    closedIds: createClosedIds({ storage: google.storage, bucket }),
  });
  return { google, log, random, workbooks };
}

function served(
  process: Process,
  answer: (request: Request) => Response | Promise<Response>,
  end: () => Promise<void>,
): Served {
  return {
    process,
    fetch: (request) =>
      process.isAlive() ? process.ifAlive(Promise.resolve(answer(request))) : new Promise(() => {}),
    end: async () => {
      await end();
      process.die();
    },
  };
}
