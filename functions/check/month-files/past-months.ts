import { GoogleFailure } from '#platform/google/index.ts';
import { changeDirectory, type Directory, spreadsheetIdOf } from '#platform/workbook/directory.ts';
import { readTabs } from '#platform/workbook/read-tabs.ts';
import { isFileOver, withoutPersonal } from '#schema/month-file.ts';
import { localMoment, plusMonths } from '#schema/time.ts';
import { isMonthly, type WorkbookKey } from '#schema/workbooks.ts';
import { type Erased, erase } from '../erase.ts';
import type { NightOutcome } from '../night-work.ts';
import { copyRows } from './copy-rows.ts';
import { makeFile } from './make-file.ts';
import { type MonthFilePorts, monthNow, registersIn, worldOfFile } from './ports.ts';
import { carryOn, monthOfFile } from './turn-month.ts';

/** From this day of a month on, the next month's file is made. */
const madeAheadFrom = 20;

/** The night's work on files: makes the next month's ahead, and takes along what came late into past ones. */
export async function keepMonthFiles(ports: MonthFilePorts): Promise<NightOutcome> {
  const directory = await ports.directory();
  let wrote = 0;
  for (const workbook of Object.keys(directory.spreadsheets).filter(isMonthly)) {
    const next = plusMonths(monthNow(ports), 1);
    const isMissing = directory.monthFiles?.[workbook]?.[next] === undefined;
    if (isMissing && dayNow(ports) >= madeAheadFrom) {
      await makeFile(ports, workbook, 'monthFiles', next);
      wrote += 1;
    }
    for (const [, id] of pastFiles(directory, workbook)) {
      await ports.prolong();
      const late = await carryOn(ports, workbook, id, spreadsheetIdOf(directory, workbook));
      if (late > 0) ports.log.warn('late-rows-carried', { workbook, rows: late });
    }
  }
  return { wrote, problems: [] };
}

/**
 * Ends personal data in files of past months: cell by cell in its time, and when the first is past its time for all of
 * a month, the whole file with its history, after what is not personal of its rows was copied into the year's file.
 *
 * @param destroyed keys that were destroyed before, to be passed over
 */
export async function erasePastMonths(
  ports: MonthFilePorts,
  destroyed: Set<string>,
): Promise<Erased & { readonly files: number }> {
  const directory = await ports.directory();
  let [cells, keys, files] = [0, 0, 0];
  for (const workbook of Object.keys(directory.spreadsheets).filter(isMonthly))
    for (const [month, id] of pastFiles(directory, workbook)) {
      await ports.prolong();
      const registers = registersIn(ports, workbook);
      const read = await readPast(ports, id, registers);
      if (read) {
        const world = await worldOfFile(ports, read.tabs);
        const erased = await erase(ports, id, read, world, destroyed);
        cells += erased.cells;
        keys += erased.keys;
        if (!isFileOver(registers, month, world)) continue;
        const year = await makeFile(ports, workbook, 'yearFiles', month.slice(0, 4));
        const happened = [...read.tabs.values()].filter(({ register }) => register.happened);
        const copied = happened.map((tab) => ({ tab, rows: tab.identified.rows }));
        await copyRows(ports, workbook, year, copied, (register, { values }) =>
          withoutPersonal(register, values),
        );
        await ports.prolong();
        const how = await ports.google.drive.deleteFile(id);
        if (how === 'binned') ports.log.warn('file-only-binned', { workbook, month });
      }
      await forget(ports, workbook, month);
      files += 1;
    }
  return { cells, keys, files };
}

/** A past month's rows; nothing when somebody has deleted its file. */
async function readPast(
  { google }: MonthFilePorts,
  id: string,
  registers: ReturnType<typeof registersIn>,
) {
  try {
    return await readTabs(google.sheets, id, registers);
  } catch (failure) {
    if (failure instanceof GoogleFailure && failure.kind === 'missing') return undefined;
    throw failure;
  }
}

async function forget(
  { google, bucket }: MonthFilePorts,
  workbook: WorkbookKey,
  month: string,
): Promise<void> {
  await changeDirectory(google, bucket, (known) => {
    const { [month]: _, ...files } = known.monthFiles?.[workbook] ?? {};
    return { ...known, monthFiles: { ...known.monthFiles, [workbook]: files } };
  });
}

function pastFiles(directory: Directory, workbook: WorkbookKey): readonly [string, string][] {
  const current = monthOfFile(directory, workbook) ?? '';
  return Object.entries(directory.monthFiles?.[workbook] ?? {}).filter(
    ([month]) => month < current,
  );
}

function dayNow({ clock, timeZone }: MonthFilePorts): number {
  return Number(localMoment(clock.now(), timeZone).slice(8, 10));
}
