import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { appraisals } from '#schema/registers/people/appraisals.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const bed = (resident: string, more: object = {}) => ({
  room: '3号楼 302',
  kind: 'staff',
  resident,
  ...more,
});
const beds = [
  bed('潘国庆'),
  bed('余振华'),
  bed('邓立军', { until: '2026-10-01' }),
  bed('一名学生', { kind: 'student' }),
  bed('住对门的', { room: '3号楼 303' }),
  bed(''),
];
const points = (person: string, more: object = {}) => ({
  person,
  source: 'dormChecks',
  recordDay: '2026-11-20',
  record: '3号楼 302',
  ...more,
});
const says = (...rows: readonly Values<Columns>[]) =>
  told(appraisals, 'whole-dorm', rows, { others: { beds } });

describe('a dorm is judged as a whole', () => {
  test('each of the staff who live there has points for that check', () => {
    expect(says(points('潘国庆'))).toEqual([
      [0, 'person', 'must', '同寝室的余振华还没考核，请补上'],
    ]);
    expect(says(points('余振华'))).toEqual([
      [0, 'person', 'must', '同寝室的潘国庆还没考核，请补上'],
    ]);
    expect(says(points('潘国庆'), points(' 余振华'))).toEqual([]);
  });

  test('the room in any spelling', () => {
    expect(says(points('潘国庆', { record: '３号楼302。' }), points('余振华'))).toEqual([]);
    expect(says(points('潘国庆', { record: '3号楼302' }))).toHaveLength(1);
  });

  test('of one day and room; points of another day do not make up for it', () => {
    expect(
      whereTold(says(points('潘国庆'), points('余振华', { recordDay: '2026-11-21' }))),
    ).toEqual([0, 1]);
    expect(says(points('住对门的', { record: '3号楼 303' }))).toEqual([]);
  });

  test('stands at the first row of that check', () => {
    expect(whereTold(says(points('甲'), points('潘国庆')))).toEqual([0]);
  });

  test('points for anything else, or for a room where no staff live, are not judged', () => {
    expect(says(points('潘国庆', { source: 'inspections' }))).toEqual([]);
    expect(says(points('潘国庆', { record: '5号楼 101' }))).toEqual([]);
  });
});

const anyPoints = fc.record({
  person: fc.constantFrom('潘国庆', '余振华'),
  source: fc.constantFrom('dormChecks', 'dormChecks', 'inspections'),
  recordDay: fc.constantFrom('2026-11-20', '2026-11-21'),
  record: fc.constant('3号楼 302'),
});

testLaws({
  rule: ruleOf(appraisals, 'whole-dorm'),
  register: appraisals,
  rows: fc.array(anyPoints, { maxLength: 4 }),
  unrelated: anyPoints.map((one) => ({ ...one, record: '5号楼 101' })),
  world: worldWith({ beds: rowsOf(...beds) }),
});
