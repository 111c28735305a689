import { describe, expect, test } from 'vitest';
import { diners } from '#schema/registers/canteen/diners.ts';
import { day } from '../../autumn.ts';
import { rowsOf, worldWith } from '../../made.ts';
import { measured, november, says } from '../../said.ts';

const meal = (on: string, which: string, number: number, more = {}) => ({
  day: on,
  meal: which,
  diners: number,
  by: '张桂兰',
  ...more,
});

describe('就餐人数', () => {
  test('each meal once', () => {
    const rows = [meal('2026-11-23', 'lunch', 600), meal('2026-11-23', 'lunch', 610)];
    expect(says(diners, 'unique-meal-day', rows)).toEqual([[1, '这一餐登记了两次，请删一行']]);
  });

  test('a meal whose diners nobody counted', () => {
    const rows = [meal('2026-11-23', 'breakfast', 200), meal('2026-11-23', 'dinner', 200)];
    expect(says(diners, 'each-meal', rows)).toEqual([['2026-11-23', '11月23日午餐没记人数，请补']]);
    const period = { from: day('2026-11-23'), to: day('2026-11-23') };
    expect(measured(diners, 'kept', rows, { period })).toEqual([2, 3]);
  });

  test('no more students than diners', () => {
    const rows = [
      meal('2026-11-20', 'lunch', 600, { students: 601 }),
      meal('2026-11-23', 'lunch', 600, { students: 600 }),
    ];
    expect(says(diners, 'more-students', rows)).toEqual([
      [0, '学生 601 人多于总数 600 人，请核对'],
    ]);
  });

  test('a number far from what that meal usually has', () => {
    const rows = [
      ...['16', '17', '18'].map((one) => meal(`2026-11-${one}`, 'lunch', 600)),
      meal('2026-11-19', 'lunch', 60),
      meal('2026-11-20', 'lunch', 400),
      meal('2026-11-20', 'dinner', 60),
    ];
    expect(says(diners, 'band-diners', rows)).toEqual([[3, '就餐 60 人，平时约 600 人，请核对']]);
  });

  test('all who ate, the mean of the lunches, and each meal', () => {
    const rows = [
      meal('2026-11-20', 'lunch', 600),
      meal('2026-11-23', 'lunch', 640),
      meal('2026-11-23', 'dinner', 200),
    ];
    expect([measured(diners, 'served', rows), measured(diners, 'lunches', rows)]).toEqual([
      1440, 620,
    ]);
    expect(diners.breakdowns?.byMeal?.split(rowsOf(...rows), november, worldWith({}))).toEqual([
      { name: '午餐', value: 1240 },
      { name: '晚餐', value: 200 },
    ]);
  });
});
