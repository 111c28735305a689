import { openMattersTab } from '#platform/workbook/tabs.ts';
import { createLocalGoogle } from '../local-google/create-local-google.ts';
import { seededRandom } from '../local-google/seeded.ts';
import { auditOf } from './audit-view.ts';
import { createBookkeeper } from './bookkeeper.ts';
import { createChance } from './chance.ts';
import { closedRowsOf, leftUnderWay } from './closed-view.ts';
import { createDeliveries } from './deliveries.ts';
import { createEntries } from './entries.ts';
import {
  type ServingParts,
  schoolLinks,
  serveCheck,
  serveIntake,
  stockAsRead,
} from './functions.ts';
import { createGate } from './gate.ts';
import { createHistory } from './history.ts';
import { judge } from './judge.ts';
import { createObserver } from './observer.ts';
import { createPhones } from './phones.ts';
import { createProcess, type Process } from './process.ts';
import { filled } from './registers.ts';
import { functionsUrl, type School } from './school.ts';
import { type Entered, tabOf } from './sheet-view.ts';
import { createStaff } from './staff.ts';
import { tamper } from './tampering.ts';
import { takeTime, type VirtualTime } from './virtual-time.ts';
import { createWeather } from './weather.ts';
import { createWire, type Exchange } from './wire.ts';

/** What came of one seed. */
export interface Outcome {
  readonly seed: number;
  /** What does not hold; nothing when all does. */
  readonly wrongs: readonly string[];
  readonly history: readonly string[];
  /** SHA-256 of the history. */
  readonly digest: string;
}

export interface RunOptions {
  readonly seed: number;
  readonly steps: number;
  readonly school: School;
  /** Takes a safeguard away, between the functions and Google. */
  readonly without?:
    | ((exchange: Exchange, google: () => ReturnType<typeof createLocalGoogle>) => Exchange)
    | undefined;
  readonly logged?: (line: string) => void;
}

const calm = 30 * 60_000;

/** Lives through one seed: the real functions, people and staff, and all that can go wrong between them. */
export async function run(options: RunOptions): Promise<Outcome> {
  const time = takeTime();
  try {
    return await live(options, time);
  } finally {
    time.end();
  }
}

