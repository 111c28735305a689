import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays, weekdayOf } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { momentOn } from './moment.ts';
import type { DemoChance, DemoSchool } from './school.ts';

type Entry = Values<Columns>;

interface Goods {
  readonly name: string;
  readonly kind: 'meat' | 'fish' | 'vegetables' | 'staples' | 'dairy' | 'seasoning' | 'frozen';
  readonly unit: string;
  readonly price: number;
  /** Least and most that is brought at a time. */
  readonly amounts: readonly [number, number];
  /** Days that it keeps; absent for what has no date. */
  readonly keeps?: number;
}

type Line = readonly [
  name: string,
  kind: Goods['kind'],
  unit: string,
  price: number,
  least: number,
  most: number,
  keeps?: number,
];

const lines = (...given: readonly Line[]): readonly Goods[] =>
  given.map(([name, kind, unit, price, least, most, keeps]) => ({
    name,
    kind,
    unit,
    price,
    amounts: [least, most],
    ...(keeps === undefined ? {} : { keeps }),
  }));

/** Who brings what to the demo's canteen, on which days of the week; the names stand in 供应商. */
const demoFoodSuppliers = {
  vegetables: '绿源蔬菜批发部',
  meat: '放心肉食品公司',
  staples: '金穗粮油公司',
} as const;

const rounds: readonly {
  readonly supplier: string;
  readonly code: string;
  readonly weekdays: readonly number[];
  readonly goods: readonly Goods[];
}[] = [
  {
    supplier: demoFoodSuppliers.vegetables,
    code: 'LY',
    weekdays: [1, 3, 5],
    goods: lines(
      ['小白菜', 'vegetables', '公斤', 3.6, 25, 40],
      ['土豆', 'vegetables', '公斤', 2.8, 50, 80],
      ['西红柿', 'vegetables', '公斤', 5.2, 20, 35],
      ['西兰花', 'vegetables', '公斤', 6.5, 15, 25],
      ['北豆腐', 'dairy', '公斤', 4, 15, 25, 3],
    ),
  },
  {
    supplier: demoFoodSuppliers.meat,
    code: 'FX',
    weekdays: [2, 4],
    goods: lines(
      ['鲜猪后腿肉', 'meat', '公斤', 26, 25, 40, 3],
      ['冷冻鸡腿', 'frozen', '公斤', 14, 30, 45, 270],
      ['鲜鸡蛋', 'dairy', '公斤', 9.6, 30, 45, 30],
    ),
  },
  {
    supplier: demoFoodSuppliers.staples,
    code: 'JS',
    weekdays: [2],
    goods: lines(
      ['特制一等小麦粉', 'staples', '公斤', 4.4, 50, 100, 365],
      ['东北大米', 'staples', '公斤', 5.2, 200, 300, 365],
    ),
  },
];

/** What went wrong with a load, by how many loads before the last. */
const slips: Readonly<Record<number, (row: Entry) => Entry>> = {
  3: (row) => ({ ...row, ticket: undefined }),
  7: (row) => ({ ...row, witness: row.acceptedBy }),
  10: (row) => ({ ...row, result: 'returned', reason: '叶子发黄，有烂叶' }),
  15: (row) => ({ ...row, result: 'returned', reason: '标签与实物不符' }),
};

/** Two months of what came in: vegetables three times a week, meat twice, staples once. */
export function demoDeliveries(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('deliveries');
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const loads = days.flatMap((day) =>
    rounds
      .filter(({ weekdays }) => weekdays.includes(weekdayOf(day)))
      .map((round) => ({ day, ...round })),
  );
  return loads
    .flatMap(({ day, supplier, code, goods }, index) => {
      const slip = slips[loads.length - index];
      return goods.map((one, place): Entry => {
        const row = entry(
          one,
          day,
          place,
          chance,
          supplier,
          `${code}-${day.slice(5, 7)}${day.slice(8)}`,
        );
        return slip !== undefined && place === 0 ? slip(row) : row;
      });
    })
    .toSorted((a, b) => (String(a.arrived) < String(b.arrived) ? -1 : 1));
}

function entry(
  { name, kind, unit, price, amounts: [least, most], keeps }: Goods,
  day: LocalDate,
  place: number,
  chance: DemoChance,
  supplier: string,
  ticket: string,
): Entry {
  const dear = 100 + chance.between(-6, 8);
  const age = keeps === undefined ? 0 : chance.between(0, Math.floor(keeps / 6));
  return {
    arrived: momentOn(day, 350 + place * 3 + (kind === 'staples' ? 60 : 0)),
    supplier,
    goods: name,
    kind,
    quantity: chance.between(least, most),
    unit,
    price: Math.round(price * dear) / 100,
    ...(keeps === undefined ? {} : { produced: plusDays(day, -age), shelfDays: keeps }),
    ticket,
    ...(kind === 'meat' ? { certificate: `DJ${ticket.replace('-', '')}` } : {}),
    ...(kind === 'frozen' ? { temperature: -chance.between(12, 18) } : {}),
    result: 'accepted',
    acceptedBy: '林小梅',
    witness: '张桂兰',
  };
}
