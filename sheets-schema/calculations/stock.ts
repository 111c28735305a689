import { inSequence, numberAt, type Row, textAt, valueAt } from '../row.ts';
import { plain } from '../spelling.ts';
import type { RowId } from '../values.ts';
import { exact } from './exact.ts';

/** What an entry of the stock ledger does to the balance. */
const signs: Readonly<Record<string, 1 | -1>> = {
  opening: 1,
  in: 1,
  return: 1,
  adjustment: 1,
  out: -1,
  writeOff: -1,
};

/** An item of the catalogue as the ledger needs it. */
export interface StockItem {
  readonly name: string;
  /** The unit in which balances are kept. */
  readonly unit: string;
  readonly packUnit: string | undefined;
  /** How many of the unit one pack holds. */
  readonly packFactor: number | undefined;
  /** Key of its category. */
  readonly category: string;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** Usual price of one unit, in yuan. */
  readonly price: number | undefined;
  /** No longer bought. */
  readonly discontinued: boolean;
}

/** The catalogue by item name; of two items with one name the first counts. */
export type Catalogue = ReadonlyMap<string, StockItem>;

/** The catalogue from the rows of 物品目录. */
export function catalogueOf(items: readonly Row[]): Catalogue {
  return new Map(
    items.toReversed().map((row) => {
      const name = itemName(row);
      return [
        name,
        {
          name,
          unit: plain(textAt(row, 'unit')),
          packUnit: plain(textAt(row, 'packUnit')) || undefined,
          packFactor: numberAt(row, 'packFactor'),
          category: textAt(row, 'category'),
          minimum: numberAt(row, 'minimum'),
          maximum: numberAt(row, 'maximum'),
          price: numberAt(row, 'price'),
          discontinued: valueAt(row, 'discontinued') === true,
        },
      ];
    }),
  );
}

/**
 * How many of the item's own unit one of a written unit is: 箱 → 24. A blank unit is the item's own.
 * @returns `undefined` for a unit that the item does not have.
 */
export function factorOf(item: StockItem, unit: string): number | undefined {
  const said = plain(unit);
  if (said === '' || said === item.unit) return 1;
  return said === item.packUnit && item.packFactor !== undefined && item.packFactor > 0
    ? item.packFactor
    : undefined;
}

/** The name of an item's row, as {@link Catalogue} knows it. */
export function itemName(item: Row): string {
  return plain(textAt(item, 'name'));
}

/** The item that an entry names, if the catalogue has it. */
export function itemOf(entry: Row, catalogue: Catalogue): StockItem | undefined {
  return catalogue.get(plain(textAt(entry, 'item')));
}

/**
 * The quantity of an entry in the item's own unit, unsigned; `undefined` when it cannot be told.
 * @param column where the quantity stands, in the unit of the entry
 */
export function quantityOf(
  entry: Row,
  catalogue: Catalogue,
  column = 'quantity',
): number | undefined {
  const item = itemOf(entry, catalogue);
  const quantity = numberAt(entry, column);
  const factor = item && factorOf(item, textAt(entry, 'unit'));
  return quantity === undefined || factor === undefined ? undefined : exact(quantity * factor);
}

/** What an entry adds to its item's balance, in the item's own unit; `undefined` when it cannot be told. */
export function changeOf(entry: Row, catalogue: Catalogue): number | undefined {
  const sign = signs[textAt(entry, 'direction')];
  const quantity = quantityOf(entry, catalogue);
  return sign === undefined || quantity === undefined ? undefined : sign * quantity;
}

/**
 * The balance of every item of the catalogue after all entries, in its own unit.
 * Entries whose item or unit is unknown move nothing.
 */
export function balances(entries: readonly Row[], catalogue: Catalogue): Map<string, number> {
  const held = new Map([...catalogue.keys()].map((name) => [name, 0]));
  for (const entry of entries) {
    const name = plain(textAt(entry, 'item'));
    const before = held.get(name);
    const change = changeOf(entry, catalogue);
    if (before !== undefined && change !== undefined) held.set(name, exact(before + change));
  }
  return held;
}

/** Entries that happened up to the end of a day. */
export function happenedUpTo(entries: readonly Row[], day: string): Row[] {
  return entries.filter((entry) => {
    const happened = dayIn(entry);
    return happened !== '' && happened <= day;
  });
}

