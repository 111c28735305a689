import { describe, expect, test } from 'vitest';
import { pledges } from '#schema/registers/people/pledges.ts';
import { measured, planned, says } from '../../said.ts';

const term = '2026—2027学年度第一学期';
const pledge = (person: string, more = {}) => ({
  term,
  kind: 'post',
  person,
  signed: '2026-09-08',
  scan: 'https://drive.example.edu.cn/1.jpg',
  ...more,
});
const people = [
  { name: '孙建平', team: '校领导', joined: '2020-01-01' },
  { name: '韩卫东', team: '保安', joined: '2020-01-01' },
  { name: '任永强', team: '司机', joined: '2020-01-01' },
  { name: '钱守义', team: '维修班', joined: '2020-01-01', left: '2026-10-30' },
  { name: '新来的', team: '保安', joined: '2026-11-20' },
];
const others = { people };

describe('安全责任书', () => {
  test('unsigned a fortnight into term: each by name, but neither leaders nor those gone or new', () => {
    expect(says(pledges, 'unsigned', [pledge('韩卫东')], { others })).toEqual([
      ['任永强', '任永强本学期安全责任书没签，请补签'],
    ]);
  });

  test('silent until the fortnight is over', () => {
    const now = (said: string) => ({ others, now: said });
    expect(says(pledges, 'unsigned', [], now('2026-09-15T23:00:00'))).toEqual([]);
    expect(says(pledges, 'unsigned', [], now('2026-09-16T00:00:00'))).toHaveLength(3);
  });

  test('one of the term before does not count, nor one without a day', () => {
    const rows = [
      pledge('韩卫东', { term: '2025—2026学年度第二学期' }),
      pledge('任永强', { signed: undefined }),
    ];
    expect(says(pledges, 'unsigned', rows, { others })).toHaveLength(2);
  });

  test('a driver signs for driving too', () => {
    expect(says(pledges, 'unsigned-driver', [pledge('任永强')], { others })).toEqual([
      ['任永强', '任永强行车安全责任书没签，请补签'],
    ]);
    expect(
      says(pledges, 'unsigned-driver', [pledge('任永强', { kind: 'driver' })], { others }),
    ).toEqual([]);
  });

  test('the same twice in a term; another kind is another pledge', () => {
    const rows = [pledge('任永强'), pledge('任永强', { kind: 'driver' }), pledge('任永强')];
    expect(says(pledges, 'unique-person-kind-term', rows)).toEqual([
      [2, '任永强同一学期签了两份，请删一份'],
    ]);
  });

  test('filed with its scan within a fortnight of signing', () => {
    const unfiled = (signed: string) => pledge('韩卫东', { signed, scan: undefined });
    expect(says(pledges, 'needed-filed', [unfiled('2026-11-09'), unfiled('2026-11-10')])).toEqual([
      [0, '签了要存档，请补填扫描件'],
    ]);
  });

  test('a term that 校历 does not have', () => {
    expect(
      says(pledges, 'known-term', [pledge('韩卫东', { term: '上学期' }), pledge('韩卫东')]),
    ).toEqual([[0, '校历里没有这个学期，请照校历写']]);
  });

  test('signed of those who must', () => {
    expect(measured(pledges, 'signed', [pledge('韩卫东'), pledge('孙建平')], { others })).toEqual([
      1, 3,
    ]);
  });

  test('in the plan of the month in which a term begins', () => {
    expect(planned(pledges, [], { month: '2026-09' })).toEqual([
      ['签订本学期安全责任书', '后勤副主任', '2026-09-15'],
    ]);
    expect(planned(pledges, [], { month: '2026-10' })).toEqual([]);
  });
});
