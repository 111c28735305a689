import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { leftovers } from '#schema/registers/resources/leftovers.ts';
import { lightsLeftOn } from '#schema/registers/resources/lights-left-on.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf } from '../../made.ts';
import { measured, november, says, worldAround } from '../../said.ts';

const diners = [{ day: '2026-11-10', meal: 'lunch', diners: 600 }];
const meal = (weight: number, values: Values<Columns> = {}) => ({
  day: '2026-11-10',
  meal: 'lunch',
  weight,
  ...values,
});

describe('剩饭剩菜', () => {
  test('how many ate is written, or known to the canteen', () => {
    expect(
      says(
        leftovers,
        'diners-unknown',
        [meal(30), meal(9, { meal: 'dinner' }), meal(9, { meal: 'dinner', diners: 200 })],
        {
          others: { diners },
        },
      ),
    ).toEqual([[1, '没有就餐人数，请补填']]);
  });

  test('far more or less than a diner usually leaves', () => {
    const at = (weight: number) => meal(weight, { diners: 100 });
    expect(says(leftovers, 'band-weight', [at(10.8), at(11), at(1.1)])).toEqual([
      [1, '人均剩 110 克，平时约 60 克，请核对'],
      [2, '人均剩 11 克，平时约 60 克，请核对'],
    ]);
  });

  test('a meal is weighed once', () => {
    expect(says(leftovers, 'unique-meal-day', [meal(30), meal(31)])).toEqual([
      [1, '这一餐称了两次，请删一行'],
    ]);
  });

  test('figures: all of it, and grams a diner', () => {
    const rows = [meal(30), meal(14, { meal: 'dinner', diners: 200 })];
    expect(measured(leftovers, 'weight', rows, { others: { diners } })).toBe(44);
    expect(measured(leftovers, 'perDiner', rows, { others: { diners } })).toBe(60);
  });
});

describe('人走灯未关', () => {
  test('by building and day of the week', () => {
    const rows = rowsOf(
      { found: '2026-11-20T18:00:00', place: '教学楼 A201', what: 'lights', number: 6 },
      { found: '2026-11-20T18:05:00', place: '教学楼 A202', what: 'fan' },
      { found: '2026-11-18T18:05:00', place: '图书馆', what: 'lights', number: 2 },
    );
    const world = worldAround(lightsLeftOn, rows);
    expect(lightsLeftOn.breakdowns?.byBuilding?.split(rows, november, world)).toEqual([
      { name: '教学楼', value: 2 },
      { name: '图书馆', value: 1 },
    ]);
    expect(lightsLeftOn.breakdowns?.byWeekday?.split(rows, november, world)).toEqual([
      { name: '周五', value: 2 },
      { name: '周三', value: 1 },
    ]);
    expect(lightsLeftOn.figures.pieces?.measure(rows, november, world).value).toBe(9);
  });

  test('a round lists the classrooms in use', () => {
    const places = [
      { name: '教学楼 A201', kind: 'classroom' },
      { name: '旧教室', kind: 'classroom', outOfUse: true },
      { name: '食堂', kind: 'canteen' },
    ];
    const [round] = lightsLeftOn.batches ?? [];
    expect(round?.rows(worldAround(lightsLeftOn, [], { others: { places } }), {})).toEqual([
      { place: '教学楼 A201' },
    ]);
  });
});
