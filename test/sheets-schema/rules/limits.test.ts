import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice, quantity } from '#schema/columns.ts';
import { valueAt } from '#schema/row.ts';
import { limits } from '#schema/rules/limits.ts';
import { findingsOf, rowsOf } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  degrees: quantity({ zh: '温度', en: 'Temperature' }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    { cold: { zh: '冷藏', en: 'Cold' }, room: { zh: '常温', en: 'Room' } },
  ),
};
const rule = limits({
  at: 'degrees',
  columns: ['kind'],
  catches: { zh: '温度不对', en: 'A wrong temperature' },
  least: () => 0,
  most: (row) => (valueAt(row, 'kind') === 'cold' ? 0.1 + 0.2 : undefined),
  message: (value, limit) => ({ zh: `${value} 不合 ${limit}`, en: '' }),
});
const fridge = smallRegister(columns, rule);
const says = (degrees: number | undefined, kind = 'cold') =>
  findingsOf(rule, fridge, rowsOf({ degrees, kind })).map(({ says: said }) => said);

describe('a number keeps its limits', () => {
  test('both limits belong to what is allowed, whatever binary fractions make of them', () => {
    expect([says(0), says(0.3)]).toEqual([[], []]);
  });

  test('below the least and above the most, with the limit that was broken', () => {
    expect(says(-1)).toEqual(['-1 不合 0']);
    expect(says(5)).toEqual([`5 不合 ${0.1 + 0.2}`]);
  });

  test('where a row has no limit anything goes, and a blank cell says nothing', () => {
    expect([says(40, 'room'), says(undefined)]).toEqual([[], []]);
  });

  test('a must unless it is said to be a look', () => {
    const look = limits({
      at: 'degrees',
      catches: rule.catches,
      severity: 'look',
      least: () => 5,
      message: () => ({ zh: '低', en: '' }),
    });
    const severities = [rule, look].flatMap((one) =>
      findingsOf(one, fridge, rowsOf({ degrees: -2 })).map(({ severity }) => severity),
    );
    expect(severities).toEqual(['must', 'look']);
  });
});

const anyReading = fc.record({
  degrees: fc.constantFrom(-3, 0, 0.3, 4, undefined),
  kind: fc.constantFrom('cold', 'room'),
});

testLaws({
  rule,
  register: fridge,
  rows: fc.array(anyReading, { maxLength: 3 }),
  unrelated: anyReading,
});
