import { cellFrom, requireCellMask } from '../cell-data.ts';
import { requireRulesFit } from '../cell-rules.ts';
import { writeCells } from '../cell-writing.ts';
import { names, parseFieldMask } from '../field-mask.ts';
import { offsetReferences } from '../formula-references.ts';
import type { Cell } from '../model.ts';
import { gridRangeFrom, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

/** Puts the same into every cell of a range; a formula's references count from the first cell. */
export const repeatCell: RequestHandler<'repeatCell'> = (request, edit) => {
  const mask = parseFieldMask(request.fields);
  requireCellMask(mask);
  const asked = gridRangeFrom(request.range);
  const range = rangeInGrid(asked, edit.sheet(asked.sheetId));
  const given = request.cell ?? {};
  requireRulesFit(edit, range, [given], mask);
  const formula = names(mask, 'userEnteredValue') && given.userEnteredValue?.formulaValue;
  writeCells(edit, range, (before, row, column) => {
    const after = cellFrom(before, given, mask);
    return formula
      ? withOffset(after, row - range.startRowIndex, column - range.startColumnIndex)
      : after;
  });
};

function withOffset(cell: Cell | undefined, rows: number, columns: number): Cell | undefined {
  if (!cell?.value || !('formulaValue' in cell.value)) return cell;
  const formulaValue = offsetReferences(cell.value.formulaValue, rows, columns);
  return { ...cell, value: { formulaValue } };
}
