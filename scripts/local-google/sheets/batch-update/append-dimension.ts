import { invalidArgument } from '../../errors.ts';
import { insertLines, lineCount } from '../grid-moves.ts';
import { dimensionFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';

/** Adds empty rows or columns at the end of a tab. */
export const appendDimension: RequestHandler<'appendDimension'> = (request, edit) => {
  const lines = {
    sheetId: request.sheetId ?? 0,
    dimension: dimensionFrom(request.dimension),
  };
  const length = request.length ?? 0;
  if (length <= 0) throw invalidArgument('length must be greater than 0');
  insertLines(edit, lines, lineCount(edit.sheet(lines.sheetId), lines.dimension), length);
};
