import { describe, expect, it } from 'vitest';
import { countGroups } from '#functions/intake/print/count-sheet.ts';
import { wallOf } from '#functions/intake/print/wall.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import type { Columns } from '#schema/columns.ts';
import { posts } from '#schema/registers/people/posts.ts';
import { roster } from '#schema/registers/people/roster.ts';
import { items } from '#schema/registers/stock/items.ts';
import type { Row, Values } from '#schema/row.ts';
import { localDateTime, rowId, sequence } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

const row = (values: Values<Columns>): Row => ({
  id: rowId.parse('00000000-0000-4000-8000-000000000000'),
  sequence: sequence.parse('000000000-0000-0000'),
  values,
  unreadable: [],
});
const sheetOf = <K extends string>(register: typeof items, kind: K) => {
  const sheet = register.print?.sheets?.find((each) => each.kind === kind);
  if (!sheet) throw new Error(`${register.key} prints no ${kind}`);
  return sheet;
};

describe('the roster on the wall', () => {
  const sheet = sheetOf(roster, 'wall');
  const duty = (day: string, post: string, person: string) => row({ day, post, person });
  const world = worldOf({
    registers: [posts, roster],
    rows: new Map([['posts', [row({ name: '门卫白班' }), row({ name: '宿舍夜班' })]]]),
    now: localDateTime.parse('2026-10-01T08:00:00'),
    publicHolidays: chineseHolidays,
  });
  const rows = [
    duty('2026-10-05', '宿舍夜班', '蒋爱华'),
    duty('2026-10-05', '宿舍夜班', '许慧芳'),
    duty('2026-10-05', '门卫白班', '冯树林'),
    duty('2026-11-01', '食堂早班', '不在本月'),
  ];
  if (sheet.kind !== 'wall') throw new Error('no wall');
  const wall = wallOf(roster, sheet, rows, '2026-10', world);

  it('has a line for every day of the month and a column for each post, in the order of the posts', () => {
    expect(wall.headings).toEqual(['门卫白班', '宿舍夜班']);
    expect(wall.days).toHaveLength(31);
    expect(wall.days[4]).toMatchObject({ day: '2026-10-05', cells: ['冯树林', '蒋爱华、许慧芳'] });
    expect(wall.days[5]?.cells).toEqual(['', '']);
  });

  it('marks week-ends and holidays, but not a make-up workday', () => {
    const isOff = (day: string) => wall.days.find((each) => each.day === day)?.isOff;
    expect(wall.days[0]).toMatchObject({ isOff: true, holiday: '国庆节' });
    expect(isOff('2026-10-08')).toBe(false);
    expect(isOff('2026-10-18')).toBe(true);
    expect(isOff('2026-10-10')).toBe(false);
  });
});

describe('a sheet to count by', () => {
  const sheet = sheetOf(items, 'count');
  const item = (place: string | undefined, shelf: string | undefined, code: string) =>
    row({ place, shelf, code });

  it('walks from shelf to shelf: A-2 before A-10, what has no shelf or place last', () => {
    if (sheet.kind !== 'count') throw new Error('no count');
    const groups = countGroups(sheet, [
      item('总库房', undefined, 'Z-1'),
      item('总库房', 'A-10', 'Q-1'),
      item(undefined, 'A-1', 'N-1'),
      item('总库房', 'A-2', 'Q-3'),
      item('总库房', 'A-2', 'Q-2'),
      item('食堂', 'B-1', 'S-1'),
    ]);
    expect(groups.map(({ rows, name }) => [name, rows.map(({ values }) => values.code)])).toEqual([
      ['食堂', ['S-1']],
      ['总库房', ['Q-2', 'Q-3', 'Q-1', 'Z-1']],
      ['', ['N-1']],
    ]);
  });

  it('does not say what is expected', () => {
    if (sheet.kind !== 'count') throw new Error('no count');
    for (const name of sheet.columns) expect(items.columns[name]?.kind).not.toBe('quantity');
  });
});
