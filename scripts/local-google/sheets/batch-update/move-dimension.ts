import { invalidArgument } from '../../errors.ts';
import { moveLines } from '../grid-moves.ts';
import { linesFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';

/** Moves rows or columns; `destinationIndex` is counted before they are taken out. */
export const moveDimension: RequestHandler<'moveDimension'> = (request, edit) => {
  const { lines, span, count } = linesFrom(request.source, edit);
  const before = request.destinationIndex ?? 0;
  if (span.end > count) {
    throw invalidArgument(`source.endIndex[${span.end}] is after the end of the grid (${count})`);
  }
  if (before < 0 || before > count) {
    throw invalidArgument(`destinationIndex[${before}] is outside the grid (${count})`);
  }
  if (before > span.start && before < span.end) {
    throw invalidArgument('destinationIndex cannot be within the source.');
  }
  moveLines(edit, lines, span, before);
};
