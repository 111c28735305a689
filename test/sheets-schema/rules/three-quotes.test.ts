import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, text, yesNo } from '#schema/columns.ts';
import { threeQuotes } from '#schema/rules/three-quotes.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { propertyRuns, testLaws, written } from './laws.ts';
import { smallRegister } from './small-register.ts';

const worth = new Map([
  ['热水器', 5000],
  ['粉笔', 4999.99],
]);
const rule = threeQuotes({
  of: 'purchase',
  supplier: 'supplier',
  price: 'price',
  chosen: 'chosen',
  reason: 'reason',
  threshold: () => 5000,
  amount: (name) => worth.get(name),
  reads: ['items'],
  message: {
    few: (name, suppliers) => ({ zh: `${name}只有${suppliers}家`, en: '' }),
    dear: (name, price, cheapest) => ({ zh: `${name}选了${price}，最低${cheapest}`, en: '' }),
  },
});
const quotes = smallRegister(
  {
    purchase: text({ zh: '采购', en: 'Purchase' }),
    supplier: text({ zh: '供应商', en: 'Supplier' }),
    price: money({ zh: '报价', en: 'Price' }),
    chosen: yesNo({ zh: '选定', en: 'Chosen' }),
    reason: text({ zh: '理由', en: 'Reason' }),
  },
  rule,
);
const quote = (
  supplier: string,
  price: number | undefined,
  chosen = false,
  reason?: string,
  purchase = '热水器',
) => ({ purchase, supplier, price, chosen, reason });
const says = (...rows: readonly ReturnType<typeof quote>[]) =>
  findingsOf(rule, quotes, rowsOf(...rows)).map(({ place, column, severity, says: message }) => [
    place,
    column,
    severity,
    message,
  ]);

test('reads what it was told to', () => {
  expect(rule.reads).toEqual(['items']);
  expect(rule.columns).toEqual(['purchase', 'supplier', 'price', 'chosen', 'reason']);
});

describe('货比三家', () => {
  test('two are too few from the threshold on: a look until one is chosen', () => {
    expect(says(quote('甲', 5200), quote('乙', 5100))).toEqual([
      [0, 'supplier', 'look', '热水器只有2家'],
    ]);
    expect(says(quote('甲', 5200), quote('乙', 5100, true))).toEqual([
      [0, 'supplier', 'must', '热水器只有2家'],
    ]);
  });

  test('three are enough', () => {
    expect(says(quote('甲', 5200), quote('乙', 5100, true), quote('丙', 5300))).toEqual([]);
  });

  test('one supplier twice, without a price or without a name, is not a third', () => {
    const two = [quote('甲', 5200), quote('乙', 5100)];
    for (const third of [quote('乙 ', 5050), quote('丙', undefined), quote(' ', 5300)])
      expect(says(...two, third)).toHaveLength(1);
  });

  test('below the threshold, or when nobody knows what it is worth, one is enough', () => {
    expect(says(quote('甲', 4999.99, true, undefined, '粉笔'))).toEqual([]);
    expect(says(quote('甲', 9000, true, undefined, '桌椅'))).toEqual([]);
    expect(says(quote('甲', 9000, true, undefined, ' '))).toEqual([]);
  });
});

describe('the cheapest', () => {
  const three = [quote('甲', 5200), quote('乙', 5100), quote('丙', 5300)];

  test('is taken, or the reason is written', () => {
    expect(says(...three, quote('丁', 5100.01, true))).toEqual([
      [3, 'reason', 'must', '热水器选了5100.01，最低5100'],
    ]);
    expect(says(...three, quote('丁', 5100.01, true, '本地有维修'))).toEqual([]);
    expect(says(...three, quote('丁', 5100.01, true, ' '))).toHaveLength(1);
  });

  test('may have an equal', () => {
    expect(says(...three, quote('丁', 5100, true))).toEqual([]);
  });

  test('is asked for however small the purchase', () => {
    const small = [quote('甲', 30, true, '', '粉笔'), quote('乙', 20, false, '', '粉笔')];
    expect(says(...small)).toEqual([[0, 'reason', 'must', '粉笔选了30，最低20']]);
  });

  test('cannot be told from a choice without a price', () => {
    expect(says(...three, quote('丁', undefined, true))).toEqual([]);
  });

  test('of another purchase is no matter', () => {
    expect(says(...three, quote('甲', 9, false, '', '粉笔'), quote('丁', 5099, true))).toEqual([]);
  });
});

const anyQuote = fc.record({
  purchase: fc.constantFrom('热水器', '粉笔', '桌椅'),
  supplier: fc.constantFrom('甲', '乙', '丙', '丁'),
  price: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  chosen: fc.boolean(),
  reason: fc.constantFrom(undefined, '本地有维修'),
});

testLaws({
  rule,
  register: quotes,
  rows: fc.array(anyQuote, { maxLength: 7 }),
  unrelated: anyQuote.map((one) => ({ ...one, purchase: '拖把' })),
});

test('a reason for each choice and a fourth supplier silence it', () => {
  fc.assert(
    fc.property(fc.array(anyQuote, { maxLength: 10 }), (values) => {
      const explained = values.map((one) => ({ ...one, reason: '本地有维修' }));
      const more = ['甲', '乙', '丙'].map((supplier) => quote(supplier, 9));
      expect(rule.check(quotes, written([...explained, ...more]), worldWith({}))).toEqual([]);
    }),
    propertyRuns,
  );
});

test('quotes for nothing in particular are not those of one purchase', () => {
  const dear = threeQuotes({
    of: 'purchase',
    supplier: 'supplier',
    price: 'price',
    chosen: 'chosen',
    reason: 'reason',
    threshold: () => 1,
    amount: () => 5000,
    reads: [],
    message: {
      few: (name, suppliers) => ({ zh: `${name}只有${suppliers}家`, en: '' }),
      dear: (name, price, cheapest) => ({ zh: `${name}选了${price}，最低${cheapest}`, en: '' }),
    },
  });
  const nameless = quote('恒洁', 3, true, undefined, ' ');
  expect(
    findingsOf(dear, quotes, rowsOf(nameless, quote('万家', 2, false, undefined, ''))),
  ).toEqual([]);
  expect(findingsOf(dear, quotes, rowsOf(quote('恒洁', 3, true)))).toHaveLength(1);
});
