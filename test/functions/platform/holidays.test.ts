import { describe, expect, test } from 'vitest';
import { chineseHolidays } from '#platform/holidays.ts';
import { daysFrom } from '#schema/time.ts';
import { localDate } from '#schema/values.ts';

const on = (day: string) => chineseHolidays(localDate.parse(day));

describe('a year whose order of the State Council is known', () => {
  test.each([
    ['2026-01-01', '元旦'],
    ['2026-02-17', '春节'],
    ['2026-05-01', '劳动节'],
    ['2026-10-01', '国庆节'],
    ['2026-10-07', '国庆节'],
  ])('%s is a holiday: %s', (day, name) => {
    expect(on(day)).toEqual({ name, kind: 'holiday' });
  });

  test.each(['2026-02-14', '2026-10-10'])('%s is a Saturday that is worked', (day) => {
    expect(on(day)).toMatchObject({ kind: 'makeUpWorkday' });
  });

  test.each(['2026-11-24', '2026-11-22'])('%s is nothing but a day of the week', (day) => {
    expect(on(day)).toBeUndefined();
  });
});

describe('a year that has no order yet', () => {
  test('has the days of the law: thirteen, none moved, none to make up', () => {
    const days = daysFrom(localDate.parse('2030-01-01'), localDate.parse('2030-12-31')).flatMap(
      (day) => {
        const holiday = chineseHolidays(day);
        return holiday ? [`${day} ${holiday.name} ${holiday.kind}`] : [];
      },
    );
    expect(days).toEqual([
      '2030-01-01 元旦 holiday',
      '2030-02-02 春节 holiday',
      '2030-02-03 春节 holiday',
      '2030-02-04 春节 holiday',
      '2030-02-05 春节 holiday',
      '2030-04-05 清明节 holiday',
      '2030-05-01 劳动节 holiday',
      '2030-05-02 劳动节 holiday',
      '2030-06-05 端午节 holiday',
      '2030-09-12 中秋节 holiday',
      '2030-10-01 国庆节 holiday',
      '2030-10-02 国庆节 holiday',
      '2030-10-03 国庆节 holiday',
    ]);
  });

  test('two holidays on one day are one day: 1 October 2031 is also Mid-Autumn', () => {
    expect(on('2031-10-01')).toEqual({ name: '国庆节', kind: 'holiday' });
  });
});
