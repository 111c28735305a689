import { catalogueOf, happenedUpTo, stockValue } from '../calculations/stock.ts';
import type { Breakdown, Figure } from '../figure.ts';
import type { Register } from '../register.ts';
import { type Row, textAt } from '../row.ts';
import { count } from './count.ts';
import { faultless } from './faultless.ts';
import { splitBy } from './split-by.ts';
import { entryCategory, entryWorth } from './stock-worth.ts';
import { total } from './total.ts';

type Direction = 'in' | 'out' | 'return' | 'adjustment' | 'writeOff';

const yuan = { zh: '元', en: 'yuan' };

const went =
  (...wanted: readonly Direction[]) =>
  (row: Row): boolean =>
    wanted.some((direction) => direction === textAt(row, 'direction'));

/** What the stock ledger tells of a period: entries, their worth, and what is held at its end. */
export const movementFigures = {
  entries: count({
    title: { zh: '出入库登记', en: 'Stock entries' },
    unit: { zh: '笔', en: 'entries' },
    counts: { zh: '期内的出入库登记，不含期初', en: 'Entries of the period without openings' },
    happened: 'happened',
    where: went('in', 'out', 'return', 'adjustment', 'writeOff'),
  }),
  issues: count({
    title: { zh: '物资领用', en: 'Issues' },
    unit: { zh: '次', en: 'issues' },
    counts: { zh: '期内方向为出库的登记', en: 'Entries of the period that went out' },
    happened: 'happened',
    where: went('out'),
  }),
  moneyIn: total({
    title: { zh: '入库金额', en: 'Value received' },
    unit: yuan,
    counts: { zh: '期内入库数量乘单价', en: 'Quantity received times price' },
    happened: 'happened',
    where: went('in'),
    amounts: entryWorth,
  }),
  moneyOut: total({
    title: { zh: '领用金额', en: 'Value issued' },
    unit: yuan,
    counts: {
      zh: '期内出库数量乘最近一次入库单价',
      en: 'Quantity issued times the last price paid',
    },
    happened: 'happened',
    where: went('out'),
    amounts: entryWorth,
  }),
  writtenOff: total({
    title: { zh: '报废金额', en: 'Value written off' },
    unit: yuan,
    better: 'lower',
    counts: { zh: '期内报废数量乘最近单价', en: 'Quantity written off times the last price' },
    happened: 'happened',
    where: went('writeOff'),
    amounts: entryWorth,
  }),
  stockValue: {
    title: { zh: '库存金额', en: 'Stock value' },
    unit: yuan,
    better: 'neither',
    counts: { zh: '期末结存数量乘最近单价', en: 'What is held at the end, at the last price' },
    form: 'amount',
    measure: (rows, period, world) => {
      const entries = happenedUpTo(rows, period.to);
      return {
        value:
          entries.length === 0 ? undefined : stockValue(entries, catalogueOf(world.rows('items'))),
        rows: entries.map(({ id }) => id),
      };
    },
  },
} satisfies Readonly<Record<string, Figure>>;

/** Worth of what came in and went out, by category and department. */
export const movementBreakdowns = {
  inByCategory: splitBy({
    title: { zh: '各类入库金额', en: 'Value received by category' },
    unit: yuan,
    happened: 'happened',
    where: went('in'),
    names: entryCategory,
    amounts: entryWorth,
  }),
  outByCategory: splitBy({
    title: { zh: '各类领用金额', en: 'Value issued by category' },
    unit: yuan,
    happened: 'happened',
    where: went('out'),
    names: entryCategory,
    amounts: entryWorth,
  }),
  outByDepartment: splitBy({
    title: { zh: '各部门领用金额', en: 'Value issued by department' },
    unit: yuan,
    happened: 'happened',
    where: went('out'),
    names: () => (row) => textAt(row, 'department'),
    amounts: entryWorth,
  }),
} satisfies Readonly<Record<string, Breakdown>>;

/** The share of entries that need no mending; `register` is the ledger, which this figure is part of. */
export function entriesWithoutFault(register: () => Register): Figure {
  return faultless({
    title: { zh: '出入库登记无误率', en: 'Entries without a fault' },
    counts: { zh: '期内登记中没有“必须改”问题的', en: 'Entries that need no mending' },
    happened: 'happened',
    target: 98,
    register,
  });
}
