import type { View } from './view.ts';

/** A row, known by what it holds, so that it is found again when others have sorted or inserted. */
export interface Anchor {
  readonly row: number;
  /** The column somebody is editing; it does not count. */
  readonly column?: number;
  /** By column: what people and programs had written there. Results of formulas change at any time. */
  readonly filled: ReadonlyMap<number, string>;
}

/** Remembers a row of a view. */
export function anchorOf(view: View, row: number, column?: number): Anchor {
  const filled = new Map<number, string>();
  for (let at = 0; at < view.columnCount; at += 1) {
    const { entered, isFormula } = view.cellAt(row, at);
    if (at !== column && !isFormula && entered !== '') filled.set(at, entered);
  }
  return { row, filled, ...(column !== undefined && { column }) };
}

/**
 * Where the row is now: where all that it held stands, and if that is nowhere, where half of it still
 * stands in its old place. A row that was blank and is not any more gives way to the next blank one.
 *
 * @returns undefined if the row is gone
 */
export function findAgain(view: View, anchor: Anchor): number | undefined {
  const { row, column, filled } = anchor;
  if (filled.size === 0) {
    const isBlank = (other: number) => anchorOf(view, other, column).filled.size === 0;
    return view.rows.find((other) => other >= row && isBlank(other));
  }
  if (kept(view, row, anchor) === 1) return row;
  const alike = view.rows.filter((other) => kept(view, other, anchor) === 1);
  if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined;
  return kept(view, row, anchor) >= 0.5 ? row : undefined;
}

/** The share of what the row held that stands in another now. */
function kept(view: View, row: number, { filled }: Anchor): number {
  const same = [...filled].filter(([column, text]) => view.cellAt(row, column).entered === text);
  return same.length / filled.size;
}
