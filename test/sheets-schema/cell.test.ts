import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellOfValue, shown, valueOfCell } from '#schema/cell.ts';
import {
  type Column,
  type ColumnKind,
  choice,
  code,
  date,
  email,
  link,
  moment,
  money,
  phone,
  photo,
  quantity,
  reference,
  rowLink,
  text,
  time,
  yesNo,
} from '#schema/columns.ts';
import type { Cell, Value } from '#schema/values.ts';

const title = { zh: '栏', en: 'Column' };
const columns = {
  text: text(title),
  code: code(title),
  phone: phone(title),
  email: email(title),
  link: link(title),
  photo: photo(title),
  yesNo: yesNo(title),
  date: date(title),
  time: time(title),
  moment: moment(title),
  quantity: quantity(title, { unit: { zh: '个', en: 'pieces' } }),
  money: money(title),
  choice: choice(title, {
    minor: { zh: '小修', en: 'Minor' },
    major: { zh: '大修', en: 'Major' },
  }),
  reference: reference('places', title),
  rowLink: rowLink('inspections', title),
} satisfies Readonly<Record<ColumnKind, Column>>;

const words = fc.string({ unit: 'binary', minLength: 1 }).filter((said) => said.trim() !== '');
const days = fc
  .date({
    min: new Date('1900-03-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  .map((instant) => instant.toISOString().slice(0, 19));

const values: Readonly<Record<ColumnKind, fc.Arbitrary<Value>>> = {
  text: words,
  code: words,
  phone: words,
  email: words,
  link: words,
  photo: words,
  reference: words,
  rowLink: fc.uuid(),
  yesNo: fc.boolean(),
  date: days.map((moment) => moment.slice(0, 10)),
  time: days.map((moment) => moment.slice(11)),
  moment: days,
  quantity: fc.double({ noNaN: true, noDefaultInfinity: true }),
  money: fc.integer({ min: -1e12, max: 1e12 }).map((cents) => cents / 100),
  choice: fc.constantFrom('minor', 'major'),
};

const read = (column: Column, cell: Cell): Value | undefined => {
  const reading = valueOfCell(column, cell);
  if (!reading.ok) throw new Error(reading.problem.zh);
  return reading.value;
};
const problem = (column: Column, cell: Cell): string => {
  const reading = valueOfCell(column, cell);
  return reading.ok ? `read as ${String(reading.value)}` : reading.problem.zh;
};

describe('a value written to a cell reads back exactly', () => {
  test.each(Object.entries(columns))('%s', (kind, column) => {
    fc.assert(
      fc.property(values[column.kind], (value) => {
        expect(read(column, cellOfValue(column, value))).toBe(value);
      }),
      { seed: 20261124, numRuns: 300 },
    );
    expect(kind).toBe(column.kind);
  });

  test.each([
    '=SUM(A1:A9)',
    '+86 13800001234',
    '001',
    '1,200.50',
    '2026-11-24',
    'TRUE',
    '<script>alert(1)</script>&amp;',
    '👩‍👩‍👧‍👦 👍🏽',
    '𠮷野家 㐂 𪚥',
    ' 前后有空格 ',
    '第一行\n第二行\t末',
    '２０２６年',
    '字'.repeat(60_000),
  ])('text %#', (said) => {
    expect(read(columns.text, cellOfValue(columns.text, said))).toBe(said);
  });

  test('29 February, and the second before midnight', () => {
    for (const said of ['2028-02-29T23:59:59', '2000-02-29T00:00:00'])
      expect(read(columns.moment, cellOfValue(columns.moment, said))).toBe(said);
  });
});

describe('blank', () => {
  test.each(Object.entries(columns))('%s: no cell, an empty one and one of spaces', (_, column) => {
    for (const cell of [undefined, '', '  ', '\n', '　'])
      expect(read(column, cell)).toBeUndefined();
  });

  test('a blank value is a blank cell', () => {
    expect(cellOfValue(columns.money, undefined)).toBeUndefined();
  });
});

describe('what staff type', () => {
  test.each<[Cell, number]>([
    ['￥1,200.50', 1200.5],
    ['１２３．５', 123.5],
    ['¥ 3', 3],
    ['1200.5元', 1200.5],
    [45, 45],
  ])('money %s', (cell, amount) => {
    expect(read(columns.money, cell)).toBe(amount);
  });

  test.each<[Cell, number]>([
    ['１２３', 123],
    ['60 个', 60],
    ['60个', 60],
    ['-4', -4],
    ['1,200', 1200],
  ])('quantity %s', (cell, amount) => {
    expect(read(columns.quantity, cell)).toBe(amount);
  });

  test('the same day in three spellings, and as Sheets keeps it', () => {
    for (const cell of ['2026-11-24', '2026/11/24', '2026年11月24日', 46_350])
      expect(read(columns.date, cell)).toBe('2026-11-24');
  });

  test('a choice by its word in either language, or its key', () => {
    for (const cell of ['大修', ' 大修 ', 'Major', 'major'])
      expect(read(columns.choice, cell)).toBe('major');
  });

  test('yes and no in the usual words, or a checkbox that somebody put there', () => {
    for (const cell of ['是', '√', 'yes', true]) expect(read(columns.yesNo, cell)).toBe(true);
    for (const cell of ['否', '×', 'no', false]) expect(read(columns.yesNo, cell)).toBe(false);
  });

  test('a number in a column of text is its digits', () => {
    expect(read(columns.phone, 13_800_001_234)).toBe('13800001234');
  });
});

describe('what cannot be read says what to type', () => {
  test.each<[Column, Cell, string]>([
    [columns.quantity, '六十个', '请只填数字'],
    [columns.quantity, '60 个左右', '请只填数字'],
    [columns.quantity, true, '请填数字'],
    [columns.money, '1,20', '请只填数字'],
    [columns.date, '昨天', '请填日期，如 2026-11-24'],
    [columns.date, '2026-02-29', '请填日期，如 2026-11-24'],
    [columns.date, true, '请填日期，如 2026-11-24'],
    [columns.time, '25:00', '请填时间，如 14:30'],
    [columns.moment, '2026-11-24 二点', '请填日期时间，如 2026-11-24 14:30'],
    [columns.choice, '中修', '请从下拉中选择'],
    [columns.yesNo, '大概', '请填“是”或“否”'],
    [columns.rowLink, '123', '关联编号已损坏，请勿手改'],
  ])('%#: %o %s', (column, cell, says) => {
    expect(problem(column, cell)).toBe(says);
  });
});

describe('how people read a value', () => {
  test.each<[Column, Value, string]>([
    [columns.money, 1200.5, '¥1200.50'],
    [columns.quantity, 60, '60 个'],
    [columns.moment, '2026-11-24T14:30:05', '2026-11-24 14:30'],
    [columns.time, '14:30:05', '14:30'],
    [columns.choice, 'minor', '小修'],
    [columns.yesNo, false, '否'],
    [columns.text, '=1+1', '=1+1'],
  ])('%#', (column, value, says) => {
    expect(shown(column, value)).toBe(says);
  });

  test('a blank is nothing', () => {
    expect(shown(columns.money, undefined)).toBe('');
  });
});
