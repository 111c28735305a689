import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { tidy } from '../cell-data.ts';
import { writeCells } from '../cell-writing.ts';
import type { Cell } from '../model.ts';
import { gridRangeFrom, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

type Border = sheets_v4.Schema$Border | undefined;
type Side = 'top' | 'bottom' | 'left' | 'right';

/** Draws the borders around and within a range; sides that are not named stay as they are. */
export const updateBorders: RequestHandler<'updateBorders'> = (request, edit) => {
  const asked = gridRangeFrom(request.range);
  const range = rangeInGrid(asked, edit.sheet(asked.sheetId));
  const { innerHorizontal, innerVertical } = request;
  writeCells(edit, range, (before, row, column) =>
    withBorders(before, {
      top: row === range.startRowIndex ? request.top : innerHorizontal,
      bottom: row === range.endRowIndex - 1 ? request.bottom : innerHorizontal,
      left: column === range.startColumnIndex ? request.left : innerVertical,
      right: column === range.endColumnIndex - 1 ? request.right : innerVertical,
    }),
  );
};

function withBorders(
  cell: Cell | undefined,
  sides: Readonly<Record<Side, Border>>,
): Cell | undefined {
  const borders = { ...cell?.format?.borders };
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const border = sides[side];
    if (!border) continue;
    if (border.style === 'NONE') delete borders[side];
    else borders[side] = border;
  }
  const { borders: _before, ...rest } = cell?.format ?? {};
  const format = Object.keys(borders).length > 0 ? { ...rest, borders } : rest;
  const { format: _format, ...content } = cell ?? {};
  return tidy(Object.keys(format).length > 0 ? { ...content, format } : content);
}
