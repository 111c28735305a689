import { invalidArgument } from '../../errors.ts';
import type { Edit } from '../edit.ts';
import { newText } from '../identifiers.ts';
import type { GridRange, NamedRangeState } from '../model.ts';
import { gridRangeFrom, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

/** Gives a range a name that is used once in the spreadsheet. */
export const addNamedRange: RequestHandler<'addNamedRange'> = ({ namedRange }, edit) => {
  const before = edit.spreadsheet().namedRanges;
  const name = requireName(namedRange?.name);
  requireFreeName(before, name);
  const added: NamedRangeState = {
    namedRangeId: newText(
      edit,
      namedRange?.namedRangeId,
      (id) => before.some((one) => one.namedRangeId === id),
      'Named range ID',
    ),
    name,
    range: namedRangeIn(edit, gridRangeFrom(namedRange?.range)),
  };
  edit.changeSpreadsheet({ namedRanges: [...before, added] });
  return { namedRange: { ...added, range: { ...added.range } } };
};

const looksLikeCell = /^(?:[A-Za-z]{1,3}[1-9]\d*|[Rr]\d*[Cc]\d*|true|false)$/i;

/** Throws 400 for a name Google does not allow: letters, digits and underscores, no cell's address. */
export function requireName(name: string | null | undefined): string {
  if (
    !name ||
    name.length > 250 ||
    !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ||
    looksLikeCell.test(name)
  ) {
    throw invalidArgument('The name given to this range is invalid.');
  }
  return name;
}

/** Throws 400, in Google's words, if a range has the name already. */
export function requireFreeName(others: readonly NamedRangeState[], name: string): void {
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw invalidArgument(
      `Cannot add named range with name ${name}, a named range with that name already exists.`,
    );
  }
}

/** The range again; throws 400 if it does not lie in the grid of its tab. */
export function namedRangeIn(edit: Edit, range: GridRange): GridRange {
  rangeInGrid(range, edit.sheet(range.sheetId));
  return range;
}
