import { momentAt, numberAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate, type LocalDateTime, localDate } from '../values.ts';
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
  const books = new Map<string, Book>();
  const bookOf = (item: string): Book => {
    const book = books.get(item) ?? bookFrom(entries.get(nameKey(item)) ?? [], catalogue);
    books.set(item, book);
    return book;
  };
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
    const book = heldAt(bookOf(item.name), last);
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

/** What the ledger says of one item, in the order of time; the sum runs on. */
interface Book {
  readonly moments: readonly LocalDateTime[];
  readonly sums: readonly number[];
  /** Entries that a campaign itself led to, by its name. */
  readonly byCampaign: ReadonlyMap<string, readonly Change[]>;
}

interface Change {
  readonly moment: LocalDateTime;
  readonly change: number;
  readonly campaign: string;
}

function bookFrom(entries: readonly Row[], catalogue: Catalogue): Book {
  const changes = entries
    .flatMap((entry): Change[] => {
      const moment = momentAt(entry, 'happened');
      const change = changeOf(entry, catalogue) ?? 0;
      return moment === undefined ? [] : [{ moment, change, campaign: nameAt(entry, 'stocktake') }];
    })
    .toSorted((a, b) => compare(a.moment, b.moment));
  let sum = 0;
  const sums = changes.map(({ change }) => {
    sum += change;
    return sum;
  });
  return {
    moments: changes.map(({ moment }) => moment),
    sums,
    byCampaign: Map.groupBy(changes, ({ campaign }) => campaign),
  };
}

function heldAt({ moments, sums, byCampaign }: Book, count: Row): number {
  const at = momentAt(count, 'at');
  if (at === undefined) return 0;
  const own = (byCampaign.get(nameAt(count, 'stocktake')) ?? [])
    .filter(({ moment }) => moment <= at)
    .reduce((sum, { change }) => sum + change, 0);
  return exact((sums[countUpTo(moments, at) - 1] ?? 0) - own);
}

/** How many of the moments, which are in order, are not after another. */
function countUpTo(moments: readonly LocalDateTime[], at: LocalDateTime): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? '') <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function whenOf(count: Row): string {
  return `${textAt(count, 'at')} ${count.sequence}`;
}
