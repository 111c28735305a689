import { hasWildcards } from './lookup-index.ts';
import type { Parts } from './parse.ts';
import { constantOf, type PlacedRange, placeOf, type ReadCell, type Scope } from './scope.ts';

/**
 * What an exact look-up finds: a cell, a number, the argument to use instead, or nothing.
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
  const [part] = parts ?? [];
  if (part?.kind !== 'call' || parts?.length !== 1) return numberOf(parts, scope);
  const found = answerLookup(part.name, part.arguments, scope);
  if (found === 'nothing') return found;
  return found && 'number' in found ? found.number : undefined;
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
