import { invalidArgument } from '../../errors.ts';
import { deleteLines } from '../grid-moves.ts';
import { linesFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';

/** Deletes rows or columns; a tab keeps at least one of each. */
export const deleteDimension: RequestHandler<'deleteDimension'> = (request, edit) => {
  const { lines, span, count } = linesFrom(request.range, edit);
  const word = lines.dimension === 'ROWS' ? 'row' : 'column';
  if (span.end > count) {
    const index = Math.max(span.start, count);
    throw invalidArgument(
      `Cannot delete a ${word} that doesn't exist. Tried to delete ${word} index ${index} but there are only ${count} ${word}s.`,
    );
  }
  if (span.end - span.start === count) {
    throw invalidArgument(`You can't delete all the ${word}s on the sheet.`);
  }
  deleteLines(edit, lines, span);
};
