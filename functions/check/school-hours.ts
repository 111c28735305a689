import type { Clock } from '#platform/clock.ts';
import type { Workbooks } from '#platform/workbook/index.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { localMoment } from '#schema/time.ts';
import { dayOf, type LocalDate } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';
import type { Situation } from './pace.ts';

/** What 设置 and 校历 say about when people work. */
export type SchoolHours = Pick<Situation, 'now' | 'isWorkday' | 'hours' | 'liveSeconds'>;

const freshMilliseconds = 5 * 60_000;

/** Asks 设置 and 校历, one call, at most every five minutes. */
export function createSchoolHours({
  workbooks,
  clock,
  publicHolidays,
  timeZone,
}: {
  readonly workbooks: Workbooks;
  readonly clock: Clock;
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  /** Until 设置 says another. */
  readonly timeZone: string;
}): () => Promise<SchoolHours> {
  let known: { readonly at: number; readonly of: () => SchoolHours } | undefined;

  const ask = async (): Promise<() => SchoolHours> => {
    const reads = await workbooks.read(['settings', 'calendar']);
    const rows = new Map([...reads].map(([key, read]) => [key, read.rows] as const));
    const { registers } = workbooks;
    const world = worldOf({
      registers,
      rows,
      now: localMoment(clock.now(), timeZone),
      publicHolidays,
    });
    const zone = world.settings.text('timeZone');
    return () => {
      const now = localMoment(clock.now(), zone);
      return {
        now,
        isWorkday: world.calendar.isWorkday(dayOf(now)),
        hours: world.settings.text('pollHours'),
        liveSeconds: world.settings.number('pollSeconds'),
      };
    };
  };

  return async () => {
    const now = clock.now().getTime();
    if (!known || Math.abs(now - known.at) > freshMilliseconds)
      known = { at: now, of: await ask() };
    return known.of();
  };
}
