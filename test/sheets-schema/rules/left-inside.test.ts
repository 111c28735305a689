import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { code, moment, text, yesNo } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';
import { textAt } from '#schema/row.ts';
import { handedBack, leftInside } from '#schema/rules/left-inside.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  arrived: moment({ zh: '进校', en: 'Arrived' }),
  name: text({ zh: '来访人', en: 'Visitor' }),
  badge: code({ zh: '胸牌', en: 'Badge' }),
  left: moment({ zh: '离校', en: 'Left' }),
  badgeBack: yesNo({ zh: '收回', en: 'Back' }),
};
const inside = leftInside({
  arrived: 'arrived',
  left: 'left',
  closing: () => '18:30',
  message: { zh: '没登记离校', en: '' },
});
const badge = handedBack({
  given: 'badge',
  back: 'badgeBack',
  isGiven: ({ row }) => textAt(row, 'badge') !== '',
  isBack: ({ badgeBack }) => badgeBack,
  message: { zh: '胸牌没收回', en: '' },
});
const gate = smallRegister(columns, inside);
const came = (time: string, values: Values<Columns> = {}) => ({
  arrived: `2026-11-24T${time}:00`,
  ...values,
});
const went = (time: string, values: Values<Columns>) => ({
  left: `2026-11-24T${time}:00`,
  ...values,
});

function places(
  rule: typeof inside | typeof badge,
  rows: readonly Values<Columns>[],
  departures: readonly Values<Columns>[] = [],
  now = '2026-11-24T18:30:00',
) {
  const world = worldWith({ departures: rowsOf(...departures) }, { now });
  return findingsOf(rule, gate, rowsOf(...rows), world).map(({ place }) => place);
}

describe('whoever came in is out by closing', () => {
  test('at closing time, not a minute before, and on any later day', () => {
    const rows = [came('09:00', { badge: '1' })];
    expect(places(inside, rows, [], '2026-11-24T18:29:00')).toEqual([]);
    expect(places(inside, rows)).toEqual([0]);
    expect(places(inside, rows, [], '2026-11-26T07:00:00')).toEqual([0]);
  });

  test('who came after closing has until the day is over', () => {
    const rows = [came('19:00', { badge: '1' })];
    expect(places(inside, rows, [], '2026-11-24T23:00:00')).toEqual([]);
    expect(places(inside, rows, [], '2026-11-25T00:00:00')).toEqual([0]);
  });

  test('by the row itself, by the badge that came back, else by the name', () => {
    const rows = [
      came('09:00', { badge: '1', left: '2026-11-24T10:00:00' }),
      came('09:10', { badge: '2', name: '林先生' }),
      came('09:20', { name: '黄女士' }),
      came('09:30', { name: '郭师傅', badge: '3' }),
    ];
    const departures = [
      went('10:00', { badge: '2' }),
      went('10:10', { name: '黄女士 ' }),
      went('10:20', { badge: '30', name: '郭师傅' }),
    ];
    expect(places(inside, rows, departures)).toEqual([]);
  });

  test('a badge worn twice that day ends the stay of whoever wore it last; a departure comes after its arrival', () => {
    const rows = [came('08:00', { badge: '5' }), came('14:00', { badge: '5' })];
    expect(places(inside, rows, [went('09:00', { badge: '5' })])).toEqual([1]);
    expect(places(inside, rows, [went('15:00', { badge: '5' })])).toEqual([0]);
    expect(places(inside, rows, [went('07:00', { badge: '5' })])).toEqual([0, 1]);
    expect(
      places(inside, rows, [went('15:00', { badge: '5' }), went('15:30', { badge: '5' })]),
    ).toEqual([]);
  });
});

describe('what was handed over is handed back', () => {
  test('asked for when somebody has left, whoever says so', () => {
    const rows = [
      came('09:00', { badge: '1', left: '2026-11-24T10:00:00', badgeBack: true }),
      came('09:00', { badge: '2', left: '2026-11-24T10:00:00' }),
      came('09:00', { badge: '3' }),
      came('09:00', { badge: '4' }),
      came('09:00', { badge: '5' }),
      came('09:00', { left: '2026-11-24T10:00:00' }),
    ];
    const departures = [
      went('10:00', { badge: '3', badgeBack: false }),
      went('10:00', { badge: '4', badgeBack: true }),
    ];
    expect(places(badge, rows, departures)).toEqual([1, 2]);
  });
});

test('both must be mended, each at its own column', () => {
  const open = rowsOf(came('09:00', { badge: '1' }));
  const gone = rowsOf(came('09:00', { badge: '1', ...went('10:00', {}) }));
  const evening = worldWith({}, { now: '2026-11-24T18:30:00' });
  const where = (rule: typeof inside | typeof badge, rows: typeof open) =>
    findingsOf(rule, gate, rows, evening).map(({ column, severity }) => [column, severity]);
  expect([where(inside, open), where(badge, open)]).toEqual([[['left', 'must']], []]);
  expect([where(inside, gone), where(badge, gone)]).toEqual([[], [['badgeBack', 'must']]]);
});

const anyVisit = fc.record({
  arrived: fc.constantFrom('2026-11-23T09:00:00', '2026-11-24T09:00:00', undefined),
  badge: fc.constantFrom('1', '2', undefined),
  left: fc.constantFrom('2026-11-24T10:00:00', undefined),
});

testLaws({
  rule: inside,
  register: gate,
  rows: fc.array(anyVisit, { maxLength: 4 }),
  unrelated: fc.record({ name: fc.constantFrom('林先生', '黄女士') }),
  world: worldWith({
    departures: rowsOf({ left: '2026-11-24T10:00:00', badge: '1' }),
  }),
});
