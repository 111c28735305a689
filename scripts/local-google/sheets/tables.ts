import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { GoogleError, invalidArgument } from '../errors.ts';
import { rangeToContract } from './contract-range.ts';
import type { Edit } from './edit.ts';
import type { ClosedRange, SpreadsheetState, TableState } from './model.ts';
import { gridRangeFrom, intersects, rangeInGrid } from './ranges.ts';

/** The table of that id. Throws 400. */
export function findTable(
  spreadsheet: SpreadsheetState,
  tableId: string | null | undefined,
): TableState {
  const tables = spreadsheet.sheets.flatMap((sheet) => sheet.tables);
  const found = tables.find((table) => table.tableId === tableId);
  if (!found) throw invalidArgument(`No table with id: ${tableId ?? ''}`);
  return found;
}

/**
 * The range of a request.
 *
 * @throws 400 if it is empty, lies outside the grid, or has cells of another table, a banding or a
 * merge across its header.
 */
export function tableRange(
  edit: Edit,
  given: sheets_v4.Schema$GridRange | undefined,
  except?: TableState,
): ClosedRange {
  if (!given) throw invalidArgument('A table must have a range.');
  const asked = gridRangeFrom(given);
  const sheet = edit.sheet(asked.sheetId);
  const range = rangeInGrid(asked, sheet);
  if (range.endRowIndex <= range.startRowIndex || range.endColumnIndex <= range.startColumnIndex) {
    throw invalidArgument('A table must have at least one row and one column.');
  }
  const others = sheet.tables.filter((table) => table.tableId !== except?.tableId);
  if (others.some((table) => intersects(table.range, range))) {
    throw invalidArgument('Tables cannot overlap: the range has cells of another table.');
  }
  if (sheet.bandedRanges.some((banding) => intersects(banding.range, range))) {
    throw invalidArgument(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  return range;
}

/** The name of a table. Throws 400 if another table of the spreadsheet has it. */
export function tableName(
  edit: Edit,
  asked: string | null | undefined,
  except?: TableState,
): string {
  const others = edit
    .spreadsheet()
    .sheets.flatMap((sheet) => sheet.tables)
    .filter((table) => table.tableId !== except?.tableId);
  const isTaken = (name: string) =>
    others.some((table) => table.name.toLowerCase() === name.toLowerCase());
  if (asked) {
    if (isTaken(asked)) throw invalidArgument(`A table with the name ${asked} already exists.`);
    return asked;
  }
  let number = 1;
  while (isTaken(`Table${number}`)) number += 1;
  return `Table${number}`;
}

/** Throws 501 for a footer, which the stand-in does not have. */
export function requireNoFooter(rows: sheets_v4.Schema$TableRowsProperties | undefined): void {
  if (rows?.footerColorStyle) {
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      'rowsProperties.footerColorStyle of a table is not served by the local Google',
    );
  }
}

/** A table in the shape of the contract: as Google does, its first column goes without its index 0. */
export function tableToContract(table: TableState): sheets_v4.Schema$Table {
  return {
    ...table,
    range: rangeToContract(table.range),
    columnProperties: table.columnProperties.map(({ columnIndex, ...column }) =>
      columnIndex === 0 ? column : { columnIndex, ...column },
    ),
  };
}
