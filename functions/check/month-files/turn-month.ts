import { changeDirectory, type Directory, spreadsheetIdOf } from '#platform/workbook/directory.ts';
import { readTabs } from '#platform/workbook/read-tabs.ts';
import { goingOn } from '#schema/month-file.ts';
import { localMoment } from '#schema/time.ts';
import { isMonthly, type WorkbookKey } from '#schema/workbooks.ts';
import { copyRows } from './copy-rows.ts';
import { endFile } from './end-file.ts';
import { makeFile } from './make-file.ts';
import { type MonthFilePorts, monthNow, registersIn, worldOfFile } from './ports.ts';

/** Workbooks whose file is of an earlier month than this, or of none that is known yet. */
export function workbooksToTurn(directory: Directory, month: string): readonly WorkbookKey[] {
  return Object.keys(directory.spreadsheets)
    .filter(isMonthly)
    .filter((workbook) => (monthOfFile(directory, workbook) ?? '') < month);
}

/** The month of the file that the check looks at; none before it was first noted. */
export function monthOfFile(
  { spreadsheets, monthFiles }: Directory,
  workbook: WorkbookKey,
): string | undefined {
  return Object.entries(monthFiles?.[workbook] ?? {}).find(
    ([, id]) => id === spreadsheets[workbook],
  )?.[0];
}

/**
 * Turns to the file of this month. Forms have written into it since midnight, by the clock; what is done here may be
 * done again from the start, whoever died in between:
 * the file of the month before is ended; looked at for the last time, so that its last changes are audited; what is
 * still open in it goes on into the next; the audit's chain goes on there; and from then on the check looks there.
 *
 * @param lookAt looks at a file once more
 */
export async function turnMonth(
  ports: MonthFilePorts,
  workbook: WorkbookKey,
  lookAt: (spreadsheetId: string) => Promise<unknown>,
): Promise<void> {
  const { google, bucket, snapshots, clock, timeZone, prolong } = ports;
  const now = monthNow(ports);
  const directory = await ports.directory();
  const before = spreadsheetIdOf(directory, workbook);
  const own = monthOfFile(directory, workbook);
  if (own === undefined) {
    // A school's first file has no month in its name: it is that of the month in which it is first looked at.
    await changeDirectory(google, bucket, (known) => ({
      ...known,
      monthFiles: { ...known.monthFiles, [workbook]: { [now]: before } },
    }));
    return;
  }
  if (own >= now) return;
  const files = Object.entries(directory.monthFiles?.[workbook] ?? {});
  // One month at a time: forms wrote into each, also while nobody looked.
  const later = files.map(([known]) => known).filter((known) => known > own && known <= now);
  const month = later.toSorted()[0] ?? now;
  const next = await makeFile(ports, workbook, 'monthFiles', month);
  const past = files.filter(([known]) => known < month);
  for (const [, id] of past) await endFile(ports, id, next);
  await prolong();
  await lookAt(before);
  await carryOn(ports, workbook, before, next);
  const kept = await snapshots.read(before);
  if (kept && !(await snapshots.read(next))) {
    const seen = localMoment(clock.now(), timeZone);
    await snapshots.write(next, { version: 1, seen, head: kept.head, registers: {} });
  }
  await changeDirectory(google, bucket, (known) => ({
    ...known,
    spreadsheets: { ...known.spreadsheets, [workbook]: next },
  }));
  ports.log.info('month-turned', { workbook, month, before, next });
}

/** Copies what is open in a past month's file, and what came into it late, into the file that is in use. */
export async function carryOn(
  ports: MonthFilePorts,
  workbook: WorkbookKey,
  from: string,
  into: string,
): Promise<number> {
  const directory = await ports.directory();
  const [month = ''] =
    Object.entries(directory.monthFiles?.[workbook] ?? {}).find(([, id]) => id === from) ?? [];
  const { tabs } = await readTabs(ports.google.sheets, from, registersIn(ports, workbook));
  const world = await worldOfFile(ports, tabs);
  const copied = Array.from(tabs.values(), (tab) => ({
    tab,
    rows: goingOn(tab.register, month, world),
  }));
  await ports.prolong();
  return copyRows(ports, workbook, into, copied);
}
