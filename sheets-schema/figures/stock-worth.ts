import { catalogueOf, itemOf, valuation } from '../calculations/stock.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';

/** What each entry of the stock ledger is worth, in yuan, over all its rows. */
export function entryWorth(rows: readonly Row[], world: World): (row: Row) => number | undefined {
  const { entries } = valuation(rows, catalogueOf(world.rows('items')));
  return (row) => entries.get(row.id);
}

/** The category, in words, of the item of an entry; '' for an item that the catalogue lacks. */
export function entryCategory(world: World): (row: Row) => string {
  const catalogue = catalogueOf(world.rows('items'));
  const category = world.register('items')?.columns.category;
  const names = category?.kind === 'choice' ? category.choices : {};
  return (row) => {
    const key = itemOf(row, catalogue)?.category ?? '';
    return names[key]?.zh ?? key;
  };
}
