import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment, reference } from '#schema/columns.ts';
import { textAt } from '#schema/row.ts';
import { validThen } from '#schema/rules/valid-then.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  came: moment({ zh: '时间', en: 'When' }),
  regular: reference('regulars', { zh: '常客', en: 'Regular' }),
};
const rule = validThen({
  link: 'regular',
  to: 'regulars',
  happened: 'came',
  until: (row) => textAt(row, 'until'),
  message: (name, until) => ({ zh: `${name}${until}到期`, en: '' }),
});
const gate = smallRegister(columns, rule);
const world = worldWith({
  regulars: rowsOf({ tag: '8812 老周', until: '2026-11-20' }, { tag: '2075 老秦' }),
});
const says = (came: string, regular: string) =>
  findingsOf(rule, gate, rowsOf({ came, regular }), world).map(({ says: said }) => said);

describe('whoever is named', () => {
  test('was valid up to the last day, whatever happened since', () => {
    expect(says('2026-11-20T18:00:00', '8812 老周')).toEqual([]);
    expect(says('2026-11-21T00:00:00', '８８１２ 老周')).toEqual(['８８１２ 老周2026-11-20到期']);
  });

  test('is not judged before anybody says when they came', () => {
    const rows = rowsOf({ regular: '8812 老周' });
    expect(findingsOf(rule, gate, rows, world)).toEqual([]);
  });

  test('without a last day, or on no list, is not judged here', () => {
    expect([
      says('2026-11-23T08:00:00', '2075 老秦'),
      says('2026-11-23T08:00:00', '陌生人'),
    ]).toEqual([[], []]);
  });
});

const anyVisit = fc.record({
  came: fc.constantFrom('2026-11-19T08:00:00', '2026-11-23T08:00:00', undefined),
  regular: fc.constantFrom('8812 老周', '2075 老秦', undefined),
});

testLaws({
  rule,
  register: gate,
  rows: fc.array(anyVisit, { maxLength: 3 }),
  unrelated: anyVisit,
  world,
});
