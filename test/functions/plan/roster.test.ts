import { describe, expect, it } from 'vitest';
import { leadersBetween, rosterOf } from '#functions/plan/roster.ts';
import type { Columns } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { rowsOf, worldWith } from '../../sheets-schema/made.ts';

const lists = {
  posts: rowsOf(
    {
      name: '门卫夜班',
      team: '保安',
      onWorkdays: 1,
      onWeekends: 1,
      onHolidays: 1,
      from: '19:00:00',
      until: '07:00:00',
    },
    { name: '领导带班', team: '校领导', onWeekends: 1, from: '08:00:00', until: '17:00:00' },
  ),
  people: rowsOf(
    { name: '唐志刚', team: '保安' },
    { name: '曹德明', team: '保安' },
    { name: '孙建平', team: '校领导' },
  ),
};

function roster(rows: readonly Values<Columns>[] = []) {
  const world: World = worldWith({ ...lists, roster: rowsOf(...rows) });
  return rosterOf('2026-12', world);
}

describe('the roster of a month', () => {
  it('fills every place of every day', () => {
    const made = roster();
    expect(made?.unfilled).toEqual([]);
    // 31 nights, and 8 Saturdays and Sundays.
    expect(made?.fresh).toHaveLength(31 + 8);
    expect(made?.duties).toHaveLength(31 + 8);
  });

  it('leaves what stands in the sheet, and fills only what nobody holds', () => {
    const held = { day: '2026-12-01', post: '门卫夜班', person: '彭少华' };
    const made = roster([held]);
    expect(made?.fresh).toHaveLength(31 + 8 - 1);
    const first = made?.duties.filter(({ day, post }) => day === held.day && post === held.post);
    expect(first?.map(({ person }) => person)).toEqual(['彭少华']);
  });

  it('adds nothing the second time', () => {
    const once = roster();
    const again = roster(
      (once?.fresh ?? []).map(({ day, post, person }) => ({ day, post, person })),
    );
    expect(again?.fresh).toEqual([]);
    const who = (made: typeof once) =>
      made?.duties.map(({ day, post, person }) => `${day} ${post} ${person}`);
    expect(who(again)).toEqual(who(once));
  });

  it('knows who leads the duty of a week, at its week-end', () => {
    expect(leadersBetween(roster(), '2026-12-01', '2026-12-06')).toEqual(['孙建平']);
    expect(leadersBetween(roster(), '2026-12-07', '2026-12-11')).toEqual([]);
  });

  it('is none in a school without posts', () => {
    const world = worldWith({});
    expect(rosterOf('2026-12', world)).toBeUndefined();
  });
});
