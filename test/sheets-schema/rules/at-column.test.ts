import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, text } from '#schema/columns.ts';
import { numberAt, textAt } from '#schema/row.ts';
import { atColumn } from '#schema/rules/at-column.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const rule = atColumn<'lamps' | 'room'>({
  key: 'too-many',
  at: 'lamps',
  columns: ['room'],
  reads: ['places'],
  catches: { zh: '灯太多', en: 'Too many lamps' },
  says: (world) => {
    const most = world.rows('places').length;
    return (row) =>
      (numberAt(row, 'lamps') ?? 0) > most
        ? { zh: `${textAt(row, 'room')}超过${most}盏`, en: '' }
        : undefined;
  },
});
const lamps = smallRegister(
  {
    lamps: quantity({ zh: '灯', en: 'Lamps' }),
    room: text({ zh: '房间', en: 'Room' }),
  },
  rule,
);
const world = worldWith({ places: rowsOf({}, {}) });

describe('a rule that looks at each row', () => {
  test('stands at its column and is to be mended', () => {
    const rows = rowsOf({ room: '101', lamps: 2 }, { room: '102', lamps: 3 }, {});
    expect(findingsOf(rule, lamps, rows, world)).toEqual([
      { column: 'lamps', severity: 'must', says: '102超过2盏', place: 1 },
    ]);
  });

  test('names the column where it stands before the others that it reads', () => {
    expect(rule.columns).toEqual(['lamps', 'room']);
    expect(rule.reads).toEqual(['places']);
  });
});

const anyRow = fc.record({ room: fc.constantFrom('101', '102'), lamps: fc.nat(4) });

testLaws({
  rule,
  register: lamps,
  rows: fc.array(anyRow, { maxLength: 4 }),
  unrelated: anyRow,
  world,
});
