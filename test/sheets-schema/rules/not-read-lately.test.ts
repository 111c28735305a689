import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meterReadings } from '#schema/registers/resources/meter-readings.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const meters = [{ name: '总水表' }, { name: '食堂电表' }, { name: '旧表', stopped: true }, {}];
const read = (day: string, meter: string | undefined = '总水表') => ({
  at: `2026-11-${day}T17:00:00`,
  meter,
  reading: 100,
});
const says = (...rows: readonly object[]) =>
  told(
    meterReadings,
    'not-read-lately',
    rows.map((one) => ({ ...one })),
    { others: { meters } },
  );

describe('a meter is read every eight days', () => {
  test('and is named on the ninth', () => {
    expect(says(read('16'), read('16', '食堂电表'))).toEqual([]);
    expect(says(read('15'), read('16', '食堂电表'))).toEqual([
      ['总水表', undefined, 'look', '总水表已9天没抄，请抄表'],
    ]);
  });

  test('from its last reading on, in whatever order they were written', () => {
    expect(says(read('20'), read('02'), read('20', '食堂电表'))).toEqual([]);
  });

  test('one that was never read has waited since the first reading of all', () => {
    expect(says(read('16'))).toEqual([]);
    expect(says(read('20'), read('15', '别的表'))).toEqual([
      ['食堂电表', undefined, 'look', '食堂电表已9天没抄，请抄表'],
    ]);
  });

  test('a reading without a day that is one changes nothing', () => {
    const odd = { at: '月底', meter: '总水表' };
    expect(says(read('16'), read('16', '食堂电表'), odd)).toEqual([]);
    expect(says(odd, read('16'), read('16', '食堂电表'))).toEqual([]);
  });

  test('a name with a space around it is that name', () => {
    const found = told(meterReadings, 'not-read-lately', [read('15', '别的表')], {
      others: { meters: [{ name: ' 总水表 ' }] },
    });
    expect(whereTold(found)).toEqual(['总水表']);
  });

  test('nothing is said before the first reading of all', () => {
    expect(says()).toEqual([]);
    expect(says({ meter: '总水表', reading: 5 })).toEqual([]);
    expect(says({ at: '11月', meter: '总水表' })).toEqual([]);
  });

  test('one that is out of use is not asked about, nor one without a name', () => {
    expect(whereTold(says(read('02', '别的表')))).toEqual(['总水表', '食堂电表']);
  });
});

testLaws({
  rule: ruleOf(meterReadings, 'not-read-lately'),
  register: meterReadings,
  rows: fc
    .array(fc.tuple(fc.integer({ min: 12, max: 24 }), fc.constantFrom('总水表', '食堂电表')), {
      minLength: 1,
      maxLength: 5,
    })
    .map((list) => [read('12', '别的表'), ...list.map(([day, meter]) => read(String(day), meter))]),
  unrelated: fc.constantFrom(read('20', '旧表'), {}),
  world: worldWith({ meters: rowsOf(...meters) }),
});
