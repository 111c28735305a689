import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import type { Values } from '#schema/row.ts';
import { findingsOf, row, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = ruleOf(repairs, 'handed-up-handedUp');
const says = (values: Values<Columns>) =>
  findingsOf(rule, repairs, rowsOf({ state: 'handedUp', ...values })).map(
    ({ column, says: message }) => [column, message],
  );

describe('handed up to the school', () => {
  test('needs the day', () => {
    expect(says({})).toEqual([['handedUp', '已上报，请填上报日期']]);
  });

  test('is asked after when more than a week has passed without an answer', () => {
    expect(says({ handedUp: '2026-11-16' })).toEqual([['decision', '上报8天没有答复，请去催问']]);
    expect(says({ handedUp: '2026-11-17' })).toEqual([]);
  });

  test('may be a moment as well as a day', () => {
    expect(says({ handedUp: '2026-11-16T08:00:00' })).toHaveLength(1);
    expect(says({ handedUp: '2026-11-17T08:00:00' })).toEqual([]);
  });

  test('a day in other words is told by the rule for its kind; another cell does not count', () => {
    expect(says({ handedUp: '上周' })).toEqual([]);
    const other = row(0, { state: 'handedUp' }, [
      { column: 'done', shown: '昨天', problem: { zh: '请填日期', en: '' } },
    ]);
    expect(findingsOf(rule, repairs, [other]).map(({ column }) => column)).toEqual(['handedUp']);
  });

  test('is at rest once answered, or taken back', () => {
    expect(says({ handedUp: '2026-10-01', decision: '列入寒假维修' })).toEqual([]);
    expect(says({ state: 'done', handedUp: '2026-10-01' })).toEqual([]);
  });

  test('a day that cannot be read is told by its own rule', () => {
    const unread = row(0, { state: 'handedUp' }, [
      { column: 'handedUp', shown: '上周', problem: { zh: '请填日期', en: '' } },
    ]);
    expect(findingsOf(rule, repairs, [unread])).toEqual([]);
  });
});

const anyRow = fc.record({
  state: fc.constantFrom('handedUp', 'done'),
  handedUp: fc.constantFrom('2026-11-10', '2026-11-20', undefined),
  decision: fc.constantFrom('列入寒假维修', undefined),
});

testLaws({ rule, register: repairs, rows: fc.array(anyRow, { maxLength: 3 }), unrelated: anyRow });
