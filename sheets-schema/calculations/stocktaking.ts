import { momentAt, numberAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';
import { exact } from './exact.ts';
import { nameAt, nameKey, rowsByName } from './named-rows.ts';
import { type Catalogue, catalogueOf, changeOf, factorOf, itemName } from './stock.ts';

/** What was counted of one item in one campaign, beside what the ledger said at that time. */
export interface CountedItem {
  readonly campaign: Row;
  readonly item: string;
  readonly unit: string;
  /** All counts of it in the campaign; the last one carries the finding and the cause. */
  readonly rows: readonly Row[];
  readonly last: Row;
  /** In the item's own unit. */
  readonly counted: number;
  readonly book: number;
  /** Counted less book. */
  readonly difference: number;
}

/** Items of the catalogue that are still bought and kept. */
export function itemsInUse(items: readonly Row[]): Row[] {
  return items.filter((item) => itemName(item) !== '' && valueAt(item, 'discontinued') !== true);
}

/** Items in use that a campaign is to count, in the order of places and shelves. */
export function itemsToCount(items: readonly Row[], campaign: Row): Row[] {
  const scope = textAt(campaign, 'scope');
  const place = nameAt(campaign, 'place');
  return itemsInUse(items)
    .filter(
      (item) =>
        (scope === '' || scope === 'all' || textAt(item, 'category') === scope) &&
        (place === '' || nameAt(item, 'place') === place),
    )
    .toSorted((a, b) => compare(orderOf(a), orderOf(b)));
}

function orderOf(item: Row): string {
  return [textAt(item, 'place'), textAt(item, 'shelf'), textAt(item, 'code')].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a campaign has ended: said so, or its last day is over. While it runs the count is blind. */
export function isOver(campaign: Row, world: World): boolean {
  const end = endOf(campaign);
  return valueAt(campaign, 'state') === 'ended' || (end !== undefined && end < dayOf(world.now));
}

/** The day by which a stocktake that is over should have counted all; its end, or before today if ended early. */
export function lastDayOf(campaign: Row, world: World): LocalDate | undefined {
  if (!isOver(campaign, world)) return undefined;
  const yesterday = plusDays(dayOf(world.now), -1);
  const end = endOf(campaign) ?? yesterday;
  return end < yesterday ? end : yesterday;
}

/** The last day of a campaign. */
function endOf(campaign: Row): LocalDate | undefined {
  const end = localDate.safeParse(textAt(campaign, 'end'));
  return end.success ? end.data : undefined;
}

/** The item that a count names, by its code or by its name; '' when the catalogue has neither. */
export function countedName(items: readonly Row[]): (count: Row) => string {
  const coded = items.filter((item) => nameAt(item, 'code') !== '');
  const byCode = new Map(coded.map((item) => [nameAt(item, 'code'), itemName(item)]));
  const names = new Map(items.map((item) => [nameKey(itemName(item)), itemName(item)]));
  return (count) => names.get(nameAt(count, 'item')) ?? byCode.get(nameAt(count, 'code')) ?? '';
}

/**
 * Every item that was counted, campaign by campaign. The book is what the ledger held by the time of the last count,
 * without the adjustments that this campaign itself led to.
 */
export function countedItems(counts: readonly Row[], world: World): CountedItem[] {
  const items = world.rows('items');
  const catalogue = catalogueOf(items);
  const nameOf = countedName(items);
  const campaigns = rowsByName(world, 'stocktakes');
  const entries = Map.groupBy(world.rows('movements'), (entry) => nameAt(entry, 'item'));
  const groups = Map.groupBy(
    counts.filter((count) => numberAt(count, 'counted') !== undefined),
    (count) => `${nameAt(count, 'stocktake')}\n${nameOf(count)}`,
  );
  return [...groups.values()].flatMap((rows): CountedItem[] => {
    const last = rows.toSorted((a, b) => compare(whenOf(a), whenOf(b))).at(-1);
    const item = last && catalogue.get(nameOf(last));
    const campaign = last && campaigns.get(nameAt(last, 'stocktake'));
    if (!last || !item || !campaign) return [];
    const counted = exact(
      rows.reduce(
        (sum, row) =>
          sum + (numberAt(row, 'counted') ?? 0) * (factorOf(item, textAt(row, 'unit')) ?? 1),
        0,
      ),
    );
    const book = bookAt(entries.get(nameKey(item.name)) ?? [], last, catalogue);
    return [
      {
        campaign,
        item: item.name,
        unit: item.unit,
        rows,
        last,
        counted,
        book,
        difference: exact(counted - book),
      },
    ];
  });
}

function bookAt(entries: readonly Row[], count: Row, catalogue: Catalogue): number {
  const at = momentAt(count, 'at');
  const campaign = nameAt(count, 'stocktake');
  const held = entries
    .filter((entry) => {
      const happened = momentAt(entry, 'happened');
      const own = nameAt(entry, 'stocktake') === campaign;
      return happened !== undefined && at !== undefined && happened <= at && !own;
    })
    .reduce((sum, entry) => sum + (changeOf(entry, catalogue) ?? 0), 0);
  return exact(held);
}

function whenOf(count: Row): string {
  return `${textAt(count, 'at')} ${count.sequence}`;
}
