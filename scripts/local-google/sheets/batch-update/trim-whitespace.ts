import { withValue } from '../cell-data.ts';
import { writeCells } from '../cell-writing.ts';
import type { Cell } from '../model.ts';
import { gridRangeFrom, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

/** Takes blanks off both ends of texts, and makes runs of blanks within them one. */
export const trimWhitespace: RequestHandler<'trimWhitespace'> = (request, edit) => {
  const asked = gridRangeFrom(request.range);
  const range = rangeInGrid(asked, edit.sheet(asked.sheetId));
  let cellsChangedCount = 0;
  writeCells(edit, range, (before) => {
    const after = trimmed(before);
    if (after !== before) cellsChangedCount += 1;
    return after;
  });
  return { cellsChangedCount };
};

function trimmed(cell: Cell | undefined): Cell | undefined {
  if (!cell?.value || !('stringValue' in cell.value)) return cell;
  const stringValue = cell.value.stringValue.trim().replaceAll(/\s+/g, ' ');
  if (stringValue === cell.value.stringValue) return cell;
  return withValue(cell, stringValue === '' ? undefined : { stringValue });
}
