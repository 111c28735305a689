import { writeCells } from '../cell-writing.ts';
import { qualifyReferences } from '../formula-references.ts';
import { growGrid } from '../grid-size.ts';
import { relocation } from '../range-map.ts';
import { covers, gridRangeFrom, intersects, isEmpty, rangeInGrid } from '../ranges.ts';
import { createRendering } from '../render.ts';
import { followInFormulas } from '../shift.ts';
import { movedRange } from './copy-paste.ts';
import type { RequestHandler } from './index.ts';
import { pasteOf, withFormula } from './pasting.ts';

/**
 * Moves cells; formulas anywhere that name them go on naming them. Rows and columns stay where they
 * are, and so do metadata and protection.
 */
export const cutPaste: RequestHandler<'cutPaste'> = (request, edit) => {
  const asked = gridRangeFrom(request.source);
  const source = rangeInGrid(asked, edit.sheet(asked.sheetId));
  if (isEmpty(source)) return;
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = request.destination ?? {};
  const target = {
    sheetId: sheetId ?? 0,
    rows: (rowIndex ?? 0) - source.startRowIndex,
    columns: (columnIndex ?? 0) - source.startColumnIndex,
  };
  const destination = movedRange(source, target.sheetId, target.rows, target.columns);
  growGrid(edit, target.sheetId, {
    rows: destination.endRowIndex,
    columns: destination.endColumnIndex,
  });
  const map = relocation(source, target);
  const paste = pasteOf(request.pasteType);
  const rendering = createRendering(edit.snapshot(), edit.formulas);
  followInFormulas(edit, map);
  edit.changeSpreadsheet({
    namedRanges: edit.spreadsheet().namedRanges.map((named) => ({
      ...named,
      range: map(named.range) ?? named.range,
    })),
  });
  const merges = edit.sheet(source.sheetId).merges.filter((merge) => covers(source, merge));
  const before = edit.sheet(source.sheetId).rows.slice();
  for (const id of new Set([source.sheetId, target.sheetId])) {
    const kept = edit.sheet(id).merges.filter((merge) => {
      return !merges.includes(merge) && !intersects(merge, destination);
    });
    const added = id === target.sheetId ? merges : [];
    edit.changeSheet(id, {
      merges: [
        ...kept,
        ...added.map((merge) => movedRange(merge, id, target.rows, target.columns)),
      ],
    });
  }
  const { title } = edit.sheet(source.sheetId).properties;
  const qualified = (formula: string) => qualifyReferences(formula, title);
  writeCells(edit, source, () => undefined);
  writeCells(edit, destination, (there, row, column) => {
    const fromRow = row - target.rows;
    const fromColumn = column - target.columns;
    const effective = rendering.effective(source.sheetId, fromRow, fromColumn);
    const moved = before[fromRow]?.[fromColumn];
    const cell = target.sheetId === source.sheetId ? moved : withFormula(moved, qualified);
    return paste(there, cell, effective);
  });
};
