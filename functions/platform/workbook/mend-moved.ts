import type { Cell } from '#schema/values.ts';
import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { GoogleFailure, type Sheets } from '../google/index.ts';
import { type PendingRow, rowCells, type WritableTab, writtenFields } from './append-batch.ts';
import { readTabs } from './read-tabs.ts';
import { sheetIdOf } from './tabs.ts';

type MendSheets = Pick<Sheets, 'batchUpdate' | 'valuesByDataFilter' | 'get'>;

/**
 * Puts rows right that were appended while staff moved the columns: each is found by its id, wherever in its row
 * that stands, and its cells are written to where the columns are now.
 *
 * The tab is protected for us alone meanwhile, since rows are written by position (hard points 2 and 3).
 * @returns how many rows were mended
 */
export async function mendMoved(
  sheets: MendSheets,
  spreadsheetId: string,
  rows: readonly PendingRow[],
  written: WritableTab,
  editors: readonly string[],
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const sheetId = sheetIdOf(first.register.key);
  const protectedRangeId = await protectTab(sheets, spreadsheetId, sheetId, editors);
  try {
    const { tabs } = await readTabs(sheets, spreadsheetId, [first.register]);
    const now = tabs.get(first.register.key);
    if (!now || now.resolved.missing.length > 0) return 0;
    const right = { ...written, layout: now.resolved.layout };
    const grid = await wholeTab(sheets, spreadsheetId, sheetId);
    const astray = rows.flatMap((row) => {
      const rowIndex = grid.findIndex((cells) => cells.includes(row.submission.id));
      return rowIndex < 0 || stands(row, grid[rowIndex] ?? [], right) ? [] : [{ row, rowIndex }];
    });
    const requests = astray.flatMap(({ row, rowIndex }) =>
      rewriteRow(row, rowIndex, written, right),
    );
    if (requests.length > 0)
      await sheets.batchUpdate(spreadsheetId, { requests }, { fields: 'spreadsheetId' });
    return astray.length;
  } finally {
    await sheets.batchUpdate(
      spreadsheetId,
      { requests: [{ deleteProtectedRange: { protectedRangeId } }] },
      { fields: 'spreadsheetId' },
    );
  }
}

/** Whether each cell of a row stands where its column is now. */
function stands(row: PendingRow, cells: readonly Cell[], tab: WritableTab): boolean {
  return [...rowCells(row, tab.layout)].every(([index, { userEnteredValue = {} }]) => {
    const { stringValue, numberValue, boolValue, formulaValue } = userEnteredValue;
    if (formulaValue) return true;
    const cell = cells[index] === '' ? undefined : cells[index];
    return cell === (stringValue ?? numberValue ?? boolValue ?? undefined);
  });
}

function rewriteRow(
  row: PendingRow,
  rowIndex: number,
  before: WritableTab,
  now: WritableTab,
): sheets_v4.Schema$Request[] {
  const sheetId = now.layout.sheetId;
  const right = rowCells(row, now.layout);
  const wrong = [...rowCells(row, before.layout).keys()].filter((index) => !right.has(index));
  return [
    ...wrong.map((columnIndex) => ({
      updateCells: {
        start: { sheetId, rowIndex, columnIndex },
        rows: [{ values: [{}] }],
        fields: 'userEnteredValue',
      },
    })),
    ...[...right].map(([columnIndex, cell]) => ({
      updateCells: {
        start: { sheetId, rowIndex, columnIndex },
        rows: [{ values: [cell] }],
        fields: writtenFields,
      },
    })),
  ];
}

async function protectTab(
  sheets: MendSheets,
  spreadsheetId: string,
  sheetId: number,
  editors: readonly string[],
): Promise<number> {
  const protectedRange = {
    range: { sheetId },
    description: '正在整理，请稍候',
    // A protection without editors protects from nobody (docs/google-assumptions.md).
    editors: { users: [...editors] },
  };
  const answer = await sheets.batchUpdate(
    spreadsheetId,
    { requests: [{ addProtectedRange: { protectedRange } }] },
    { fields: 'replies' },
  );
  const id = answer.replies?.[0]?.addProtectedRange?.protectedRange?.protectedRangeId;
  if (id === undefined || id === null)
    throw new GoogleFailure({ kind: 'unclear', message: 'protecting a tab answered no id' });
  return id;
}

async function wholeTab(
  sheets: MendSheets,
  spreadsheetId: string,
  sheetId: number,
): Promise<Cell[][]> {
  const answer = await sheets.valuesByDataFilter(spreadsheetId, {
    dataFilters: [{ gridRange: { sheetId } }],
  });
  return answer.valueRanges?.[0]?.valueRange?.values ?? [];
}
