import { lessonsBetween, type Use } from '../calculations/timetable.ts';
import type { Finding } from '../finding.ts';
import { numberAt, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { plusDays, weekdayOf } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';

/** The columns of a room's log. */
export interface LogColumns<K extends string> {
  readonly day: K;
  readonly period: K;
  readonly room: K;
}

const useKey = (day: string, period: number | undefined, room: string): string =>
  `${day}|${period}|${plain(room)}`;

/** What the log says was used. */
export function entered<K extends string>(
  rows: readonly Row[],
  columns: LogColumns<K>,
): ReadonlySet<string> {
  return new Set(
    rows.map((row) =>
      useKey(textAt(row, columns.day), numberAt(row, columns.period), textAt(row, columns.room)),
    ),
  );
}

/** Whether the log has an entry for a lesson. */
export function isEntered(use: Use, log: ReadonlySet<string>): boolean {
  return log.has(useKey(use.day, use.period, use.room));
}

/** The first day of which the log says anything. */
export function firstDay<K extends string>(rows: readonly Row[], day: K): LocalDate | undefined {
  const days = rows.map((row) => textAt(row, day)).filter((said) => said !== '');
  const first = localDate.safeParse(days.toSorted()[0]);
  return first.success ? first.data : undefined;
}

/**
 * A room that 课表 says was used has its entry (C5). One finding a day and room; days before the first entry of the
 * register, today, and what lies too far back are not judged.
 */
export function usedWithoutEntry<const K extends string>(
  columns: LogColumns<K>,
  lookBack: (world: World) => number,
): Rule<K> {
  return {
    key: 'used-without-entry',
    columns: [columns.day, columns.period, columns.room],
    reads: ['timetable', 'calendar'],
    catches: { zh: '按课表用了，没有登记', en: 'Used by the timetable, and no entry' },
    check: (register, rows, world) => {
      const first = firstDay(rows, columns.day);
      if (first === undefined) return [];
      const yesterday = plusDays(dayOf(world.now), -1);
      const earliest = plusDays(yesterday, 1 - lookBack(world));
      const log = entered(rows, columns);
      const missing = lessonsBetween(
        world.rows('timetable'),
        first > earliest ? first : earliest,
        yesterday,
        world.calendar,
      ).filter((use) => !isEntered(use, log));
      return [...Map.groupBy(missing, ({ day, room }) => `${day} ${room}`)].flatMap(
        ([about, [use, ...others]]): Finding[] =>
          use === undefined
            ? []
            : [
                {
                  register: register.key,
                  rule: 'used-without-entry',
                  severity: 'must',
                  about,
                  message: {
                    zh: `${monthAndDay(use.day)}${clip(use.room, 10)} ${others.length + 1} 节没登记，请补`,
                    en: `${use.room} on ${use.day}: ${others.length + 1} lessons without an entry`,
                  },
                },
              ],
      );
    },
  };
}

/** A week's lessons in the rooms and how many have an entry. */
export interface FilledWeek {
  readonly monday: LocalDate;
  readonly lessons: number;
  readonly entries: number;
}

/** Fill rate by week from Monday to Sunday, of the weeks that lie wholly within the days from and to. */
export function filledWeeks<K extends string>(
  rows: readonly Row[],
  columns: LogColumns<K>,
  from: LocalDate,
  to: LocalDate,
  world: World,
): readonly FilledWeek[] {
  const log = entered(rows, columns);
  // Lessons come day by day, so the weeks stand in their order.
  const weeks = Map.groupBy(
    lessonsBetween(world.rows('timetable'), from, to, world.calendar),
    ({ day }) => plusDays(day, -((weekdayOf(day) + 6) % 7)),
  );
  return [...weeks]
    .filter(([monday]) => monday >= from && plusDays(monday, 6) <= to)
    .map(([monday, uses]) => ({
      monday,
      lessons: uses.length,
      entries: uses.filter((use) => isEntered(use, log)).length,
    }));
}

/**
 * The log must not fade late in term (R2): so many weeks running with a lower fill rate than the one before, the last
 * below what is asked for. The finding is about the last of those weeks.
 */
export function fadingLog<const K extends string>(
  columns: LogColumns<K>,
  asked: { readonly weeks: (world: World) => number; readonly percent: (world: World) => number },
): Rule<K> {
  return {
    key: 'fading-log',
    columns: [columns.day, columns.period, columns.room],
    reads: ['timetable', 'calendar'],
    catches: { zh: '填报率一周比一周低', en: 'The fill rate falls week by week' },
    check: (register, rows, world) => {
      const first = firstDay(rows, columns.day);
      if (first === undefined) return [];
      const until = plusDays(dayOf(world.now), -1);
      const rates = filledWeeks(rows, columns, first, until, world).map(
        ({ monday, lessons, entries }) => ({
          monday,
          rate: (entries / lessons) * 100,
        }),
      );
      let falling = 0;
      return rates.flatMap(({ monday, rate }, index): Finding[] => {
        const before = rates[index - 1];
        falling = before !== undefined && rate < before.rate ? falling + 1 : 0;
        if (falling < asked.weeks(world) || rate >= asked.percent(world)) return [];
        const week = world.calendar.weekOfTerm(monday);
        return [
          {
            register: register.key,
            rule: 'fading-log',
            severity: 'look',
            about: monday,
            message: {
              zh: `第${week ?? '?'}周填报率降到${Math.round(rate)}%，连降${falling}周，请督促`,
              en: `Week of ${monday}: ${Math.round(rate)} % filled in, falling ${falling} weeks running`,
            },
          },
        ];
      });
    },
  };
}