/** The price of one of the item's own unit that an entry states, in yuan. */
export function unitPriceOf(entry: Row, catalogue: Catalogue): number | undefined {
  const item = itemOf(entry, catalogue);
  const price = numberAt(entry, 'price');
  const factor = item && factorOf(item, textAt(entry, 'unit'));
  return price === undefined || factor === undefined ? undefined : price / factor;
}

/** What entries and stock are worth, in yuan. */
export interface Valuation {
  /** By entry; missing where neither the entry, an earlier purchase nor the catalogue has a price. */
  readonly entries: ReadonlyMap<RowId, number>;
  /** The last price of one unit, by item name. */
  readonly prices: ReadonlyMap<string, number>;
}

/**
 * Values entries at the price they state, else the last one before them, else the catalogue's usual price.
 * Only what came in teaches a price.
 *
 * @param known prices before the first entry, by item name
 */
export function valuation(
  entries: readonly Row[],
  catalogue: Catalogue,
  known: ReadonlyMap<string, number> = usualPrices(catalogue),
): Valuation {
  const prices = new Map(known);
  const values = new Map<RowId, number>();
  for (const entry of inSequence(entries)) {
    const name = plain(textAt(entry, 'item'));
    const stated = unitPriceOf(entry, catalogue);
    const direction = textAt(entry, 'direction');
    if (stated !== undefined && (direction === 'in' || direction === 'opening'))
      prices.set(name, stated);
    const quantity = quantityOf(entry, catalogue);
    const price = stated ?? prices.get(name);
    if (quantity !== undefined && price !== undefined)
      values.set(entry.id, cents(quantity * price));
  }
  return { entries: values, prices };
}

function usualPrices(catalogue: Catalogue): ReadonlyMap<string, number> {
  return new Map(
    [...catalogue.values()].flatMap(({ name, price }) =>
      price === undefined ? [] : [[name, price] as const],
    ),
  );
}

/** What the stock of an item is worth at its last price; items without a price are worth nothing here. */
export function stockValue(entries: readonly Row[], catalogue: Catalogue): number {
  const { prices } = valuation(entries, catalogue);
  const worth = [...balances(entries, catalogue)].map(
    ([name, balance]) => Math.max(0, balance) * (prices.get(name) ?? 0),
  );
  return cents(worth.reduce((sum, value) => sum + value, 0));
}

/** One item's line of a ledger report over a period: `opening` plus what moved is `closing`. */
export interface LedgerTotals {
  readonly item: string;
  readonly unit: string;
  readonly opening: number;
  readonly received: number;
  readonly returned: number;
  readonly issued: number;
  readonly writtenOff: number;
  readonly adjusted: number;
  readonly closing: number;
}

/**
 * Opening, movements and closing of every item over a period, by the time at which things happened.
 * An opening entry within the period counts as opening.
 */
export function ledgerTotals(
  entries: readonly Row[],
  catalogue: Catalogue,
  period: { readonly from: string; readonly to: string },
): LedgerTotals[] {
  const byItem = Map.groupBy(happenedUpTo(entries, period.to), (entry) =>
    plain(textAt(entry, 'item')),
  );
  return [...catalogue.values()].map(({ name, unit }) => {
    const own = byItem.get(name) ?? [];
    const isOpening = (entry: Row): boolean =>
      dayIn(entry) < period.from || textAt(entry, 'direction') === 'opening';
    const moved = (direction: string): number =>
      sum(
        own
          .filter((entry) => !isOpening(entry) && textAt(entry, 'direction') === direction)
          .map((entry) => changeOf(entry, catalogue) ?? 0),
      );
    const opening = sum(own.filter(isOpening).map((entry) => changeOf(entry, catalogue) ?? 0));
    return {
      item: name,
      unit,
      opening,
      received: moved('in'),
      returned: moved('return'),
      issued: sum([-moved('out')]),
      writtenOff: sum([-moved('writeOff')]),
      adjusted: moved('adjustment'),
      closing: sum(own.map((entry) => changeOf(entry, catalogue) ?? 0)),
    };
  });
}

function dayIn(entry: Row): string {
  return textAt(entry, 'happened').slice(0, 10);
}

function sum(quantities: readonly number[]): number {
  return exact(quantities.reduce((total, quantity) => total + quantity, 0)) + 0;
}

function cents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
