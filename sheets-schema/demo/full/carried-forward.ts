import { balances, catalogueOf } from '../../calculations/stock.ts';
import type { Row } from '../../row.ts';
import { type LocalDate, sequence } from '../../values.ts';
import type { DemoEntry } from '../entry.ts';
import { momentOn } from '../moment.ts';
import { demoRowId } from '../row-id.ts';

/**
 * Closes the store's book of a stretch, since the next one opens with balances of its own: what is left of each item
 * is carried out on its last evening.
 */
export function carriedForward(
  seed: number,
  movements: readonly DemoEntry[],
  items: readonly DemoEntry[],
  lastDay: LocalDate,
): readonly DemoEntry[] {
  const left = balances(movements.map(rowOf), catalogueOf(items.map(rowOf)));
  return [...left]
    .filter(([, rest]) => rest !== 0)
    .map(([item, rest], index) => ({
      id: demoRowId(seed, 'movements carried forward', index),
      values: {
        happened: momentOn(lastDay, 1435),
        direction: 'adjustment',
        item,
        quantity: -rest,
        reason: '结转下期',
        handledBy: '叶红梅',
      },
    }));
}

function rowOf({ id, values }: DemoEntry, index: number): Row {
  return {
    id,
    sequence: sequence.parse(`${index.toString(36).padStart(9, '0')}-demo-0000`),
    values,
    unreadable: [],
  };
}
