import { invalidArgument } from '../errors.ts';
import type { Edit } from './edit.ts';
import type { GridProperties, SpreadsheetState } from './model.ts';

/** Cells one spreadsheet may have, empty ones included. */
const cellLimit = 10_000_000;

/** Throws 400 if the spreadsheet has more cells than Google allows. */
export function requireCellLimit(spreadsheet: SpreadsheetState): void {
  const cells = spreadsheet.sheets.reduce(
    (sum, { properties: { gridProperties: grid } }) => sum + grid.rowCount * grid.columnCount,
    0,
  );
  if (cells > cellLimit) {
    throw invalidArgument(
      `This action would increase the number of cells in the workbook above the limit of ${cellLimit} cells.`,
    );
  }
}

/** Changes members of a tab's grid; what the new size cuts off is not touched here. */
export function changeGrid(edit: Edit, sheetId: number, members: Partial<GridProperties>): void {
  const { properties } = edit.sheet(sheetId);
  const gridProperties = { ...properties.gridProperties, ...members };
  edit.changeSheet(sheetId, { properties: { ...properties, gridProperties } });
  requireCellLimit(edit.spreadsheet());
}

/** Adds rows and columns at the far edges until the grid reaches there. */
export function growGrid(
  edit: Edit,
  sheetId: number,
  { rows, columns }: { rows: number; columns: number },
): void {
  const { rowCount, columnCount } = edit.sheet(sheetId).properties.gridProperties;
  if (rows <= rowCount && columns <= columnCount) return;
  changeGrid(edit, sheetId, {
    rowCount: Math.max(rows, rowCount),
    columnCount: Math.max(columns, columnCount),
  });
}
