import type { EffectiveValue, Row } from '../model.ts';
import type { Version } from './versions.ts';

/** Where each value of a column stands first, below a row; so a look-up costs the same in any length. */
export interface LookupIndex {
  /** The row of the first cell that equals the key, or undefined. */
  rowOf(key: EffectiveValue): number | undefined;
}

/**
 * Indexes of columns, kept as long as their tab stays as it is.
 *
 * A column that holds formulas has none, nor has a key with wildcards: those are left to the engine.
 */
export interface LookupIndexes {
  of(version: Version, column: number, startRow: number, endRow: number): LookupIndex | undefined;
}

export function createLookupIndexes(): LookupIndexes {
  const byVersion = new WeakMap<Version, Map<string, LookupIndex | undefined>>();
  return {
    of(version, column, startRow, endRow) {
      const indexes = byVersion.get(version) ?? new Map<string, LookupIndex | undefined>();
      byVersion.set(version, indexes);
      const key = `${column}:${startRow}:${endRow}`;
      if (!indexes.has(key)) indexes.set(key, buildIndex(version.rows, column, startRow, endRow));
      return indexes.get(key);
    },
  };
}

function buildIndex(
  cells: readonly Row[],
  column: number,
  startRow: number,
  endRow: number,
): LookupIndex | undefined {
  const rows = new Map<string, number>();
  for (let row = startRow; row < Math.min(endRow, cells.length); row += 1) {
    const value = cells[row]?.[column]?.value;
    if (!value) continue;
    if ('formulaValue' in value) return undefined;
    const key = keyOf(value);
    if (key !== undefined && !rows.has(key)) rows.set(key, row);
  }
  return {
    rowOf: (value) => {
      const key = keyOf(value);
      return key === undefined ? undefined : rows.get(key);
    },
  };
}

/** Text is compared without regard to case, and never with a number. */
function keyOf(value: EffectiveValue): string | undefined {
  if ('stringValue' in value) return `s${value.stringValue.toLowerCase()}`;
  if ('numberValue' in value) return `n${value.numberValue}`;
  return 'boolValue' in value ? `b${value.boolValue}` : undefined;
}

/** Whether a look-up for this text would match a pattern instead of the text itself. */
export function hasWildcards(value: EffectiveValue): boolean {
  return 'stringValue' in value && /[*?~]/.test(value.stringValue);
}
