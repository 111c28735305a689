import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, text } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { numberAt } from '#schema/row.ts';
import { ledger } from '#schema/rules/ledger.ts';
import { findingsOf, row, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = ledger({
  of: 'account',
  at: 'change',
  changes: () => (entry) => numberAt(entry, 'change'),
  units: () => () => '个',
  message: (_entry, change, held, unit) => ({
    zh: `出库 ${-change} ${unit}，库存 ${held} ${unit}，请核对数量`,
    en: '',
  }),
});
const accounts = defineRegister({
  key: 'accounts',
  title: { zh: '账', en: 'Accounts' },
  purpose: { zh: '记账', en: 'A ledger' },
  workbook: 'stores',
  columns: {
    account: text({ zh: '账户', en: 'Account' }),
    change: quantity({ zh: '增减', en: 'Change' }),
  },
  rules: [rule],
  figures: {},
  demo: () => [],
});

const says = (...changes: readonly (readonly [string, number | undefined])[]) =>
  findingsOf(
    rule,
    accounts,
    rowsOf(
      ...changes.map(([account, change]) => ({
        account,
        ...(change === undefined ? {} : { change }),
      })),
    ),
  ).map(({ place, says: message }) => [place, message]);

describe('a balance below zero', () => {
  test('is found at the entry that makes it, with what there was', () => {
    expect(says(['抽纸', 48], ['抽纸', -60])).toEqual([[1, '出库 60 个，库存 48 个，请核对数量']]);
  });

  test('to the last piece is none', () => {
    expect(says(['抽纸', 48], ['抽纸', -48])).toEqual([]);
  });

  test('of one item is no matter of another', () => {
    expect(says(['抽纸', 10], ['粉笔', -1], ['抽纸', -10])).toEqual([
      [1, '出库 1 个，库存 0 个，请核对数量'],
    ]);
  });

  test('is told once until it has come back', () => {
    expect(
      says(['抽纸', 5], ['抽纸', -6], ['抽纸', -1], ['抽纸', 3], ['抽纸', -1], ['抽纸', -1]).map(
        ([place]) => place,
      ),
    ).toEqual([1, 5]);
  });

  test('is not made by an entry that moves nothing', () => {
    expect(says(['抽纸', undefined], ['抽纸', 0], ['', -5])).toEqual([]);
  });

  test('is not made by fractions that a computer cannot write exactly', () => {
    expect(says(['大米', 0.3], ['大米', -0.1], ['大米', -0.2])).toEqual([]);
  });

  test('follows the order of the entries, not that of the sheet', () => {
    const [first, second] = [
      row(1, { account: '抽纸', change: 10 }),
      row(2, { account: '抽纸', change: -10 }),
    ];
    expect(findingsOf(rule, accounts, [second, first])).toEqual([]);
  });
});

test('the findings are exactly where the running balance falls below zero', () => {
  const entry = fc.record({
    account: fc.constantFrom('抽纸', '粉笔', '大米'),
    thousandths: fc.integer({ min: -40_000, max: 40_000 }),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), fc.nat(), (entries, shift) => {
      const rows = rowsOf(
        ...entries.map(({ account, thousandths }) => ({ account, change: thousandths / 1000 })),
      );
      const sums = new Map<string, number>();
      const expected = entries.flatMap(({ account, thousandths }, place) => {
        const before = sums.get(account) ?? 0;
        sums.set(account, before + thousandths);
        return before >= 0 && before + thousandths < 0 ? [place] : [];
      });
      const cut = rows.length === 0 ? 0 : shift % rows.length;
      const sorted = [...rows.slice(cut), ...rows.slice(0, cut)];
      const found = rule
        .check(accounts, sorted, worldWith({}))
        .map((finding) => rows.findIndex(({ id }) => id === finding.row));
      expect(found).toEqual(expected);
    }),
    { seed: 20261124, numRuns: 500 },
  );
});

testLaws({
  rule,
  register: accounts,
  rows: fc.array(
    fc.record({
      account: fc.constantFrom('抽纸', '粉笔'),
      change: fc.constantFrom(-3, -1, 1, 2, 4, undefined),
    }),
    { maxLength: 8 },
  ),
  unrelated: fc.record({
    account: fc.constantFrom('大米', undefined),
    change: fc.integer({ min: -5, max: 5 }),
  }),
});
