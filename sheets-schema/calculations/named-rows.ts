import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';

/** A name as two rows that speak of the same thing may write it, in any case and width. */
export function nameKey(name: string): string {
  return plain(name).toLowerCase();
}

/** The name in a column, to be looked up among {@link rowsByName}; '' when blank. */
export function nameAt(row: Row, column: string): string {
  return nameKey(textAt(row, column));
}

/** The rows of a register by the label that other registers write; of two with one label the first written. */
export function rowsByName(world: World, register: string): ReadonlyMap<string, Row> {
  const label = world.register(register)?.label;
  const byName = new Map<string, Row>();
  if (label === undefined) return byName;
  for (const row of world.rows(register)) {
    const name = nameAt(row, label);
    if (name !== '' && !byName.has(name)) byName.set(name, row);
  }
  return byName;
}

/** Amounts of rows added up by the name in a column; rows without either add nothing. */
export function sumsByName(
  rows: readonly Row[],
  column: string,
  amount: (row: Row) => number | undefined,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const name = nameAt(row, column);
    const more = amount(row);
    if (name === '' || more === undefined) continue;
    sums.set(name, (sums.get(name) ?? 0) + more);
  }
  return sums;
}
