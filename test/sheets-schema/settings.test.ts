import { describe, expect, test } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { settingRows, settings, statedSettings } from '#schema/registers/school/settings.ts';
import { declaredSettings, settingsFrom } from '#schema/settings.ts';
import { isSwitchedOn, quietUntil } from '#schema/switches.ts';
import { findingsOf, rowsOf, worldWith } from './made.ts';

const declared = declaredSettings(registers);
const stated = (key: string, value: string) => statedSettings(rowsOf({ key, name: key, value }));
const saying = (key: string, value: string) => settingsFrom(declared, stated(key, value));

describe('what the school says counts', () => {
  test.each([
    ['a number', '36', 36],
    ['a number with its unit', '36 小时', 36],
    ['full-width digits', '３６', 36],
  ])('%s', (_, written, hours) => {
    expect(saying('repairs.minorHours', written).number('repairs.minorHours')).toBe(hours);
  });

  test('a name', () => {
    expect(saying('schoolName', '青山中学').text('schoolName')).toBe('青山中学');
  });

  test('a name that looks like a number stays a name', () => {
    expect(saying('schoolName', '101').text('schoolName')).toBe('101');
  });
});

describe('what cannot be used leaves the default', () => {
  test.each([
    ['blank', ''],
    ['words', '一天'],
  ])('%s', (_, written) => {
    expect(saying('repairs.minorHours', written).number('repairs.minorHours')).toBe(24);
  });

  test('a time zone that does not exist', () => {
    expect(saying('timeZone', '北京时间').text('timeZone')).toBe('Asia/Shanghai');
    expect(saying('timeZone', 'Asia/Urumqi').text('timeZone')).toBe('Asia/Urumqi');
  });

  test('asking for a setting that nobody declared is a fault of the program', () => {
    const none = settingsFrom(declared, new Map());
    expect(() => none.number('repairs.bigHours')).toThrow('nobody declared "repairs.bigHours"');
    expect(() => none.text('repairs.minorHours')).toThrow('is a number');
  });
});

describe('registers are switched on and off', () => {
  const repairs = { key: 'repairs' };

  test('on, until 停用 is written', () => {
    expect(isSwitchedOn(repairs, settingsFrom(declared, new Map()))).toBe(true);
    expect(isSwitchedOn(repairs, saying('repairs.use', '停用'))).toBe(false);
    expect(isSwitchedOn(repairs, saying('repairs.use', '不用'))).toBe(true);
  });

  test('what others stand on has no switch', () => {
    expect(declared.has('people.use')).toBe(false);
    expect(isSwitchedOn({ key: 'people', alwaysOn: true }, saying('repairs.use', '停用'))).toBe(
      true,
    );
  });

  test('the world has neither rows nor register of what is switched off', () => {
    const off = rowsOf({ key: 'repairs.use', name: '报修', value: '停用' });
    const world = worldWith({ settings: off, repairs: rowsOf({ fault: '灯不亮' }) });
    expect(world.rows('repairs')).toEqual([]);
    expect(world.register('repairs')).toBeUndefined();
    expect(world.register('people')?.key).toBe('people');
  });

  test.each([
    ['2026年12月1日', '2026-12-01'],
    ['46357', '2026-12-01'],
    ['', undefined],
    ['下周', undefined],
  ])('on trial until “%s”', (written, day) => {
    expect(quietUntil(repairs, saying('repairs.quietUntil', written))).toBe(day);
  });
});

describe('the tab', () => {
  test('starts with a row for every declared setting, with the school’s own values', () => {
    const rows = settingRows(declared, { schoolName: '青山中学' });
    expect(rows).toHaveLength(declared.size);
    expect(rows.find(({ key }) => key === 'schoolName')?.value).toBe('青山中学');
    expect(rows.find(({ key }) => key === 'repairs.minorHours')).toMatchObject({
      name: '报修：小修时限',
      unit: '小时',
      default: '24',
      source: 'R3 小修不过夜',
    });
  });

  test.each([
    ['repairs.minorHours', '一天', [['setting-value', '请填数字，现按默认值算']]],
    ['repairs.minorHours', '12', []],
    ['repairs.minorHours', undefined, []],
    ['repairs.use', '关', [['setting-value', '请填启用或停用，现按默认值算']]],
    ['repairs.use', '停用', []],
    ['timeZone', '北京时间', [['setting-value', '写法不对，请照默认值的样子填']]],
    ['repairs.bigHours', '12', [['unknown-setting', '没有这项设置，不起作用，可删去此行']]],
    [undefined, '12', [['unknown-setting', '没有这项设置，不起作用，可删去此行']]],
  ])('%s = %s', (key, value, expected) => {
    const rows = rowsOf({ key, name: '设置', value });
    const found = settings.rules.flatMap((rule) =>
      findingsOf(rule, settings, rows).map(({ says }) => [rule.key, says]),
    );
    expect(found).toEqual(expected);
  });
});
