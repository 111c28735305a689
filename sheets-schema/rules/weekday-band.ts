import { kindOfDay, meterUse } from '../calculations/meter-use.ts';
import { farFromUsual } from '../calculations/usual.ts';
import type { Label } from '../language.ts';
import type { Rule, World } from '../rule.ts';
import type { LocalDate } from '../values.ts';

/**
 * A meter counts about as much as it usually does on that day of the week (H, R5): water that runs all Sunday is a
 * burst pipe, lights left on, a wrong reading. Holidays and weekends worked are compared among themselves, and so are
 * readings after a pause of so many days.
 *
 * @param of column with the meter
 * @param at column with the day or moment of the reading; read in the morning it tells of the day before
 * @param reading column with the reading; the finding stands there
 * @param percent how far the use may lie from the usual one
 * @param least a difference of no more than this a day is no matter; in the unit of the meter
 * @param message `used` and `usual` are of one day
 */
export function weekdayBand<const K extends string>(rule: {
  readonly of: K;
  readonly at: K;
  readonly reading: K;
  readonly percent: (world: World) => number;
  readonly least?: (world: World) => number;
  readonly message: (meter: string, day: LocalDate, used: number, usual: number) => Label;
}): Rule<K> {
  const key = `weekday-band-${rule.reading}`;
  return {
    key,
    columns: [rule.of, rule.at, rule.reading],
    reads: ['calendar'],
    catches: { zh: '用量与平时同一天相差太多', en: 'Use far from usual for that weekday' },
    check: (register, rows, world) => {
      const far = farFromUsual({
        measured: meterUse(rows, rule).map(({ row, meter, day, days, use }) => ({
          row,
          meter,
          day,
          of: [meter, days, kindOfDay(day, world.calendar)].join(' '),
          value: use / days,
        })),
        percent: rule.percent(world),
        least: rule.least?.(world) ?? 0,
      });
      return far.map(({ row, meter, day, value, usual }) => ({
        register: register.key,
        rule: key,
        row: row.id,
        column: rule.reading,
        severity: 'look',
        message: rule.message(meter, day, value, usual),
      }));
    },
  };
}
