import type { Row, SheetState } from '../model.ts';

/** Stands for what the cells of a tab are at a moment; the same object as long as they do not change. */
export interface Version {
  readonly rows: readonly Row[];
}

/**
 * Tells whether a tab's cells are still the same. A tab being edited is one object whose list of rows
 * is written in place, so its identity alone says too little; its rows are never changed in place
 * once they were read.
 */
export function createVersions(): (sheet: SheetState) => Version {
  const known = new WeakMap<SheetState, Version>();
  return (sheet) => {
    const before = known.get(sheet);
    if (before && sameRows(before.rows, sheet.rows)) return before;
    const version = { rows: sheet.rows.slice() };
    known.set(sheet, version);
    return version;
  };
}

function sameRows(one: readonly Row[], other: readonly Row[]): boolean {
  return one.length === other.length && one.every((row, index) => row === other[index]);
}
