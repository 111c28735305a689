import { lessonsBetween } from '../calculations/timetable.ts';
import { plusDays } from '../time.ts';
import { dayOf } from '../values.ts';
import { demoRows } from './rows.ts';
import type { DemoSchool } from './school.ts';

/** The last four weeks of the log, or those since a day; it fades as the term goes on. */
export function demoFunctionRooms(school: DemoSchool, from = plusDays(school.today, -32)) {
  const chance = school.chance('functionRooms');
  const uses = lessonsBetween(
    demoRows(school, 'timetable'),
    from,
    plusDays(dayOf(school.now), -1),
    school.calendar,
  );
  return uses
    .filter(({ day }) =>
      chance.percent(
        99 -
          (day > plusDays(school.today, -16) ? 8 : 0) -
          (day > plusDays(school.today, -9) ? 9 : 0),
      ),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.period - b.period))
    .map(({ day, period, room, klass }) => {
      const bad = chance.percent(4);
      return {
        day,
        period,
        room,
        klass,
        before: 'tidy' as const,
        after: bad ? ('untidy' as const) : ('tidy' as const),
        ...(bad ? { found: '椅子未归位' } : {}),
      };
    });
}
