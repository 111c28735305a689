import type { Register } from '#schema/register.ts';
import { GoogleFailure, type Sheets } from '../google/index.ts';
import type { WritableTab } from './append-batch.ts';
import { marksOf, tabWithMarks } from './column-guard.ts';
import { remember, type SpreadsheetMemory } from './memory.ts';
import { WorkbookFailure } from './port.ts';
import { readTabs } from './read-tabs.ts';

/**
 * Reads where the columns of some registers are and which rows they hold, one read for all that wait
 * (hard point 5b). Tabs whose columns cannot be found are not written to.
 */
export async function lookUp(
  { sheets, spreadsheetId }: { readonly sheets: Sheets; readonly spreadsheetId: string },
  memory: SpreadsheetMemory,
  registers: readonly Register[],
): Promise<void> {
  const [read, tables] = await Promise.all([
    readTabs(sheets, spreadsheetId, registers),
    readTables(sheets, spreadsheetId),
  ]);
  for (const register of registers) {
    const tab = read.tabs.get(register.key);
    if (!tab || tab.resolved.missing.length > 0) {
      memory.tabs.delete(register.key);
      throw new WorkbookFailure(
        tab
          ? {
              zh: `“${register.title.zh}”少了栏目，请恢复表头后再试`,
              en: `Columns of ${register.title.en} cannot be found: restore the headers`,
            }
          : {
              zh: `“${register.title.zh}”标签页不见了，请恢复`,
              en: `The tab ${register.title.en} is gone: restore it`,
            },
      );
    }
    const table = tables.get(tab.resolved.layout.sheetId);
    memory.tabs.set(register.key, {
      layout: tab.resolved.layout,
      tableId: table?.tableId,
      firstColumn: table?.firstColumn ?? 0,
      marks: table?.marks ?? new Map(),
    });
    memory.lookedUp.add(register.key);
    // Its id stands in a blank row where staff cleared a row, or cut what can be seen of it: it was written all the same.
    for (const { id, sent } of tab.blanks) remember(memory, id, sent ?? '');
    for (const [id, row] of tab.identified.numbered) remember(memory, id, row.sent ?? '');
  }
}

/** Reads which rows a spreadsheet of the past holds; one that is gone holds none. */
export async function lookUpPast(
  sheets: Sheets,
  spreadsheetId: string,
  memory: SpreadsheetMemory,
  registers: readonly Register[],
): Promise<void> {
  try {
    const { tabs } = await readTabs(sheets, spreadsheetId, registers);
    for (const { identified } of tabs.values())
      for (const [id, row] of identified.numbered) remember(memory, id, row.sent ?? '');
  } catch (failure) {
    if (!(failure instanceof GoogleFailure) || failure.kind !== 'missing') throw failure;
  }
}

type Table = Pick<WritableTab, 'tableId' | 'firstColumn' | 'marks'>;

async function readTables(
  sheets: Sheets,
  spreadsheetId: string,
): Promise<ReadonlyMap<number, Table>> {
  const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
    fields: `sheets(${tabWithMarks},tables(tableId,range))`,
  });
  return new Map(
    tabs.map((tab) => {
      const table = tab.tables?.[0];
      return [
        tab.properties?.sheetId ?? 0,
        {
          tableId: table?.tableId ?? undefined,
          firstColumn: table?.range?.startColumnIndex ?? 0,
          marks: marksOf(tab),
        },
      ];
    }),
  );
}
