import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { monthFrom } from '../spelling.ts';
import { exact } from './exact.ts';
import { balances, type Catalogue, catalogueOf, itemOf, valuation } from './stock.ts';

/** What the ledger says of a category in a month, in yuan. */
export interface CategoryMonth {
  readonly received: number;
  readonly issued: number;
  /** Balances at the end of the month, at the last price before it. */
  readonly closing: number;
}

/** What the ledger says, by `YYYY-MM category`; only of months in which it has entries and that are over. */
export type CategoryBook = ReadonlyMap<string, CategoryMonth>;

/** The book of every category in every month that is over. */
export function stockByCategory(world: Pick<World, 'rows' | 'now'>): CategoryBook {
  const catalogue = catalogueOf(world.rows('items'));
  const entries = world.rows('movements');
  const categories = [...new Set([...catalogue.values()].map(({ category }) => category))];
  const months = [...new Set(entries.map(monthIn))].filter(
    (month) => month !== '' && month < world.now.slice(0, 7),
  );
  const worth = valuation(entries, catalogue).entries;
  const moved = Map.groupBy(entries, (entry) =>
    [monthIn(entry), itemOf(entry, catalogue)?.category ?? '', textAt(entry, 'direction')].join(
      ' ',
    ),
  );
  const sum = (month: string, category: string, direction: string): number =>
    cents(
      (moved.get([month, category, direction].join(' ')) ?? []).reduce(
        (so, entry) => so + (worth.get(entry.id) ?? 0),
        0,
      ),
    );
  const closings = closingWorths(entries, catalogue);
  const book = new Map<string, CategoryMonth>();
  for (const month of months) {
    const closing = closings.get(month) ?? new Map<string, number>();
    for (const category of categories)
      book.set(`${month} ${category}`, {
        received: sum(month, category, 'in'),
        issued: sum(month, category, 'out'),
        closing: cents(closing.get(category) ?? 0),
      });
  }
  return book;
}

/** What a book says of a month, however it is written, and a category. */
export function monthInBook(
  book: CategoryBook,
  month: string,
  category: string,
): CategoryMonth | undefined {
  return book.get(`${monthFrom(month) ?? ''} ${category}`);
}

/** What each category is worth at the end of each month with entries, month by month in one pass. */
function closingWorths(
  entries: readonly Row[],
  catalogue: Catalogue,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const byMonth = Map.groupBy(entries, monthIn);
  const held = new Map<string, number>();
  let prices: ReadonlyMap<string, number> = valuation([], catalogue).prices;
  const closings = new Map<string, ReadonlyMap<string, number>>();
  for (const month of [...byMonth.keys()].filter((key) => key !== '').toSorted()) {
    const own = byMonth.get(month) ?? [];
    for (const [name, change] of balances(own, catalogue))
      held.set(name, exact((held.get(name) ?? 0) + change));
    prices = valuation(own, catalogue, prices).prices;
    closings.set(month, worthByCategory(held, prices, catalogue));
  }
  return closings;
}

function worthByCategory(
  held: ReadonlyMap<string, number>,
  prices: ReadonlyMap<string, number>,
  catalogue: Catalogue,
): ReadonlyMap<string, number> {
  const worth = new Map<string, number>();
  for (const [name, balance] of held) {
    const category = catalogue.get(name)?.category ?? '';
    const yuan = Math.max(0, balance) * (prices.get(name) ?? 0);
    worth.set(category, exact((worth.get(category) ?? 0) + yuan));
  }
  return worth;
}

function monthIn(entry: Row): string {
  return textAt(entry, 'happened').slice(0, 7);
}

function cents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
