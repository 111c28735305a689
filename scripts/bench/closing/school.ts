import { systemClock } from '#platform/clock.ts';
import { createGoogle } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import {
  appendRequest,
  type PendingRow,
  type WritableTab,
} from '#platform/workbook/append-batch.ts';
import { type Directory, spreadsheetIdOf } from '#platform/workbook/directory.ts';
import { fingerprint } from '#platform/workbook/fingerprint.ts';
import { createWorkbooks, type Workbooks } from '#platform/workbook/index.ts';
import { lookUp } from '#platform/workbook/look-up.ts';
import { emptyMemory } from '#platform/workbook/memory.ts';
import { createSequence } from '#platform/workbook/sequence.ts';
import { setUpWorkbooks } from '#platform/workbook/setup/index.ts';
import { demoCalendar } from '#schema/demo/calendar.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { registers } from '#schema/registers/index.ts';
import { settingRows } from '#schema/registers/school/settings.ts';
import type { Row } from '#schema/row.ts';
import { declaredSettings } from '#schema/settings.ts';
import { localDate, rowId } from '#schema/values.ts';
import type { LocalGoogle } from '../../local-google/create-local-google.ts';
import { seedSettings } from '../../seed-settings.ts';
import { writtenSurely } from '../../written-surely.ts';
import { createClosedMonths } from './closed-month.ts';
import { busyRegisters, monthRows } from './month-rows.ts';

export const bucket = 'houqin-bench';
const unbounded = { capacity: 1_000_000, perSecond: 1_000_000 } as const;
const rowsAtOnce = 2000;
const own = new Set(busyRegisters);
const busy = registers.filter(({ key }) => own.has(key));
/** What a busy school that keeps these registers does not use. */
const unused = registers.filter(
  ({ key, happened, alwaysOn }) => happened !== undefined && alwaysOn !== true && !own.has(key),
);

/** A school that keeps its books in a stand-in, and the hand that fills them. */
export interface BusySchool {
  /** Writes the rows of a month into the live tabs, as forms leave them. */
  fill(month: string): Promise<void>;
  /** Writes a whole month as its closing leaves it. */
  fillClosed(month: string, place: 'closed' | 'archive'): Promise<void>;
}

/** Sets a school up: all workbooks, lists of the demo school, terms and holidays of so many years. */
export async function openBusySchool(
  localGoogle: LocalGoogle,
  first: string,
  last: string,
): Promise<BusySchool> {
  const ports = {
    clock: systemClock,
    random: systemRandom,
    log: createLog({ write: () => undefined }),
  };
  const google = createGoogle({
    ...ports,
    root: 'http://google.local/',
    token: 'owner',
    fetchImplementation: (input, init) => localGoogle.fetch(new Request(input, init)),
    sheetsReads: unbounded,
    sheetsWrites: unbounded,
  });
  const directory = await setUpWorkbooks({
    google,
    project: 'houqin-bench',
    bucket,
    schoolName: '青山中学',
    registers,
    editors: ['owner@school.example', 'check@houqin.iam.gserviceaccount.com'],
    formUrl: () => undefined,
    startsOff: new Set(unused.map(({ key }) => key)),
    log: ports.log,
  });
  const workbooks = createWorkbooks({
    ...ports,
    google,
    directory: () => Promise.resolve(directory),
    registers,
  });
  await writeLists(workbooks, first, last);
  const lists = await listsOf(workbooks);
  await workbooks.close();
  const tabs = await tabsOf(google, directory);
  const nextSequence = createSequence(ports);

  const closed = createClosedMonths({
    ...ports,
    localGoogle,
    google,
    bucket,
    directory,
    tabs,
    lists,
  });
  const rowsOf = (month: string): readonly PendingRow[] =>
    monthRows(busy, month).map(({ register, values }) => ({
      register,
      submission: { register: register.key, id: rowId.parse(uuidFrom(systemRandom)), values },
      sequence: nextSequence(),
      sent: fingerprint(values),
    }));

  return {
    fillClosed: (month, place) => closed.write(month, rowsOf(month), place),
    async fill(month) {
      for (const [register, some] of Map.groupBy(rowsOf(month), (row) => row.register))
        for (let start = 0; start < some.length; start += rowsAtOnce) {
          const tab = tabs.get(register.key);
          if (!tab) throw new Error(`closing: ${register.key} has no tab`);
          await google.sheets.batchUpdate(
            spreadsheetIdOf(directory, register.workbook),
            { requests: [appendRequest(some.slice(start, start + rowsAtOnce), tab)] },
            { fields: 'spreadsheetId' },
          );
        }
    },
  };
}

async function writeLists(workbooks: Workbooks, first: string, last: string): Promise<void> {
  const today = localDate.parse(`${last}-28`);
  const school = makeDemoSchool({ seed: 20260901, today, registers });
  const off = Object.fromEntries(unused.map(({ key }) => [`${key}.use`, '停用'] as const));
  await seedSettings(workbooks, settingRows(declaredSettings(registers), off));
  const lists = registers.filter(
    ({ key, happened }) => happened === undefined && key !== 'settings' && key !== 'calendar',
  );
  const terms = demoCalendar(today, localDate.parse(`${first}-01`)).map((line) => ({ ...line }));
  const entries = [
    ...lists.flatMap(({ key }) => school.rows(key).map((values) => ({ register: key, values }))),
    ...terms.map((values) => ({ register: 'calendar', values })),
  ];
  await Promise.all(
    entries.map((entry) =>
      writtenSurely(workbooks, { ...entry, id: rowId.parse(uuidFrom(systemRandom)) }),
    ),
  );
}

/** What is the same for all months. */
async function listsOf(workbooks: Workbooks): Promise<ReadonlyMap<string, readonly Row[]>> {
  const keys = registers.filter(({ happened }) => happened === undefined).map(({ key }) => key);
  const read = await workbooks.read(keys);
  return new Map(Array.from(read, ([key, { rows }]) => [key, rows] as const));
}

/** Where the rows of each busy register go: nobody moves a column here. */
async function tabsOf(
  { sheets }: Pick<ReturnType<typeof createGoogle>, 'sheets'>,
  directory: Directory,
): Promise<ReadonlyMap<string, WritableTab>> {
  const memory = emptyMemory();
  for (const [workbook, some] of Map.groupBy(busy, (register) => register.workbook))
    await lookUp({ sheets, spreadsheetId: spreadsheetIdOf(directory, workbook) }, memory, some);
  return memory.tabs;
}