async function live(options: RunOptions, time: VirtualTime): Promise<Outcome> {
  const { seed, steps, school } = options;
  const { since } = time;
  const name = `seed ${seed}`;
  const chance = createChance(name);
  const history = createHistory(since);
  const weather = createWeather(createChance(`${name} weather`));
  const observer = createObserver(history, since);
  const deliveries = createDeliveries({
    chance: createChance(`${name} ways`),
    time,
    weather,
    history,
    arrived: observer.arrived,
  });
  const google = createLocalGoogle({
    clock: time,
    random: seededRandom(`${name} google`),
    state: school.copy(),
    outward: deliveries.outward,
    log: () => undefined,
  });
  const gate = createGate(google);
  const exchange = options.without?.(observer.exchange, () => google) ?? observer.exchange;
  const parts: ServingParts = {
    school,
    seed: name,
    wire: (process) =>
      createWire(
        { gate, weather, history, since, sleep: time.sleep, exchange, meddle: () => staff.act() },
        process,
      ),
    logged: (process, line) => options.logged?.(`${since()} ${process.name} ${line}`),
  };
  const spreadsheetOf = (workbook: string): string => {
    const id = school.directory.spreadsheets[workbook];
    if (id === undefined) throw new Error(`no spreadsheet for ${workbook}`);
    return id;
  };
  const entries = createEntries(filled);
  const staff = createStaff({
    gate,
    chance: createChance(`${name} staff`),
    entries,
    history,
    spreadsheetOf,
  });
  const phones = createPhones({
    chance: createChance(`${name} phones`),
    time,
    weather,
    entries,
    history,
    token: schoolLinks(time).sign({
      kind: 'post',
      registers: filled.map(({ register }) => register.key),
    }),
    deliver: deliveries.deliver,
    observer,
  });

  const bookkeeping = createChance(`${name} books`);
  const bookkeeper = createBookkeeper({
    chance: bookkeeping,
    time,
    history,
    deliver: deliveries.deliver,
    tamper: () => tamper(gate, bookkeeping, Object.values(school.directory.spreadsheets)),
  });

  const polls = chance.happens(0.2);
  let processes = 0;
  const start = (role: Process['role']): void => {
    processes += 1;
    const process = createProcess(`${role}-${processes}`, role, time);
    history.add('start', { who: process.name });
    deliveries.served.push(
      role === 'intake' ? serveIntake(parts, process) : serveCheck(parts, process, polls),
    );
  };
  const living = (role: Process['role']) =>
    deliveries.served.filter(({ process }) => process.role === role && process.isAlive());
  const look = async (): Promise<unknown> => {
    const response = await deliveries.deliver(
      new Request(`${functionsUrl}/check/poll`, { method: 'POST' }),
    );
    const body = response ? await response.text() : '';
    history.add('looked', { status: response?.status, body: body.slice(0, 200) });
    return response?.ok ? JSON.parse(body) : undefined;
  };

  const things: readonly (readonly [number, () => void])[] = [
    [8, () => phones.send()],
    [2, () => Array.from({ length: chance.between(2, 6) }, () => phones.send())],
    [7, () => void staff.act()],
    [4, () => void look()],
    [2, () => bookkeeper.act()],
    [1, () => weather.turn()],
    [1, () => living('intake').length < 3 && start('intake')],
    [1, () => living('check').length < 2 && start('check')],
    [
      1,
      () => {
        const one = chance.pickAny(deliveries.served.filter(({ process }) => process.isAlive()));
        if (!one) return;
        const inOrder = chance.happens(0.5);
        history.add(inOrder ? 'end' : 'crash', { who: one.process.name });
        if (inOrder) void one.end();
        else one.process.die();
      },
    ],
  ];

  /** Whoever is asked for and not there is started. */
  const keepServing = (): void => {
    for (const role of ['intake', 'check'] as const) if (living(role).length === 0) start(role);
  };

  keepServing();
  for (let step = 0; step < steps; step += 1) {
    keepServing();
    chance.weighted(things)();
    await time.pass(chance.happens(0.1) ? chance.between(5_000, 40_000) : chance.between(0, 2_500));
  }

  const areDone = () => phones.areDone() && bookkeeper.isDone();
  weather.clear();
  history.add('calm');
  for (let waited = 0; waited < calm && !areDone(); waited += 10_000) {
    keepServing();
    await time.passUntil(areDone, 10_000);
  }
  await time.pass(120_000);
  keepServing();
  const isHandedBack = () =>
    [...google.state.queues.values()].every(({ tasks }) =>
      [...tasks.keys()].every((name) => !name.includes('/tasks/later-')),
    );
  await time.passUntil(isHandedBack, calm);
  await untilNothingToDo(look, time);
  const wrongBooks = await time.until(bookkeeper.finish(), calm);
  const settled = await untilNothingToDo(look, time);
  const stock = await time.until(
    stockAsRead(parts, createProcess('reader', 'check', time)),
    300_000,
  );
  const state = google.state;
  const tabs = filled.map((of) => {
    const { key, workbook } = of.register;
    const spreadsheetId = spreadsheetOf(workbook);
    return {
      filled: of,
      rows: tabOf(state, spreadsheetId, key),
      closed: closedRowsOf(state, spreadsheetId).filter(({ register }) => register === key),
    };
  });
  const matters = filled.flatMap(({ register }): readonly (readonly Entered[])[] =>
    tabOf(state, spreadsheetOf(register.workbook), openMattersTab.key),
  );
  for (const { filled: of, ...stands } of tabs)
    history.add('end', { register: of.register.key, ...stands });
  const wrongs = [
    ...(stock ? [] : ['the stock could not be read']),
    ...(wrongBooks ?? ['closing was not answered']),
    ...Object.values(school.directory.spreadsheets).flatMap((id) => leftUnderWay(state, id)),
    ...(settled ? [] : ['the check finds something to change again and again']),
    ...judge({
      entries,
      submissions: phones.submissions,
      observer,
      tabs,
      matters,
      stock: stock ?? new Map(),
      audit: auditOf(state, school.directory.auditDriveId),
      hasCheckDied: deliveries.served.some(
        ({ process }) => process.role === 'check' && !process.isAlive(),
      ),
    }),
  ];
  history.add('judged', { wrongs });
  google.stop();
  for (const { process } of deliveries.served) process.die();
  return { seed, wrongs, history: history.lines(), digest: history.digest() };
}

/** Looks until a look writes nothing. */
async function untilNothingToDo(look: () => Promise<unknown>, time: VirtualTime): Promise<boolean> {
  // Of two instances one has the lease, and it is by chance which of them is asked: the other says only that it is busy.
  for (let [looks, busy] = [0, 0]; looks < 10 && busy < 60; ) {
    const outcome = await time.until(look(), 300_000);
    if (outcome === undefined) busy += 1;
    else looks += 1;
    if (
      typeof outcome === 'object' &&
      outcome !== null &&
      'writes' in outcome &&
      outcome.writes === 0
    )
      return true;
    await time.pass(70_000);
  }
  return false;
}
