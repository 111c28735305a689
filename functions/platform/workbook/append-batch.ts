import type { Register } from '#schema/register.ts';
import type { Sequence, Value } from '#schema/values.ts';
import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { birthText } from './birth.ts';
import { cellData, originCell } from './cell-data.ts';
import type { ColumnMarks } from './column-guard.ts';
import { findingFormula } from './finding-formula.ts';
import {
  findingColumn,
  idColumn,
  originColumn,
  originWords,
  sentColumn,
  sequenceColumn,
  tabColumns,
} from './frame-columns.ts';
import type { TabLayout } from './layout.ts';
import type { Submission } from './port.ts';

/** A row on its way into a tab: what was submitted, its place in the order of events, its fingerprint. */
export interface PendingRow {
  readonly submission: Submission;
  readonly register: Register;
  readonly sequence: Sequence;
  readonly sent: string;
  /** The page about the row, where its register belongs to a chain. */
  readonly page?: string | undefined;
}

/** A tab as the writer last saw it. */
export interface WritableTab {
  readonly layout: TabLayout;
  /** The native table; without one, rows go after the last row of the sheet. */
  readonly tableId: string | undefined;
  /** First column of the table: appended cells count from there. */
  readonly firstColumn: number;
  /** By which a batch can tell that a column has moved. */
  readonly marks: ColumnMarks;
}

/** The cells of a pending row by absolute column index. */
export function rowCells(
  row: PendingRow,
  layout: TabLayout,
): ReadonlyMap<number, sheets_v4.Schema$CellData> {
  const frame: Readonly<Record<string, Value | undefined>> = {
    [idColumn]: row.submission.id,
    [sequenceColumn]: row.sequence,
    [sentColumn]: birthText({ sent: row.sent, id: row.submission.id, sequence: row.sequence }),
    [originColumn]: originWords(row.submission.origin),
  };
  const cells = new Map<number, sheets_v4.Schema$CellData>();
  for (const [key, column] of tabColumns(row.register)) {
    const index = layout.columns.get(key);
    if (index === undefined) continue;
    if (key === findingColumn)
      cells.set(index, {
        userEnteredValue: { formulaValue: findingFormula(layout.columns.get(idColumn) ?? 0) },
      });
    else if (key === originColumn) cells.set(index, originCell(frame[key], row.page));
    else cells.set(index, cellData(column, frame[key] ?? row.submission.values[key]));
  }
  return cells;
}

/** What is written of a cell: never more, so that the looks staff gave it stay. */
export const writtenFields =
  'userEnteredValue,userEnteredFormat.numberFormat,userEnteredFormat.textFormat.link';

/** One AppendCells request for rows of one tab. */
export function appendRequest(
  rows: readonly PendingRow[],
  tab: WritableTab,
): sheets_v4.Schema$Request {
  return {
    appendCells: {
      sheetId: tab.layout.sheetId,
      ...(tab.tableId === undefined ? {} : { tableId: tab.tableId }),
      fields: writtenFields,
      rows: rows.map((row) => {
        const cells = rowCells(row, tab.layout);
        const first = tab.tableId === undefined ? 0 : tab.firstColumn;
        const last = Math.max(...cells.keys());
        return {
          values: Array.from(
            { length: last - first + 1 },
            (_, offset) => cells.get(first + offset) ?? {},
          ),
        };
      }),
    },
  };
}

/** About how many bytes a row adds to a request. */
export function sizeOf(row: PendingRow): number {
  return (
    600 +
    Object.values(row.submission.values).reduce<number>(
      (sum, value) => sum + 120 + String(value).length * 3,
      0,
    )
  );
}
