import type { SheetState } from '../model.ts';
import type { ReadCell } from './scope.ts';

/** Notes on cells. */
export interface Cells<T> {
  get(cell: ReadCell): T | undefined;
  set(cell: ReadCell, value: T): void;
}

/** No notes yet. */
export function createCells<T>(): Cells<T> {
  const bySheet = new Map<SheetState, Map<number, T>>();
  /** Google allows 18,278 columns. */
  const numberOf = ({ row, column }: ReadCell) => row * 20_000 + column;
  return {
    get: (cell) => bySheet.get(cell.sheet)?.get(numberOf(cell)),
    set: (cell, value) => {
      const ofSheet = bySheet.get(cell.sheet) ?? new Map<number, T>();
      bySheet.set(cell.sheet, ofSheet);
      ofSheet.set(numberOf(cell), value);
    },
  };
}
