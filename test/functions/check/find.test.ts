import { describe, expect, it } from 'vitest';
import { findAll } from '#schema/find-all.ts';
import { registers } from '#schema/registers/index.ts';
import { roster } from '#schema/registers/people/roster.ts';
import { rowsOf, worldWith } from '../../sheets-schema/made.ts';

const post = {
  name: '门卫白班',
  team: '保安',
  from: '07:00:00',
  until: '19:00:00',
  onWorkdays: 1,
  onWeekends: 1,
  onHolidays: 1,
};
const shift = (day: string) => ({
  day,
  post: '门卫白班',
  person: '韩卫东',
  from: '07:00:00',
  until: '19:00:00',
});

/** What is said of a roster of two days, one without its shift, with 试运行 until a day. */
function said(quietUntil?: string) {
  const world = worldWith({
    posts: rowsOf(post),
    people: rowsOf({ name: '韩卫东', team: '保安', post: '保安队长', joined: '2020-01-01' }),
    roster: rowsOf(shift('2026-11-20'), shift('2026-11-22')),
    settings: rowsOf(
      ...(quietUntil === undefined ? [] : [{ key: 'roster.quietUntil', value: quietUntil }]),
    ),
  });
  return findAll([roster], world).map(({ rule, row, about }) => [
    rule,
    row === undefined ? about : 'a row',
  ]);
}

describe('a register in 试运行', () => {
  it('is not told of rows from before its day', () => {
    const unsigned = (quietUntil?: string) =>
      said(quietUntil).filter(([rule]) => String(rule).startsWith('unsigned')).length;
    expect(unsigned()).toBe(2);
    expect(unsigned('2026-11-21')).toBe(1);
    expect(unsigned('2026-11-23')).toBe(0);
  });

  it('is not told of what was missing on a day before it', () => {
    const missing = ['staffed', '2026-11-21 门卫白班'];
    expect(said()).toContainEqual(missing);
    expect(said('2026-11-21')).toContainEqual(missing);
    expect(said('2026-11-22')).not.toContainEqual(missing);
  });

  it('has a day that every register can be given', () => {
    const world = worldWith({});
    for (const { key, alwaysOn } of registers)
      if (!alwaysOn) expect(world.settings.declared.has(`${key}.quietUntil`), key).toBe(true);
  });
});
