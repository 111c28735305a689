import type { Columns } from '../columns.ts';
import { textAt, type Values } from '../row.ts';
import type { World } from '../rule.ts';
import { dayOf } from '../values.ts';
import { servedBy } from './distributing.ts';
import { nameAt, nameKey, rowsByName } from './named-rows.ts';

/** The classes that a distribution is for and that have not been served. */
export function notServedYet(world: World, { distribution: said }: Values<Columns>) {
  const name = nameKey(String(said ?? ''));
  const distribution = rowsByName(world, 'distributions').get(name);
  if (!distribution) return [];
  const served = new Set(
    world
      .rows('handouts')
      .filter((row) => nameAt(row, 'distribution') === name)
      .map((row) => nameAt(row, 'class')),
  );
  return servedBy(world)(distribution)
    .filter((one) => !served.has(nameKey(one)))
    .map((one) => ({ class: one }));
}

/** The distributions that have begun, are for a class and have not reached it, with what is handed out. */
export function notTakenYet(world: World, { class: said }: Values<Columns>) {
  const one = nameKey(String(said ?? ''));
  const served = servedBy(world);
  const taken = new Set(
    world
      .rows('handouts')
      .filter((row) => nameAt(row, 'class') === one)
      .map((row) => nameAt(row, 'distribution')),
  );
  return world
    .rows('distributions')
    .filter((row) => {
      const from = textAt(row, 'from');
      const hasBegun = from !== '' && from <= dayOf(world.now);
      const isForIt = served(row).some((name) => nameKey(name) === one);
      return hasBegun && isForIt && !taken.has(nameAt(row, 'name'));
    })
    .map((row) => {
      const item = textAt(row, 'item');
      return { distribution: textAt(row, 'name'), ...(item === '' ? {} : { item }) };
    });
}
