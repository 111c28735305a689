import { describe, expect, test } from 'vitest';
import { kindOfDay, meterUse } from '#schema/calculations/meter-use.ts';
import { autumnCalendar, day } from './autumn.ts';
import { row, rowsOf } from './made.ts';

const columns = { of: 'meter', at: 'read', reading: 'shown' };
const read = (when: string, shown: number | undefined, meter = '水表') => ({
  meter,
  read: when,
  shown,
});
const uses = (...readings: readonly ReturnType<typeof read>[]) =>
  meterUse(rowsOf(...readings), columns).map(({ meter, day: on, days, use }) => [
    meter,
    on,
    days,
    use,
  ]);

describe('what a meter counted', () => {
  test('from one evening to the next', () => {
    expect(
      uses(read('2026-11-02', 100.1), read('2026-11-03', 100.4), read('2026-11-06', 103)),
    ).toEqual([
      ['水表', '2026-11-03', 1, 0.3],
      ['水表', '2026-11-06', 3, 2.6],
    ]);
  });

  test('from one morning to the next is that of the day before', () => {
    expect(uses(read('2026-11-02T07:30:00', 100), read('2026-11-03T11:59:59', 130))).toEqual([
      ['水表', '2026-11-02', 1, 30],
    ]);
    expect(uses(read('2026-11-02T12:00:00', 100), read('2026-11-03T18:00:00', 130))).toEqual([
      ['水表', '2026-11-03', 1, 30],
    ]);
  });

  test('is followed meter by meter, in the order of time', () => {
    const [later, first, other] = [
      row(0, read('2026-11-03', 130)),
      row(1, read('2026-11-02', 100)),
      row(2, read('2026-11-03', 5, '电表')),
    ];
    expect(meterUse([later, first, other], columns).map(({ row: of, use }) => [of, use])).toEqual([
      [later, 30],
    ]);
  });

  test('read twice on a day: from the first on', () => {
    expect(uses(read('2026-11-02', 100), read('2026-11-02', 110), read('2026-11-03', 130))).toEqual(
      [['水表', '2026-11-03', 1, 30]],
    );
  });

  test('after a reading below the last it goes on from there', () => {
    expect(uses(read('2026-11-02', 900), read('2026-11-03', 100), read('2026-11-04', 130))).toEqual(
      [['水表', '2026-11-04', 1, 30]],
    );
    expect(uses(read('2026-11-02', 900), read('2026-11-02', 100), read('2026-11-03', 130))).toEqual(
      [['水表', '2026-11-03', 1, 30]],
    );
  });

  test('that stands still is nothing, and is told', () => {
    expect(uses(read('2026-11-02', 100), read('2026-11-03', 100))).toEqual([
      ['水表', '2026-11-03', 1, 0],
    ]);
  });

  test('cannot be told of rows without meter, day or reading', () => {
    expect(
      uses(
        read('2026-11-02', 100),
        read('2026-11-03', undefined),
        read('', 110),
        read('2026-11-03', 120, ' '),
        read('2026-11-04', 120, '水表 '),
      ),
    ).toEqual([['水表', '2026-11-04', 2, 20]]);
  });
});

test('days of a kind', () => {
  const kinds = ['2026-11-01', '2026-11-02', '2026-11-07', '2026-10-01', '2026-10-10'];
  expect(kinds.map((one) => kindOfDay(day(one), autumnCalendar))).toEqual([
    '0',
    '1',
    '6',
    'holiday',
    'madeUp',
  ]);
});
