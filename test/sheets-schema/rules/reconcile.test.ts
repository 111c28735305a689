import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, money, text } from '#schema/columns.ts';
import { reconcile } from '#schema/rules/reconcile.ts';
import { findingsOf, row, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const canteen = new Map([
  ['2026-10 粮油', 300.3],
  ['2026-11 粮油', 100],
  ['2026-11 蔬菜', 0],
]);
const columns = {
  day: date({ zh: '日期', en: 'Day' }),
  category: text({ zh: '科目', en: 'Category' }),
  yuan: money({ zh: '金额', en: 'Yuan' }),
};
const books = {
  month: 'day',
  category: 'category',
  amount: 'yuan',
  book: (month: string, category: string) => canteen.get(`${month} ${category}`),
  reads: ['movements'],
  message: (category: string, ours: number, theirs: number) => ({
    zh: `${category}本账${ours}，食堂${theirs}`,
    en: '',
  }),
} as const;
const rule = reconcile(books);
const payments = smallRegister(columns, rule);
const paid = (day: string, yuan?: number, category = '粮油') => ({ day, category, yuan });
const says = (...rows: readonly ReturnType<typeof paid>[]) =>
  findingsOf(rule, payments, rowsOf(...rows)).map(({ place, column, severity, says: message }) => [
    place,
    column,
    severity,
    message,
  ]);

describe('two books', () => {
  test('that say the same of a month', () => {
    expect(says(paid('2026-11-02', 60), paid('2026-11-30', 40), paid('2026-10-31', 300.3))).toEqual(
      [],
    );
    expect(says(...[100.1, 100.1, 100.1].map((yuan) => paid('2026-10-05', yuan)))).toEqual([]);
  });

  test('that differ by a cent: one finding, at the first row of the account', () => {
    expect(says(paid('2026-11-02', 60), paid('2026-11-30', 40.01))).toEqual([
      [0, 'yuan', 'must', '粮油本账100.01，食堂100'],
    ]);
    expect(says(paid('2026-11-02', 60), paid('2026-11-30', 39.99))).toHaveLength(1);
    const [first, second] = [row(1, paid('2026-11-09', 1)), row(2, paid('2026-11-02', 1))];
    expect(findingsOf(rule, payments, [second, first]).map(({ place }) => place)).toEqual([1]);
  });

  test('each month and category by itself', () => {
    expect(says(paid('2026-11-02', 100), paid('2026-11-02', 5, '蔬菜'))).toEqual([
      [1, 'yuan', 'must', '蔬菜本账5，食堂0'],
    ]);
    expect(says(paid('2026-11-02', 100, ' 粮油'), paid('2026-10-02', 300.3))).toEqual([]);
  });

  test('of which one is not kept cannot be compared', () => {
    expect(says(paid('2026-09-02', 1), paid('2026-11-02', 1, '水电'))).toEqual([]);
  });

  test('rows without month, category or amount say nothing', () => {
    expect(says(paid('', 1), paid('2026-11-02', undefined), paid('2026-11-02', 1, ' '))).toEqual(
      [],
    );
  });

  test('and are not looked up in the other book, whatever it says', () => {
    const always = reconcile({ ...books, book: () => 5 });
    const silent = [paid('', 1), paid('2026-11-02', 1, ' '), paid('2026-11-02'), paid('一月', 1)];
    for (const one of silent) expect(findingsOf(always, payments, rowsOf(one))).toEqual([]);
    expect(findingsOf(always, payments, rowsOf({ yuan: 1, category: '粮油' }))).toEqual([]);
    expect(findingsOf(always, payments, rowsOf(paid('2026-11-02', 1)))).toHaveLength(1);
  });

  test('the month may be written as such, or be that of a moment', () => {
    for (const month of ['2026-11', '2026年11月', '2026-11-02T08:00:00'])
      expect(says(paid(month, 100))).toEqual([]);
    for (const month of ['2026-11', '2026年11月', '2026-11-02T08:00:00'])
      expect(says(paid(month, 99))).toHaveLength(1);
  });

  test('may differ by as much as the school allows', () => {
    const about = reconcile({ ...books, tolerance: () => 0.1 });
    const place = (yuan: number) =>
      findingsOf(about, payments, rowsOf(paid('2026-11-02', yuan))).length;
    expect([100.1, 99.9, 100.11, 99.89].map(place)).toEqual([0, 0, 1, 1]);
  });

  test('it reads the other book, and its own columns', () => {
    expect(rule.reads).toEqual(['movements']);
    expect(rule.columns).toEqual(['day', 'category', 'yuan']);
  });
});

const anyPayment = fc.record({
  day: fc.constantFrom('2026-09-30', '2026-10-01', '2026-11-01', '2026-11-30', undefined),
  category: fc.constantFrom('粮油', '蔬菜'),
  yuan: fc.constantFrom(0, 50, 100, 300.3, undefined),
});

testLaws({
  rule,
  register: payments,
  rows: fc.array(anyPayment, { maxLength: 4 }),
  unrelated: anyPayment.map((one) => ({ ...one, category: '水电' })),
});

test('a book compared with itself never differs', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          day: fc.constant('2026-11-02'),
          yuan: fc.double({ min: 0, max: 1e6, noNaN: true }),
        }),
      ),
      (values) => {
        const rows = rowsOf(
          ...values.map(({ day, yuan }) => paid(day, Math.round(yuan * 100) / 100)),
        );
        const sum = rows.reduce((total, { values: { yuan } }) => total + Number(yuan), 0);
        const same = reconcile({ ...books, book: () => sum });
        expect(same.check(payments, rows.toReversed(), worldWith({}))).toEqual([]);
      },
    ),
    { seed: 20261124, numRuns: 100 },
  );
});
