import { systemClock } from '#platform/clock.ts';
import type { Google } from '#platform/google/index.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import { readTabs } from '#platform/workbook/read-tabs.ts';
import { identify, sheetRows } from '#platform/workbook/sheet-rows.ts';
import { quoted } from '#platform/workbook/tabs.ts';
import { findAll } from '#schema/find-all.ts';
import type { Register } from '#schema/register.ts';
import { foodSamples } from '#schema/registers/canteen/food-samples.ts';
import type { Row } from '#schema/row.ts';
import { localMoment } from '#schema/time.ts';
import type { Cell } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

/**
 * What a program does that knows no better: reads all tabs of all spreadsheets, closed rows among them, and runs all
 * rules over all rows. Kindly to it, one call a spreadsheet and one for the closed tab, all at the same time.
 *
 * @returns how many findings there are
 */
export async function readAllCheckAll(options: {
  readonly google: Pick<Google, 'sheets'>;
  readonly directory: Directory;
  readonly registers: readonly Register[];
  readonly closedTitle: string;
}): Promise<number> {
  const { google, directory, registers, closedTitle } = options;
  const canteen = directory.spreadsheets.canteen ?? '';
  const [closed, ...reads] = await Promise.all([
    google.sheets.values(canteen, quoted(closedTitle)),
    ...Object.entries(directory.spreadsheets).map(([workbook, id]) =>
      readTabs(
        google.sheets,
        id,
        registers.filter((register) => register.workbook === workbook),
      ),
    ),
  ]);
  const rows = new Map<string, readonly Row[]>();
  for (const { tabs } of reads)
    for (const [key, tab] of tabs) {
      rows.set(key, tab.identified.rows);
      if (key !== foodSamples.key) continue;
      const cells: readonly (readonly Cell[])[] = closed.values ?? [];
      const { rows: own } = sheetRows(tab.register, tab.resolved.layout, (index) => [
        undefined,
        ...cells.map((row) => row[index]),
      ]);
      rows.set(key, [...identify(own).rows, ...tab.identified.rows]);
    }
  const world = worldOf({
    registers,
    rows,
    now: localMoment(systemClock.now(), 'Asia/Shanghai'),
    publicHolidays: chineseHolidays,
  });
  return findAll(registers, world).length;
}
