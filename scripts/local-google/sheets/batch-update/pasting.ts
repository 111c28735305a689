import { invalidArgument } from '../../errors.ts';
import { tidy } from '../cell-data.ts';
import { offsetReferences } from '../formula-references.ts';
import type { Cell, CellFormat, EffectiveValue, EnteredValue } from '../model.ts';

/** What a paste takes from its source, and leaves of its target. */
export type Paste = (
  before: Cell | undefined,
  source: Cell | undefined,
  effective: EffectiveValue | undefined,
) => Cell | undefined;

/** How a paste type of a request works. Throws 400 for one that has no effect on cells. */
export function pasteOf(type: string | null | undefined): Paste {
  switch (type ?? 'PASTE_NORMAL') {
    case 'PASTE_NORMAL':
      return (_, source) => source;
    case 'PASTE_VALUES':
      return (before, _, effective) => put(before, { value: constantOf(effective) });
    case 'PASTE_FORMULA':
      return (before, source) => put(before, { value: source?.value });
    case 'PASTE_FORMAT':
      return (before, source) => put(before, { format: source?.format });
    case 'PASTE_DATA_VALIDATION':
      return (before, source) => put(before, { validation: source?.validation });
    case 'PASTE_NO_BORDERS':
      return (before, source) =>
        put(source, { format: withBorders(source?.format, before?.format?.borders) });
    default:
      throw invalidArgument(`Paste type ${type} is not served by the local Google.`);
  }
}

type Parts = {
  readonly value?: EnteredValue | undefined;
  readonly format?: CellFormat | undefined;
  readonly validation?: Cell['validation'] | undefined;
};

function put(before: Cell | undefined, parts: Parts): Cell | undefined {
  const { value, format, validation, ...rest } = { ...before, ...parts };
  return tidy({
    ...rest,
    ...(value && { value }),
    ...(format && { format }),
    ...(validation && { validation }),
  });
}

function withBorders(
  format: CellFormat | undefined,
  borders: CellFormat['borders'],
): CellFormat | undefined {
  const { borders: _dropped, ...rest } = format ?? {};
  const after: CellFormat = borders ? { ...rest, borders } : rest;
  return Object.keys(after).length === 0 ? undefined : after;
}

function constantOf(effective: EffectiveValue | undefined): EnteredValue | undefined {
  if (!effective || 'errorValue' in effective) return undefined;
  if ('stringValue' in effective && effective.stringValue === '') return undefined;
  return effective;
}

/** A cell as it reads when copied so many rows and columns away. */
export function copiedBy(cell: Cell | undefined, rows: number, columns: number): Cell | undefined {
  return withFormula(cell, (formula) => offsetReferences(formula, rows, columns));
}

/** A cell whose formula, if it has one, was put through `change`. */
export function withFormula(
  cell: Cell | undefined,
  change: (formula: string) => string,
): Cell | undefined {
  if (!cell?.value || !('formulaValue' in cell.value)) return cell;
  return { ...cell, value: { formulaValue: change(cell.value.formulaValue) } };
}
