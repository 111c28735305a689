import { invalidArgument } from '../../errors.ts';
import type { RequestHandler } from './index.ts';

/** Takes the name from a range; its cells stay. */
export const deleteNamedRange: RequestHandler<'deleteNamedRange'> = ({ namedRangeId }, edit) => {
  const before = edit.spreadsheet().namedRanges;
  const namedRanges = before.filter((one) => one.namedRangeId !== namedRangeId);
  if (namedRanges.length === before.length) {
    throw invalidArgument(`No NamedRange with id: ${namedRangeId ?? ''}`);
  }
  edit.changeSpreadsheet({ namedRanges });
};
