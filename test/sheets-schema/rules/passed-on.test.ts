import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import { safetyLog } from '#schema/registers/safety/safety-log.ts';
import type { Values } from '#schema/row.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const rule = ruleOf(safetyLog, 'not-passed-on');
const said = (passedOn?: string, day: string | undefined = '2026-11-20') => ({ day, passedOn });
const reported = { reported: '2026-11-20T08:00:00' };
const says = (row: Values<Columns>, others: object = {}) =>
  told(safetyLog, 'not-passed-on', [row], { others: { ...others } });

describe('a problem that was said to be passed on', () => {
  test('was reported there that day, or is asked about', () => {
    expect(says(said('hazards'))).toEqual([
      [0, 'passedOn', 'must', '11月20日隐患整改没有登记，请补报'],
    ]);
    expect(says(said('repairs'))).toEqual([
      [0, 'passedOn', 'must', '11月20日报修没有登记，请补报'],
    ]);
    expect(says(said('hazards'), { hazards: [reported] })).toEqual([]);
    expect(says(said('repairs'), { repairs: [reported] })).toEqual([]);
  });

  test('is not found in the other register, nor on another day', () => {
    expect(says(said('hazards'), { repairs: [reported] })).toHaveLength(1);
    expect(says(said('hazards', '2026-11-19'), { hazards: [reported] })).toHaveLength(1);
  });

  test('nothing is asked of what was passed on to nobody, or of a row without a day', () => {
    expect(says(said('nobody'))).toEqual([]);
    expect(says(said())).toEqual([]);
    expect(says({ passedOn: 'hazards', day: undefined })).toEqual([]);
  });

  test('nothing is said while that register is switched off', () => {
    const without = worldWith({}, { of: registers.filter(({ key }) => key !== 'hazards') });
    expect(findingsOf(rule, safetyLog, rowsOf(said('hazards')), without)).toEqual([]);
    expect(findingsOf(rule, safetyLog, rowsOf(said('repairs')), without)).toHaveLength(1);
  });
});

const anyRow = fc.record({
  day: fc.constantFrom('2026-11-19', '2026-11-20', undefined),
  passedOn: fc.constantFrom('hazards', 'repairs', 'nobody', undefined),
});

testLaws({
  rule,
  register: safetyLog,
  rows: fc.array(anyRow, { maxLength: 3 }),
  unrelated: anyRow,
  world: worldWith({ hazards: rowsOf(reported) }),
});
