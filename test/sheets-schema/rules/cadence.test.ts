import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspections } from '#schema/registers/safety/inspections.ts';
import { autumn } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const checklists = rowsOf(
  { name: '消防通道', cadence: 'daily', owner: '郑文博', area: '教学楼' },
  { name: '护栏', cadence: 'daily', owner: '郑文博', area: '教学楼' },
  { name: '灭火器', cadence: 'weekly', owner: '谢桂花', area: '教学楼' },
  { name: '水泵', cadence: 'monthly', owner: '李国强', area: '水泵房' },
  { name: '旧锅炉', cadence: 'daily', owner: '李国强', area: '锅炉房', stopped: true },
);

const done = (day: string, ...items: readonly string[]) =>
  items.map((item) => ({ happened: `${day}T08:00:00`, item, result: 'passed' }));
const daily = (...days: readonly string[]) => days.flatMap((day) => done(day, '消防通道', '护栏'));

function says(now: string, rows: readonly ReturnType<typeof done>[number][]) {
  const list = rowsOf(...rows);
  const world = worldWith({ checklists, calendar: autumn, inspections: list }, { now });
  return findingsOf(ruleOf(inspections, 'cadence-item'), inspections, list, world).map(
    ({ about, says: message }) => [about, message],
  );
}

describe('a day with no entry', () => {
  test('is one finding an owner, however many items were left out', () => {
    const rows = [
      ...daily('2026-11-16', '2026-11-17', '2026-11-19'),
      ...done('2026-11-17', '灭火器'),
    ];
    expect(says('2026-11-20T09:00:00', rows)).toEqual([
      ['daily 2026-11-18 郑文博', '郑文博11月18日漏检2项，请补查或补登记'],
    ]);
  });

  test('an item skipped among others', () => {
    const rows = [...daily('2026-11-16'), ...done('2026-11-17', '护栏'), ...daily('2026-11-18')];
    expect(says('2026-11-19T09:00:00', rows)).toEqual([
      ['daily 2026-11-17 郑文博', '郑文博11月17日漏检1项，请补查或补登记'],
    ]);
  });

  test('today is not over yet, and a week-end is no school day', () => {
    expect(
      says('2026-11-23T18:00:00', [...daily('2026-11-20'), ...done('2026-11-20', '灭火器')]),
    ).toEqual([]);
  });

  test('a make-up workday is one', () => {
    const rows = daily('2026-10-08', '2026-10-09');
    expect(says('2026-10-11T09:00:00', rows).map(([about]) => about)).toEqual([
      'daily 2026-10-10 郑文博',
    ]);
  });

  test('entered later with the time at which it happened, it is mended', () => {
    const rows = [...daily('2026-11-16', '2026-11-18'), ...daily('2026-11-17')];
    expect(says('2026-11-19T09:00:00', rows)).toEqual([]);
  });

  test('longer ago than a week cannot be made good and is quiet', () => {
    const rows = [...daily('2026-11-02', '2026-11-20'), ...done('2026-11-03', '灭火器')];
    const days = says('2026-11-21T09:00:00', rows).map(([about]) => String(about).slice(0, 16));
    expect(days).toEqual([
      'daily 2026-11-16',
      'daily 2026-11-17',
      'daily 2026-11-18',
      'daily 2026-11-19',
      'weekly 2026-11-0',
    ]);
  });
});

describe('a week and a month', () => {
  test('are judged when they are over', () => {
    const rows = daily('2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20');
    expect(says('2026-11-22T09:00:00', rows)).toEqual([]);
    expect(says('2026-11-23T09:00:00', rows)).toEqual([
      ['weekly 2026-11-16 谢桂花', '谢桂花11月16日那周漏检1项，请补查或补登记'],
    ]);
  });

  test('any day of them will do', () => {
    const rows = [
      ...daily('2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'),
      ...done('2026-11-22', '灭火器'),
    ];
    expect(says('2026-11-23T09:00:00', rows)).toEqual([]);
  });

  test('a month that the register did not see whole is not judged', () => {
    const begun = (day: string) => [
      ...done(day, '护栏'),
      ...done('2026-10-30', '消防通道', '护栏', '灭火器'),
    ];
    const ofMonth = (first: string) =>
      says('2026-11-02T09:00:00', begun(first)).filter(([about]) => about?.startsWith('monthly'));
    expect(ofMonth('2026-10-08')).toEqual([]);
    expect(ofMonth('2026-10-01')).toEqual([
      ['monthly 2026-10-01 李国强', '李国强10月漏检1项，请补查或补登记'],
    ]);
  });
});

test('a register that has only just begun asks for yesterday alone', () => {
  expect(says('2026-11-24T09:00:00', [])).toEqual([
    ['daily 2026-11-23 郑文博', '郑文博11月23日漏检2项，请补查或补登记'],
  ]);
});

testLaws({
  rule: ruleOf(inspections, 'cadence-item'),
  register: inspections,
  rows: fc
    .subarray(daily('2026-11-20', '2026-11-23'))
    .map((some) => [
      ...done('2026-11-17', '灭火器'),
      ...daily('2026-11-17', '2026-11-18', '2026-11-19'),
      ...some,
    ]),
  unrelated: fc.constantFrom(...done('2026-11-20', '旧锅炉', '没有的项目'), {}),
  world: worldWith({ checklists, calendar: autumn }),
});
