import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate, localDateTime } from '../values.ts';
import { type DemoItem, demoItems } from './items.ts';
import { momentOn } from './moment.ts';
import { openOrders, openQuotes, openRequests } from './open-purchases.ts';
import type { DemoSchool } from './school.ts';
import { demoSuppliers, demoSuppliersOf } from './suppliers.ts';

type Entry = Values<Columns>;

/** One delivery of the demo that went into stock, and the papers before it. */
interface Delivery {
  /** What its papers have in common: `1013-2 抽纸 200抽`. */
  readonly suffix: string;
  readonly movement: Entry;
  readonly day: LocalDate;
  readonly item: DemoItem;
  readonly supplier: string;
  readonly others: readonly [string, string];
  readonly quantity: number;
  readonly price: number;
  /** So many of one more than was stocked were rejected. */
  readonly rejected: number;
}

/** Deliveries of which one piece was rejected; all of one supplier, so that it fails again. */
const failing = ['安固五金建材店'];
/** From this worth on three quotes are asked for: the default of the register's setting. */
const threeQuotesFrom = 1000;

/** The delivery at ten times its price, which nobody had asked a quote for. */
const unquoted = '-98 ';

function deliveries(school: DemoSchool): readonly Delivery[] {
  const failed = new Map<string, number>();
  return school.rows('movements').flatMap((movement) => {
    const item = demoItems.find(({ name }) => name === movement.item);
    const happened = localDateTime.safeParse(movement.happened);
    if (movement.direction !== 'in' || movement.receipt === undefined) return [];
    if (!item || !happened.success) return [];
    const [supplier, ...others] = demoSuppliersOf[item.category];
    const before = failed.get(supplier) ?? 0;
    const rejected = failing.includes(supplier) && before < 2 ? 1 : 0;
    failed.set(supplier, before + rejected);
    return [
      {
        suffix: String(movement.receipt).slice('YS-'.length),
        movement,
        day: dayOf(happened.data),
        item,
        supplier,
        others,
        quantity: Number(movement.quantity),
        price: Number(movement.price),
        rejected,
      },
    ];
  });
}

/** A request eight days before each delivery, and those that are open. */
export function demoPurchaseRequests(school: DemoSchool): readonly Entry[] {
  const requests = deliveries(school).map(
    ({ suffix, day, item, movement, quantity, rejected }) => ({
      asked: momentOn(plusDays(day, -8), 600),
      name: `SG-${suffix}`,
      item: item.name,
      quantity: quantity + rejected,
      unit: movement.unit,
      neededBy: plusDays(day, 3),
      reason: '低于安全库存',
      requester: movement.handledBy,
      state: rejected > 0 ? 'done' : 'approved',
      approver: '周敏',
    }),
  );
  return sorted([...requests, ...openRequests(school)], 'asked');
}

/** Three quotes for each purchase that is worth it: the cheapest is taken, once a dearer one without a reason. */
export function demoQuotes(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('quotes');
  const worthIt = deliveries(school).filter(
    ({ quantity, price, suffix }) =>
      (quantity + 1) * price >= threeQuotesFrom && !suffix.includes(unquoted),
  );
  const quotes = worthIt.flatMap((delivery, index) => {
    const { suffix, day, item, movement, supplier, others, price } = delivery;
    const quote = (from: string, asks: number, chosen: boolean): Entry => ({
      quoted: plusDays(day, -6),
      request: `SG-${suffix}`,
      item: item.name,
      supplier: from,
      price: Math.round(asks * 100) / 100,
      unit: movement.unit,
      days: chance.between(2, 5),
      chosen,
      by: '吴晓琳',
      ...(chosen && index === 2 ? { reason: '次日送到，质量稳定' } : {}),
    });
    const dearer = (): number => price * (1.02 + chance.next() * 0.1);
    const cheaper = index === 2 || index === 5;
    return [
      quote(supplier, price, true),
      quote(others[0], cheaper ? price * 0.97 : dearer(), false),
      quote(others[1], dearer(), false),
    ];
  });
  return sorted([...quotes, ...openQuotes(school)], 'quoted');
}

/** An order four days before each delivery, and those that are open. */
export function demoOrders(school: DemoSchool): readonly Entry[] {
  const orders = deliveries(school).map(
    ({ suffix, day, item, movement, supplier, quantity, price, rejected }) => ({
      ordered: plusDays(day, -4),
      name: `CG-${suffix}`,
      request: `SG-${suffix}`,
      supplier,
      item: item.name,
      quantity: quantity + rejected,
      unit: movement.unit,
      price,
      due: day,
      buyer: '吴晓琳',
      state: rejected > 0 ? 'closed' : 'ordered',
      ...(rejected > 0 ? { note: '不合格的退货，不再补' } : {}),
    }),
  );
  return sorted([...orders, ...openOrders(school)], 'ordered');
}

/** Each delivery as it was checked, and one of last week that nobody has checked. */
export function demoReceipts(school: DemoSchool): readonly Entry[] {
  const receipts = deliveries(school).map(
    ({ suffix, day, movement, item, supplier, quantity, rejected }) => ({
      received: movement.happened,
      name: `YS-${suffix}`,
      order: `CG-${suffix}`,
      item: item.name,
      quantity: quantity + rejected,
      unit: movement.unit,
      accepted: quantity,
      rejected,
      ...(rejected > 0 ? { fault: '外壳开裂', handling: 'returned' } : {}),
      checkedBy: movement.handledBy,
      invoice: invoiceOf(day, supplier),
    }),
  );
  const unchecked = {
    received: momentOn(plusDays(school.today, -3), 960),
    name: 'YS-未验 水龙头 不锈钢 4分',
    order: 'CG-逾期 水龙头 不锈钢 4分',
    item: '水龙头 不锈钢 4分',
    quantity: 20,
    unit: '个',
  };
  return sorted([...receipts, unchecked], 'received');
}

/** One invoice for all that a supplier brings in a day; as long as the real ones, and nobody's. */
export function invoiceOf(day: LocalDate, supplier: string): string {
  const place = demoSuppliers.findIndex(({ name }) => name === supplier) + 1;
  return `2600000${day.replaceAll('-', '')}${String(place).padStart(5, '0')}`;
}

function sorted(entries: readonly Entry[], by: string): readonly Entry[] {
  return entries.toSorted((a, b) => (String(a[by]) < String(b[by]) ? -1 : a[by] === b[by] ? 0 : 1));
}
