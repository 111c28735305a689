import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { GoogleError, invalidArgument } from '../errors.ts';
import { type FieldMask, names, under, withMasked } from './field-mask.ts';
import type { Cell, EnteredValue } from './model.ts';

type CellData = sheets_v4.Schema$CellData;

/** Characters one cell may hold. */
const characterLimit = 50_000;

/** Throws 400 for a text longer than Google allows in one cell. */
export function requireCellLength(text: string): void {
  if (text.length > characterLimit) {
    throw invalidArgument(
      `Your input contains more than the maximum of ${characterLimit} characters in a single cell.`,
    );
  }
}

const memberNames: readonly string[] = [
  'userEnteredValue',
  'effectiveValue',
  'formattedValue',
  'userEnteredFormat',
  'effectiveFormat',
  'hyperlink',
  'note',
  'textFormatRuns',
  'dataValidation',
  'pivotTable',
  'dataSourceTable',
  'dataSourceFormula',
  'chipRuns',
];

/** Throws 400 if the mask names something a cell does not have, or this stand-in does not keep. */
export function requireCellMask(mask: FieldMask): void {
  if (mask === 'everything') return;
  for (const name of mask.keys()) {
    if (!memberNames.includes(name)) throw invalidArgument(`Invalid field: ${name}`);
  }
}

/**
 * The entered value of a request; undefined to empty the cell. A leading `=` of a `stringValue` is
 * text, and dates are numbers.
 */
function enteredValueFrom(
  value: sheets_v4.Schema$ExtendedValue | null | undefined,
): EnteredValue | undefined {
  const { numberValue, stringValue, boolValue, formulaValue, errorValue } = value ?? {};
  if (errorValue) throw invalidArgument('errorValue cannot be set by users.');
  if (typeof numberValue === 'number') return { numberValue };
  if (typeof boolValue === 'boolean') return { boolValue };
  if (typeof stringValue === 'string') {
    requireCellLength(stringValue);
    return stringValue === '' ? undefined : { stringValue };
  }
  if (typeof formulaValue !== 'string') return undefined;
  requireCellLength(formulaValue);
  if (!formulaValue.startsWith('=')) {
    throw invalidArgument(`Formula values must start with '=': ${formulaValue}`);
  }
  return { formulaValue };
}

/** Throws 501 for content of a cell that this stand-in does not keep. */
function requireKept(given: CellData, mask: FieldMask): void {
  const lost = (['pivotTable', 'dataSourceTable', 'dataSourceFormula', 'chipRuns'] as const).find(
    (name) => given[name] && names(mask, name),
  );
  if (lost) {
    throw new GoogleError(501, 'UNIMPLEMENTED', `${lost} is not served by the local Google`);
  }
}

/** A cell with the parts that the mask names taken from a request; undefined if nothing is left. */
export function cellFrom(
  before: Cell | undefined,
  given: CellData,
  mask: FieldMask,
): Cell | undefined {
  requireKept(given, mask);
  const value = names(mask, 'userEnteredValue')
    ? enteredValueFrom(given.userEnteredValue)
    : before?.value;
  const formatMask = under(mask, 'userEnteredFormat');
  const format = formatMask
    ? withMasked(before?.format, given.userEnteredFormat, formatMask)
    : before?.format;
  const note = names(mask, 'note') ? given.note : before?.note;
  const validationMask = under(mask, 'dataValidation');
  const validation = validationMask
    ? withMasked(before?.validation, given.dataValidation, validationMask)
    : before?.validation;
  const runs = names(mask, 'textFormatRuns') ? given.textFormatRuns : before?.textFormatRuns;
  const cell: Cell = {
    ...(value && { value }),
    ...(format && { format }),
    ...(note && { note }),
    ...(validation && { validation }),
    ...(runs?.length && { textFormatRuns: runs }),
  };
  return tidy(cell);
}

/** The cell, or undefined if it holds nothing. */
export function tidy(cell: Cell): Cell | undefined {
  return Object.keys(cell).length === 0 ? undefined : cell;
}

/** The cell with another value, or none. */
export function withValue(
  before: Cell | undefined,
  value: EnteredValue | undefined,
): Cell | undefined {
  const { value: _dropped, textFormatRuns: _runs, ...rest } = before ?? {};
  return tidy(value ? { ...rest, value } : rest);
}
