import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { daysOfMonth, plusDays } from '../time.ts';
import { dayOf, type LocalDate, localDateTime } from '../values.ts';
import { demoItems } from './items.ts';
import { invoiceOf } from './purchasing.ts';
import type { DemoSchool } from './school.ts';
import { demoSuppliersOf } from './suppliers.ts';

type Entry = Values<Columns>;

const categoryOf = {
  cleaning: 'cleaning',
  repair: 'repairs',
  office: 'office',
  dorm: 'dorms',
  canteen: 'canteen',
  medical: 'medical',
} as const;

const planned = {
  canteen: 680_000,
  repairs: 120_000,
  cleaning: 60_000,
  office: 45_000,
  dorms: 50_000,
  medical: 12_000,
  equipment: 90_000,
  utilities: 260_000,
  vehicles: 30_000,
  laundry: 2_000,
  training: 8_000,
} as const;

/** The budget of this calendar year; nobody planned for publicity, and too little for laundry. */
export function demoBudget({ today }: DemoSchool): readonly Entry[] {
  return Object.entries(planned).map(([category, yuan]) => ({
    year: Number(today.slice(0, 4)),
    category,
    planned: yuan,
  }));
}

/** One payment for each invoice of the deliveries, the bills of each month, and the slips of a busy office. */
export function demoPayments(school: DemoSchool): readonly Entry[] {
  return [...forGoods(school), ...bills(school), ...slips(school)].toSorted((a, b) =>
    String(a.paid) < String(b.paid) ? -1 : a.paid === b.paid ? 0 : 1,
  );
}

const common = { handledBy: '吴晓琳', approver: '陈志远', method: 'transfer' };

function forGoods(school: DemoSchool): Entry[] {
  const goods = school.rows('movements').flatMap((movement) => {
    const item = demoItems.find(({ name }) => name === movement.item);
    const happened = localDateTime.safeParse(movement.happened);
    if (movement.direction !== 'in' || movement.receipt === undefined) return [];
    if (!item || !happened.success) return [];
    const [supplier] = demoSuppliersOf[item.category];
    const day = dayOf(happened.data);
    const yuan = Number(movement.quantity) * Number(movement.price);
    return [
      { day, supplier, item, yuan, receipt: movement.receipt, invoice: invoiceOf(day, supplier) },
    ];
  });
  const invoices = Map.groupBy(goods, ({ invoice }) => invoice);
  return [...invoices].flatMap(([invoice, lines]): Entry[] => {
    const [first] = lines;
    const paid = first && plusDays(first.day, 6);
    if (!first || !paid || paid > school.today) return [];
    const yuan = lines.reduce((sum, line) => sum + line.yuan, 0);
    return [
      {
        ...common,
        paid,
        category: categoryOf[first.item.category],
        what: `${first.item.name}等${lines.length}样货款`,
        amount: Math.round(yuan * 100) / 100,
        invoice,
        supplier: first.supplier,
        receipt: first.receipt,
        ...(yuan > 1000 ? { saved: Math.round(yuan * 4) / 100 } : {}),
      },
    ];
  });
}

/** Water, power, gas, fuel and washing, paid on the tenth for the month before. */
function bills(school: DemoSchool): Entry[] {
  const chance = school.chance('payments');
  const months = [...new Set(school.days().map((day) => day.slice(0, 7)))];
  return months.flatMap((month, index): Entry[] => {
    const paid = plusDays(daysOfMonth(month).from, 9);
    if (paid > school.today || paid < school.from) return [];
    const bill = (
      place: number,
      category: string,
      what: string,
      least: number,
      most: number,
    ): Entry => ({
      ...common,
      paid,
      category,
      what,
      amount: chance.between(least * 100, most * 100) / 100,
      invoice: billNumber(paid, index, place),
    });
    return [
      bill(1, 'utilities', '上月水费', 3600, 4300),
      bill(2, 'utilities', '上月电费', 12_500, 14_800),
      bill(3, 'utilities', '上月燃气费', 5200, 6100),
      bill(4, 'vehicles', '上月加油', 1400, 1900),
      { ...bill(5, 'laundry', '上月床品洗涤', 880, 940), supplier: '净雅洗涤公司' },
    ];
  });
}

function billNumber(paid: LocalDate, month: number, place: number): string {
  return `2611000${paid.replaceAll('-', '')}${month}${String(place).padStart(4, '0')}`;
}

/** An invoice paid twice, a sum nobody had planned for, more washing than planned, and one without an invoice. */
function slips({ today }: DemoSchool): Entry[] {
  const repair = {
    ...common,
    category: 'repairs',
    what: '食堂空调维修',
    amount: 1680,
    invoice: '26990000000000000001',
    supplier: '顺达机电维修部',
  };
  return [
    { ...repair, paid: plusDays(today, -16) },
    { ...repair, paid: plusDays(today, -4), what: '空调维修' },
    {
      ...common,
      paid: plusDays(today, -11),
      category: 'publicity',
      what: '校刊第2期印刷',
      amount: 5600,
      invoice: '26990000000000000002',
      supplier: '彩印图文公司',
    },
    {
      ...common,
      paid: plusDays(today, -3),
      category: 'laundry',
      what: '换季被套集中洗涤',
      amount: 1260,
      invoice: '26990000000000000003',
      supplier: '净雅洗涤公司',
    },
    {
      ...common,
      paid: plusDays(today, -2),
      category: 'vehicles',
      what: '停车费',
      amount: 60,
      method: 'cash',
    },
  ];
}
