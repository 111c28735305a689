import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairs } from '#schema/registers/service/repairs.ts';
import { findingsOf, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';

const says = (warrantyUntil: string, state = 'waiting') =>
  findingsOf(
    ruleOf(repairs, 'warranty-warrantyUntil'),
    repairs,
    rowsOf({ state, warrantyUntil }),
  ).map(({ severity, says: message }) => [severity, message]);

describe('a warranty that ends while a repair waits', () => {
  test('a week ahead: chase the maker; its last day still counts', () => {
    expect(says('2026-12-01')).toEqual([['look', '保修12月1日到期，请催厂家来修']]);
    expect(says('2026-11-24')).toEqual([['look', '保修11月24日到期，请催厂家来修']]);
  });

  test('over: call the maker', () => {
    expect(says('2026-11-23')).toEqual([['must', '等待中保修已于11月23日到期，请找厂家']]);
  });

  test('longer than a week, or nothing waits', () => {
    expect(says('2026-12-02')).toEqual([]);
    expect(says('2026-11-23', 'done')).toEqual([]);
  });
});

const anyRepair = fc.record({
  state: fc.constantFrom('waiting', 'done'),
  warrantyUntil: fc.constantFrom('2026-11-20', '2026-11-25', '2027-01-01', undefined),
});

testLaws({
  rule: ruleOf(repairs, 'warranty-warrantyUntil'),
  register: repairs,
  rows: fc.array(anyRepair, { maxLength: 3 }),
  unrelated: anyRepair,
});
