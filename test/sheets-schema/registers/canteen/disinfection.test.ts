import { describe, expect, test } from 'vitest';
import { disinfection } from '#schema/registers/canteen/disinfection.ts';
import { day } from '../../autumn.ts';
import { measured, planned, says } from '../../said.ts';

const did = (more = {}) => ({
  done: '2026-11-23T09:00:00',
  meal: 'breakfast',
  utensils: '餐盘',
  method: 'infrared',
  minutes: 20,
  by: '朱丽华',
  ...more,
});

describe('餐具消毒', () => {
  test('a meal with no disinfection', () => {
    const rows = [did(), did({ meal: 'lunch', done: '2026-11-23T13:30:00' })];
    const evening = { now: '2026-11-23T20:00:00' };
    expect(says(disinfection, 'each-meal', rows, evening)).toEqual([
      ['2026-11-23', '11月23日晚餐缺消毒记录，请补'],
    ]);
    const period = { from: day('2026-11-23'), to: day('2026-11-23') };
    expect(measured(disinfection, 'kept', rows, { ...evening, period })).toEqual([2, 3]);
    expect(measured(disinfection, 'times', rows)).toBe(2);
  });

  test('each method has its time', () => {
    const rows = [
      did({ minutes: 10 }),
      did({ minutes: 9 }),
      did({ method: 'steam', minutes: 9 }),
      did({ method: 'chlorine', minutes: 5, strength: 250 }),
      did({ method: 'chlorine', minutes: 4, strength: 250 }),
      did({ method: 'dishwasher', minutes: 1 }),
      did({ method: undefined, minutes: 0 }),
    ];
    expect(says(disinfection, 'limits-minutes', rows)).toEqual([
      [1, '只消毒 9 分钟，应满 10，请重做'],
      [2, '只消毒 9 分钟，应满 10，请重做'],
      [4, '只消毒 4 分钟，应满 5，请重做'],
    ]);
  });

  test('a solution has its strength', () => {
    const rows = [
      did({ method: 'chlorine', strength: 249 }),
      did({ method: 'chlorine', strength: 250 }),
      did({ method: 'chlorine' }),
      did({ strength: 10 }),
    ];
    expect(says(disinfection, 'limits-strength', rows)).toEqual([
      [0, '浓度 249，应满 250 mg/L，请重配'],
    ]);
    expect(says(disinfection, 'needed-solution', rows)).toEqual([
      [2, '用消毒液，请补填消毒液浓度'],
    ]);
  });

  test('the plan has one line for the month, none for a month without school', () => {
    expect(planned(disinfection, [])).toEqual([['餐具每餐消毒并登记', '食堂班长', '2026-12-31']]);
    expect(planned(disinfection, [], { month: '2027-08' })).toEqual([]);
  });
});
