import { invalidArgument } from '../../errors.ts';
import { names, parseFieldMask } from '../field-mask.ts';
import { gridRangeFrom } from '../ranges.ts';
import { namedRangeIn, requireFreeName, requireName } from './add-named-range.ts';
import type { RequestHandler } from './index.ts';

/** Renames a named range or moves it. */
export const updateNamedRange: RequestHandler<'updateNamedRange'> = (
  { namedRange, fields },
  edit,
) => {
  const mask = parseFieldMask(fields);
  const all = edit.spreadsheet().namedRanges;
  const before = all.find((one) => one.namedRangeId === namedRange?.namedRangeId);
  if (!before) throw invalidArgument(`No NamedRange with id: ${namedRange?.namedRangeId ?? ''}`);
  const name = names(mask, 'name') ? requireName(namedRange?.name) : before.name;
  requireFreeName(
    all.filter((one) => one !== before),
    name,
  );
  const range = names(mask, 'range')
    ? namedRangeIn(edit, gridRangeFrom(namedRange?.range))
    : before.range;
  const after = { ...before, name, range };
  edit.changeSpreadsheet({ namedRanges: all.map((one) => (one === before ? after : one)) });
};
