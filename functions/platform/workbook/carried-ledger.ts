import { v5 as uuidV5 } from 'uuid';
import { exact } from '#schema/calculations/exact.ts';
import {
  type Catalogue,
  changeOf,
  type LedgerTotals,
  unitPriceOf,
} from '#schema/calculations/stock.ts';
import type { Columns } from '#schema/columns.ts';
import { inSequence, type Row, textAt, type Values } from '#schema/row.ts';
import { plain } from '#schema/spelling.ts';
import { daysOfMonth, plusMonths } from '#schema/time.ts';
import {
  type LocalDate,
  localDateTime,
  type RowId,
  rowId,
  type Sequence,
  sequence,
} from '#schema/values.ts';

/** What a month was for one item of the stock, in the item's own unit: what moved takes opening to closing. */
export interface ItemMonth extends LedgerTotals {
  /** 期初 entries of the month itself: stock with which the ledger begins. */
  readonly begun: number;
  /** The last price of one unit, in yuan. */
  readonly price?: number;
  /** Who entered the last movement. */
  readonly handledBy?: string;
}

/** What an item is carried into a month with. */
export type Carried = Pick<ItemMonth, 'item' | 'unit' | 'closing' | 'price' | 'handledBy'>;

const parts = {
  in: 'received',
  return: 'returned',
  out: 'issued',
  writeOff: 'writtenOff',
  adjustment: 'adjusted',
} as const;

/** The ledger of a month from what was carried into it and the rows it took. Pure. */
export function itemMonths(
  rows: readonly Row[],
  catalogue: Catalogue,
  carried: readonly Carried[],
): readonly ItemMonth[] {
  const months = new Map<string, ItemMonth>(
    carried.map(({ item, unit, closing, price, handledBy }) => [
      item,
      {
        ...still,
        item,
        unit,
        opening: closing,
        closing,
        ...(price !== undefined && { price }),
        ...(handledBy !== undefined && { handledBy }),
      },
    ]),
  );
  for (const row of inSequence(rows)) {
    const item = plain(textAt(row, 'item'));
    const change = changeOf(row, catalogue);
    const known = catalogue.get(item);
    if (!known || change === undefined || isCarried(row)) continue;
    const before = months.get(item) ?? { ...still, item, unit: known.unit };
    const direction = textAt(row, 'direction');
    const part = partOf(direction);
    const stated = unitPriceOf(row, catalogue);
    const teaches = stated !== undefined && (direction === 'in' || direction === 'opening');
    const moved = part === 'issued' || part === 'writtenOff' ? -change : change;
    months.set(item, {
      ...before,
      [part]: exact(before[part] + moved),
      closing: exact(before.closing + change),
      ...(teaches && { price: stated }),
      ...(textAt(row, 'handledBy') !== '' && { handledBy: textAt(row, 'handledBy') }),
    });
  }
  return [...months.values()];
}

const still = {
  opening: 0,
  begun: 0,
  received: 0,
  returned: 0,
  issued: 0,
  writtenOff: 0,
  adjusted: 0,
  closing: 0,
} as const;

function partOf(direction: string) {
  switch (direction) {
    case 'in':
    case 'return':
    case 'out':
    case 'writeOff':
    case 'adjustment':
      return parts[direction];
    default:
      return 'begun';
  }
}

/** What a month moved, for closings after it that must be carried on from another opening. */
export function carriedOn(carried: readonly Carried[], later: readonly ItemMonth[]): Carried[] {
  const sums = new Map(carried.map((one) => [one.item, one]));
  for (const month of later) {
    const before = sums.get(month.item);
    const net = month.closing - month.opening;
    sums.set(month.item, {
      ...month,
      closing: exact((before?.closing ?? 0) + net),
    });
  }
  return [...sums.values()];
}

const openingRows = '0f3b6f52-9d0e-4a43-8a5e-6c1d5b7f2e90';
const firstSequences = '000000000-0000-';

/** A row 期初 that stands for all closed months of an item: its id follows from the item, and it comes before all others. */
export interface CarriedRow {
  readonly id: RowId;
  readonly sequence: Sequence;
  readonly values: Values<Columns>;
}

/** Whether a movement stands for closed months. */
export function isCarried(row: {
  readonly id?: RowId | undefined;
  readonly values: Values<Columns>;
}): boolean {
  const { direction, item } = row.values;
  return direction === 'opening' && row.id === openingId(plain(String(item ?? '')));
}

function openingId(item: string): RowId {
  return rowId.parse(uuidV5(`opening/${item}`, openingRows));
}

/** The day from which a live ledger counts after a month: before every row of it. */
export function beginningAfter(month: string, live: readonly Row[]): LocalDate {
  const months = live
    .filter((row) => !isCarried(row))
    .map((row) => textAt(row, 'happened').slice(0, 7))
    .filter((one) => /^\d{4}-\d{2}$/.test(one));
  const [first = ''] = [...months, plusMonths(month, 1)].toSorted();
  return daysOfMonth(first).from;
}

/** The rows by which a live ledger begins on a day; an item of which nothing is held needs none. */
export function carriedRows(from: LocalDate, carried: readonly Carried[]): readonly CarriedRow[] {
  return carried
    .filter(({ closing }) => closing !== 0)
    .map(({ item, closing, price, handledBy }, index) => ({
      id: openingId(item),
      sequence: sequence.parse(`${firstSequences}${index.toString(36).padStart(4, '0')}`),
      values: {
        happened: localDateTime.parse(`${from}T00:00:00`),
        direction: 'opening',
        item,
        quantity: closing,
        ...(price !== undefined && { price: Math.round(price * 100) / 100 }),
        reason: '以前各月月结结转',
        ...(handledBy !== undefined && { handledBy }),
      },
    }));
}
