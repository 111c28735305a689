import { cellFrom, requireCellMask } from '../cell-data.ts';
import { requireRulesFit } from '../cell-rules.ts';
import { writeCells } from '../cell-writing.ts';
import { names, parseFieldMask } from '../field-mask.ts';
import { gridRangeFrom, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';
import { copiedBy } from './pasting.ts';

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
      ? copiedBy(after, row - range.startRowIndex, column - range.startColumnIndex)
      : after;
  });
};
