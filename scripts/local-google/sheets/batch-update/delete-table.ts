import { withValue } from '../cell-data.ts';
import { writeCells } from '../cell-writing.ts';
import { intersects } from '../ranges.ts';
import { findTable } from '../tables.ts';
import type { RequestHandler } from './index.ts';

/**
 * Deletes a table. As at Google, the values in it go too, and so do the conditional formats over its
 * cells.
 */
export const deleteTable: RequestHandler<'deleteTable'> = ({ tableId }, edit) => {
  const deleted = findTable(edit.spreadsheet(), tableId);
  const { sheetId } = deleted.range;
  edit.changeSheet(sheetId, {
    tables: edit.sheet(sheetId).tables.filter((table) => table.tableId !== deleted.tableId),
    conditionalFormats: edit
      .sheet(sheetId)
      .conditionalFormats.filter(
        ({ ranges }) => !ranges.some((range) => intersects(range, deleted.range)),
      ),
  });
  writeCells(edit, deleted.range, (before) => withValue(before, undefined));
};
