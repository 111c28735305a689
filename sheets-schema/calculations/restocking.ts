import type { Measured, Period } from '../figure.ts';
import type { Purchase } from '../plan.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';
import { dayOf, type LocalDate } from '../values.ts';
import {
  balances,
  catalogueOf,
  happenedUpTo,
  itemName,
  type StockItem,
  valuation,
} from './stock.ts';

/** An item that has a minimum and is still bought. */
interface WatchedItem extends StockItem {
  readonly minimum: number;
}

function isWatched(item: StockItem): item is WatchedItem {
  return item.minimum !== undefined && !item.discontinued && item.name !== '';
}

/**
 * What to buy: every item below its minimum, up to its maximum (twice the minimum without one), the largest
 * amount first. Without any entry in the ledger nothing is known, and nothing is bought.
 * @param purposeOf what it is bought for, from the key of its category
 */
export function purchasesToRestock(
  items: readonly Row[],
  entries: readonly Row[],
  neededBy: LocalDate,
  purposeOf: (category: string) => string,
): readonly Purchase[] {
  if (entries.length === 0) return [];
  const catalogue = catalogueOf(items);
  const held = balances(entries, catalogue);
  const { prices } = valuation(entries, catalogue);
  const amount = ({ quantity, estimate }: Purchase): number => quantity * (estimate ?? 0);
  return [...catalogue.values()]
    .filter(isWatched)
    .map((item) => ({ item, onHand: held.get(item.name) ?? 0 }))
    .filter(({ item, onHand }) => onHand < item.minimum)
    .map(({ item, onHand }) => ({
      item: item.name,
      unit: item.unit,
      onHand,
      minimum: item.minimum,
      quantity: Math.ceil((item.maximum ?? item.minimum * 2) - Math.max(0, onHand)),
      estimate: prices.get(item.name),
      purpose: purposeOf(item.category),
      neededBy,
    }))
    .filter(({ quantity }) => quantity > 0)
    .toSorted((a, b) => amount(b) - amount(a));
}

/** The share of watched items at or above their minimum on the last day of a period. */
export function suppliedShare(items: readonly Row[], period: Period, world: World): Measured {
  const entries = happenedUpTo(world.rows('movements'), period.to);
  const catalogue = catalogueOf(items);
  const held = balances(entries, catalogue);
  const watched = [...catalogue.values()].filter(isWatched);
  if (entries.length === 0 || watched.length === 0) return { value: undefined, rows: [] };
  const supplied = new Set(
    watched.filter(({ name, minimum }) => (held.get(name) ?? 0) >= minimum).map(({ name }) => name),
  );
  return {
    value: (supplied.size / watched.length) * 100,
    part: supplied.size,
    whole: watched.length,
    rows: items.filter((row) => supplied.has(itemName(row))).map(({ id }) => id),
  };
}

/** What is below its minimum, as lines of a purchase request. */
export function restockingLines(world: World) {
  const today = dayOf(world.now);
  const items = world.rows('items');
  return purchasesToRestock(items, world.rows('movements'), today, () => '').map(
    ({ item, unit, quantity, estimate }) => ({
      item,
      quantity,
      unit,
      estimate: estimate === undefined ? undefined : Math.round(estimate * 100) / 100,
    }),
  );
}
