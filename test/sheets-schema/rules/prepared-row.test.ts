import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity } from '#schema/columns.ts';
import { numberAt } from '#schema/row.ts';
import { preparedRowRule } from '#schema/rules/prepared-row.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = { used: quantity({ zh: '用量', en: 'Used' }) };
const most = {
  key: 'over-allowance',
  columns: ['used'],
  catches: { zh: '超过定额', en: 'More than is allowed' },
  finds: (world, rows) => {
    const written = rows.filter((row) => numberAt(row, 'used') !== undefined).length;
    const allowed = world.rows('meters').length;
    return ({ values: { used } }) =>
      used !== undefined && used > allowed
        ? { column: 'used', severity: 'look', message: { zh: `${written}行里超了`, en: '' } }
        : undefined;
  },
} satisfies Parameters<typeof preparedRowRule<typeof columns>>[0];
const rule = preparedRowRule<typeof columns>(most);
const register = smallRegister(columns, rule);
const world = worldWith({ meters: rowsOf({}, {}) });

describe('a rule that works something out once and then looks at each row', () => {
  test('has all rows and the other registers at hand', () => {
    expect(findingsOf(rule, register, rowsOf({ used: 2 }, { used: 3 }, {}), world)).toEqual([
      { column: 'used', severity: 'look', says: '2行里超了', place: 1 },
    ]);
  });

  test('reads no other register unless it says so', () => {
    const read = preparedRowRule<typeof columns>({ ...most, reads: ['meters'] }).reads;
    expect([rule.reads, read]).toEqual([[], ['meters']]);
  });
});

const anyRow = fc.record({ used: fc.constantFrom(1, 2, 3) });

testLaws({
  rule,
  register,
  rows: fc.array(anyRow, { maxLength: 4 }),
  unrelated: fc.constant({}),
  world,
});
