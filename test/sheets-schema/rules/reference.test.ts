import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, moment, reference as named, text } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { people } from '#schema/registers/people/people.ts';
import type { Row } from '#schema/row.ts';
import { reference } from '#schema/rules/reference.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const loans = defineRegister({
  key: 'loans',
  title: { zh: '借用', en: 'Loans' },
  purpose: { zh: '谁借了什么', en: 'Who borrowed what' },
  workbook: 'people',
  columns: {
    day: date({ zh: '日期', en: 'Day' }),
    person: named('people', { zh: '借用人', en: 'Borrower' }),
    witness: named('people', { zh: '证明人', en: 'Witness' }),
    note: text({ zh: '备注', en: 'Note' }),
  },
  happened: 'day',
  rules: [],
  figures: {},
  demo: () => [],
});
const all = [people, loans];
const rule = reference(['person', 'witness'], loans);
const staff = rowsOf(
  { name: '韩卫东', team: '保安' },
  { name: '钱守义', team: '维修班', left: '2026-10-30' },
  { team: '食堂' },
);

const says = (
  values: Readonly<Record<string, string>>,
  { list = staff, of = all }: { readonly list?: readonly Row[]; readonly of?: typeof all } = {},
) =>
  findingsOf(rule, loans, rowsOf(values), worldWith({ people: list }, { of })).map(
    ({ column, severity, says: message }) => [column, severity, message],
  );

describe('a name', () => {
  test('that is not on the list is a finding, in any width and with blanks around it not', () => {
    expect(says({ day: '2026-11-02', person: '韩卫冬' })).toEqual([
      ['person', 'must', '名单里没有“韩卫冬”，请从下拉选'],
    ]);
    expect(says({ day: '2026-11-02', person: ' 韩卫东 ' })).toEqual([]);
  });

  test('is looked for in each column that holds one', () => {
    expect(says({ person: '韩卫东', witness: '谁' })).toEqual([
      ['witness', 'must', '名单里没有“谁”，请从下拉选'],
    ]);
    expect(says({ person: '', note: '谁' })).toEqual([]);
  });

  test('in a column that holds no names is left alone', () => {
    const any = reference(['note', 'gone', 'person'], loans);
    expect(any.reads).toEqual(['people']);
    const rows = rowsOf({ note: '谁', person: '韩卫东' });
    expect(findingsOf(any, loans, rows, worldWith({ people: staff }, { of: all }))).toEqual([]);
  });

  test('of somebody who has left stays valid up to the last day', () => {
    expect(says({ day: '2026-10-30', person: '钱守义' })).toEqual([]);
    expect(says({ day: '2026-10-31', person: '钱守义' })).toEqual([
      ['person', 'must', '钱守义10月30日已离岗，请换人'],
    ]);
  });

  test('in a row without a day is that of today', () => {
    expect(says({ person: '钱守义' })).toHaveLength(1);
    const { happened: _, ...list } = loans;
    const late = reference(['person'], list);
    const rows = rowsOf({ day: '2026-10-01', person: '钱守义' });
    const on = (day: string) =>
      findingsOf(late, list, rows, worldWith({ people: staff }, { now: `${day}T09:00:00` })).length;
    expect([on('2026-10-30'), on('2026-10-31')]).toEqual([0, 1]);
  });

  test('of a list that nobody keeps, or that is switched off, says nothing', () => {
    expect(says({ person: '谁' }, { list: [] })).toEqual([]);
    expect(says({ person: '谁' }, { list: rowsOf({ team: '食堂' }) })).toEqual([]);
    expect(says({ person: '谁' }, { of: [loans] })).toEqual([]);
  });
});

test('it reads each list once, and its own columns', () => {
  expect(rule.reads).toEqual(['people']);
  expect(rule.columns).toEqual(['person', 'witness']);
});

const name = fc.constantFrom('韩卫东', '钱守义', '韩卫冬', undefined);
const anyLoan = fc.record({
  day: fc.constantFrom('2026-10-01', '2026-11-02', undefined),
  person: name,
  witness: name,
});

test('of a moment the day counts: somebody is there until the end of the last day', () => {
  const calls = defineRegister({
    key: 'calls',
    title: { zh: '来电', en: 'Calls' },
    purpose: { zh: '谁接的', en: 'Who took it' },
    workbook: 'people',
    columns: {
      at: moment({ zh: '时间', en: 'At' }),
      person: named('people', { zh: '接听人', en: 'Taken by' }),
    },
    happened: 'at',
    rules: [],
    figures: {},
    demo: () => [],
  });
  const taken = reference(['person'], calls);
  const world = worldWith({ people: staff }, { of: [people, calls] });
  const found = (at: string) =>
    findingsOf(taken, calls, rowsOf({ at, person: '钱守义' }), world).length;
  expect([found('2026-10-30T18:00:00'), found('2026-10-31T00:00:00')]).toEqual([0, 1]);
});

testLaws({
  rule,
  register: loans,
  rows: fc.array(anyLoan, { maxLength: 2 }),
  unrelated: anyLoan,
  world: worldWith({ people: staff }, { of: all }),
});
