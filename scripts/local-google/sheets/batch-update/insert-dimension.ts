import { invalidArgument } from '../../errors.ts';
import { insertLines } from '../grid-moves.ts';
import { linesFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';

/** Inserts rows or columns that look like the line before or, without `inheritFromBefore`, after. */
export const insertDimension: RequestHandler<'insertDimension'> = (request, edit) => {
  const { lines, span, count } = linesFrom(request.range, edit);
  const before = request.inheritFromBefore ?? false;
  if (before && span.start === 0) {
    throw invalidArgument('inheritFromBefore cannot be true if range.startIndex is 0');
  }
  if (span.start > count || (span.start === count && !before)) {
    throw invalidArgument(
      `range.startIndex[${span.start}] must be less than the grid size (${count}) if inheritFromBefore is false.`,
    );
  }
  insertLines(edit, lines, span.start, span.end - span.start, before ? span.start - 1 : span.start);
};
