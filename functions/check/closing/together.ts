import { nameKey } from '#schema/calculations/named-rows.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import type { RowId } from '#schema/values.ts';

/** What hangs together stays together; a count that stays is held against the ledger of its moment. */
export function keepTogether(
  closing: readonly Register[],
  world: World,
  month: string,
  staying: Set<RowId>,
): void {
  for (let before = -1; before !== staying.size; ) {
    before = staying.size;
    keepChains(closing, world, staying);
    const [first] = world
      .rows('counts')
      .filter(({ id }) => staying.has(id))
      .map((row) => textAt(row, 'at'))
      .filter((at) => at !== '' && at.slice(0, 7) <= month)
      .toSorted();
    if (first === undefined) continue;
    for (const row of world.rows('movements'))
      if (textAt(row, 'happened') >= first) staying.add(row.id);
  }
}

/** A chain of rows that name each other is closed as a whole: none of its rules would see it otherwise. */
function keepChains(closing: readonly Register[], world: World, staying: Set<RowId>): void {
  const byKey = new Map(closing.map((register) => [register.key, register]));
  const named = new Map<string, ReadonlyMap<string, readonly Row[]>>();
  const rowsNamed = (key: string, name: string): readonly Row[] => {
    const register = byKey.get(key);
    if (!register?.label || name.trim() === '') return [];
    const { label } = register;
    const names =
      named.get(key) ?? Map.groupBy(world.rows(key), (row) => nameKey(textAt(row, label)));
    named.set(key, names);
    return names.get(nameKey(name)) ?? [];
  };
  const neighbours = new Map<RowId, RowId[]>();
  const join = (one: RowId, other: RowId): void => {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
    neighbours.set(other, [...(neighbours.get(other) ?? []), one]);
  };
  const ids = new Map(
    closing.flatMap(({ key }) => world.rows(key).map((row) => [String(row.id), row.id] as const)),
  );
  for (const { key, columns } of closing)
    for (const [name, column] of Object.entries(columns)) {
      if (column.kind !== 'rowLink' && column.kind !== 'reference') continue;
      if (!byKey.has(column.to)) continue;
      for (const row of world.rows(key)) {
        const said = textAt(row, name);
        const linked = column.kind === 'rowLink' ? ids.get(said) : undefined;
        if (linked !== undefined) join(row.id, linked);
        if (column.kind === 'reference')
          for (const other of rowsNamed(column.to, said)) join(row.id, other.id);
      }
    }
  const waiting = [...staying];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const other of neighbours.get(id) ?? [])
      if (!staying.has(other)) {
        staying.add(other);
        waiting.push(other);
      }
}
