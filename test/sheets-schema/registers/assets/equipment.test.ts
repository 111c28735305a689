import { describe, expect, test } from 'vitest';
import { equipment } from '#schema/registers/assets/equipment.ts';
import { measured, planned, says } from '../../said.ts';

const piece = (name: string, kind: string, more = {}) => ({
  name,
  kind,
  place: '食堂',
  custodian: '张桂兰',
  made: '2022-11-24',
  certificate: 'DT-1',
  nextInspection: '2027-11-24',
  ...more,
});

describe('在检设备', () => {
  test('each has a name of its own', () => {
    expect(
      says(equipment, 'unique-name', [piece('送餐梯', 'lift'), piece('送餐梯', 'lift')]),
    ).toHaveLength(1);
  });

  test('an inspection: soon from a month ahead, expired from the day after', () => {
    const next = (nextInspection: string, more = {}) =>
      says(equipment, 'expiry-nextInspection', [
        piece('电梯', 'lift', { nextInspection, ...more }),
      ]);
    expect(next('2026-12-25')).toEqual([]);
    expect(next('2026-12-24')).toEqual([[0, '12月24日要检验，还有30天，请申报']]);
    expect(next('2026-11-23')).toEqual([[0, '检验11月23日已过期，请停用并送检']]);
    expect(next('2026-11-23', { outOfUse: true })).toEqual([]);
  });

  test('an extinguisher that has had its years, by its kind', () => {
    const worn = (kind: string, made: string) =>
      says(equipment, 'worn-out', [piece('灭火器', kind, { made })]);
    expect(worn('powder', '2016-11-24')).toEqual([[0, '干粉灭火器满10年，请报废换新']]);
    expect(worn('powder', '2016-11-25')).toEqual([]);
    expect(worn('water', '2020-11-24')).toHaveLength(1);
    expect(worn('water', '2020-11-25')).toEqual([]);
    expect(worn('carbonDioxide', '2014-11-24')).toHaveLength(1);
    expect(worn('carbonDioxide', '2014-11-25')).toEqual([]);
    expect(worn('lift', '1999-01-01')).toEqual([]);
  });

  test('boilers, lifts and vessels are registered, extinguishers dated', () => {
    const bare = { certificate: undefined, made: undefined };
    const registered = (kind: string) =>
      says(equipment, 'needed-registered', [piece('设备', kind, bare)]);
    const dated = (kind: string) => says(equipment, 'needed-dated', [piece('设备', kind, bare)]);
    for (const kind of ['boiler', 'lift', 'pressureVessel']) {
      expect(registered(kind)).toEqual([[0, '特种设备要有证，请补填登记证号']]);
      expect(dated(kind)).toEqual([]);
    }
    for (const kind of ['powder', 'water', 'carbonDioxide']) {
      expect(registered(kind)).toEqual([]);
      expect(dated(kind)).toEqual([[0, '灭火器看年限，请补填出厂日期']]);
    }
  });

  test('the next inspection comes after the last', () => {
    const rows = [piece('电梯', 'lift', { inspected: '2027-11-25' })];
    expect(says(equipment, 'in-order-inspected-nextInspection', rows)).toHaveLength(1);
  });

  test('in use, and of those with a valid inspection', () => {
    const rows = [
      piece('电梯', 'lift'),
      piece('锅炉', 'boiler', { nextInspection: '2026-11-23' }),
      piece('旧锅炉', 'boiler', { outOfUse: true }),
    ];
    expect(measured(equipment, 'inUse', rows)).toBe(2);
    expect(measured(equipment, 'valid', rows)).toEqual([1, 2]);
  });

  test('what falls due is in the plan, extinguishers of one place in one line', () => {
    const soon = { nextInspection: '2026-12-20' };
    const rows = [
      piece('食堂 灭火器1', 'powder', soon),
      piece('食堂 灭火器2', 'powder', soon),
      piece('电梯', 'lift', { nextInspection: '2026-11-02' }),
      piece('锅炉', 'boiler', { nextInspection: '2027-01-01' }),
    ];
    expect(planned(equipment, rows)).toEqual([
      ['送检：食堂 灭火器1等2具', '张桂兰', '2026-12-20'],
      ['送检：电梯', '张桂兰', '2026-12-01'],
    ]);
  });
});
