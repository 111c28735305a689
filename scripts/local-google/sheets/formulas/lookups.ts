import type { EffectiveValue } from '../model.ts';
import { hasWildcards } from './lookup-index.ts';
import type { Parts } from './parse.ts';
import {
  constantIn,
  onlyPart,
  type PlacedRange,
  placeOf,
  placeReference,
  type ReadCell,
  type Scope,
} from './scope.ts';

/**
 * What an exact look-up finds: a cell, a number, the argument to use instead, or nothing. The place
 * of the formula itself, `ROW()`, counts as one.
 *
 * @returns undefined if the call is no exact look-up of a known key in a column of constants; it is
 * then left to the engine, which searches it cell by cell.
 */
export function answerLookup(
  name: string,
  given: readonly Parts[],
  scope: Scope,
): ReadCell | { readonly number: number } | { readonly instead: Parts } | 'nothing' | undefined {
  switch (name) {
    case 'VLOOKUP':
      return answerVlookup(given, scope);
    case 'XLOOKUP':
      return answerXlookup(given, scope);
    case 'MATCH': {
      const range = placeOf(given[1], scope);
      if (!range || numberOf(given[2], scope) !== 0) return undefined;
      const row = findRow(given[0], range, scope);
      return typeof row === 'number' ? { number: row - range.startRowIndex + 1 } : row;
    }
    case 'INDEX':
      return answerIndex(given, scope);
    case 'ROW':
      return given.length === 0 ? { number: scope.row + 1 } : undefined;
    case 'COLUMN':
      return given.length === 0 ? { number: scope.column + 1 } : undefined;
    default:
      return undefined;
  }
}

function answerVlookup(
  [key, table, position, isSorted]: readonly Parts[],
  scope: Scope,
): ReadCell | 'nothing' | undefined {
  const range = placeOf(table, scope);
  const offset = numberOf(position, scope);
  if (!range || offset === undefined || numberOf(isSorted, scope) !== 0) return undefined;
  const column = range.startColumnIndex + Math.floor(offset) - 1;
  if (offset < 1 || column >= range.endColumnIndex) return undefined;
  const row = findRow(key, { ...range, endColumnIndex: range.startColumnIndex + 1 }, scope);
  return typeof row === 'number' ? { sheet: range.sheet, row, column } : row;
}

function answerXlookup(
  [key, searched, results, missing, mode, ...rest]: readonly Parts[],
  scope: Scope,
): ReadCell | { readonly instead: Parts } | 'nothing' | undefined {
  const range = placeOf(searched, scope);
  const result = placeOf(results, scope);
  const isExact = mode === undefined || mode.length === 0 || numberOf(mode, scope) === 0;
  if (!range || !result || !isExact || rest.length > 0 || !isOneColumn(result)) return undefined;
  const row = findRow(key, range, scope);
  if (row === 'nothing') return missing && missing.length > 0 ? { instead: missing } : row;
  if (row === undefined) return undefined;
  return {
    sheet: result.sheet,
    row: row - range.startRowIndex + result.startRowIndex,
    column: result.startColumnIndex,
  };
}

function answerIndex(
  [table, rowNumber, columnNumber]: readonly Parts[],
  scope: Scope,
): ReadCell | 'nothing' | undefined {
  const range = placeOf(table, scope);
  const row = rowNumberOf(rowNumber, scope);
  if (row === 'nothing') return row;
  const column = columnNumber === undefined ? 1 : numberOf(columnNumber, scope);
  if (!range || row === undefined || column === undefined || row < 1 || column < 1)
    return undefined;
  if (columnNumber === undefined && !isOneColumn(range)) return undefined;
  const cell = {
    sheet: range.sheet,
    row: range.startRowIndex + row - 1,
    column: range.startColumnIndex + column - 1,
  };
  return cell.row < range.endRowIndex && cell.column < range.endColumnIndex ? cell : undefined;
}

function rowNumberOf(parts: Parts | undefined, scope: Scope): number | 'nothing' | undefined {
  const part = onlyPart(parts);
  if (part?.kind === 'call' && answerLookup(part.name, part.arguments, scope) === 'nothing') {
    return 'nothing';
  }
  return numberOf(parts, scope);
}

/** The constant an argument is known to be without the engine; `null` if it is an empty cell. */
function constantOf(parts: Parts | undefined, scope: Scope): EffectiveValue | null | undefined {
  const part = onlyPart(parts);
  switch (part?.kind) {
    case 'text':
      return { stringValue: part.value };
    case 'name':
      return /^(true|false)$/i.test(part.name)
        ? { boolValue: part.name.toUpperCase() === 'TRUE' }
        : undefined;
    case 'other':
      return /^[\d.]/.test(part.text) ? { numberValue: Number(part.text) } : undefined;
    case 'reference': {
      const place = part.reference.end ? undefined : placeReference(part.reference, scope);
      return (
        place &&
        constantIn(
          { sheet: place.sheet, row: place.startRowIndex, column: place.startColumnIndex },
          scope,
        )
      );
    }
    case 'call': {
      const found = answerLookup(part.name, part.arguments, scope);
      if (!found || found === 'nothing' || 'instead' in found) return undefined;
      return 'number' in found ? { numberValue: found.number } : constantIn(found, scope);
    }
    default:
      return undefined;
  }
}

/** The row of the key in a range of one column. An empty key finds nothing. */
function findRow(
  key: Parts | undefined,
  range: PlacedRange,
  scope: Scope,
): number | 'nothing' | undefined {
  const value = constantOf(key, scope);
  if (value === undefined || !isOneColumn(range)) return undefined;
  if (value === null) return 'nothing';
  if (hasWildcards(value)) return undefined;
  const { sheet, startColumnIndex, startRowIndex, endRowIndex } = range;
  const index = scope.lookups.of(
    scope.version(sheet),
    startColumnIndex,
    startRowIndex,
    endRowIndex,
  );
  return index && (index.rowOf(value) ?? 'nothing');
}

function numberOf(parts: Parts | undefined, scope: Scope): number | undefined {
  const value = constantOf(parts, scope);
  if (!value) return undefined;
  if ('numberValue' in value) return value.numberValue;
  return 'boolValue' in value ? Number(value.boolValue) : undefined;
}

function isOneColumn(range: PlacedRange): boolean {
  return range.endColumnIndex - range.startColumnIndex === 1;
}
