import { columnLetters } from './a1.ts';
import type { View } from './view.ts';

/** Merged cells by the name of their first cell, counted in what is shown: columns, then rows. */
export function shownMerges(view: View): Record<string, [number, number]> {
  return Object.fromEntries(
    view.merges.flatMap(({ top, bottom, left, right }) => {
      const rows = view.rows.filter((row) => row >= top && row < bottom);
      const columns = view.columns.filter((column) => column >= left && column < right);
      const [firstRow] = rows;
      const [firstColumn] = columns;
      if (firstRow === undefined || firstColumn === undefined) return [];
      if (rows.length === 1 && columns.length === 1) return [];
      const name = `${columnLetters(view.columns.indexOf(firstColumn))}${view.rows.indexOf(firstRow) + 1}`;
      return [[name, [columns.length, rows.length]]];
    }),
  );
}
