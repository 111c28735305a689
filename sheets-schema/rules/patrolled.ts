import type { Finding } from '../finding.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { daysFrom, plusDays } from '../time.ts';
import { dayOf, localDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';

/** A point and how often it is to be seen on a day. */
export interface PatrolPoint {
  readonly name: string;
  readonly times: number;
}

/** Visits by point and day, each with its minute of the day, in order of the days. */
function visitsOf(rows: readonly Row[], happened: string, point: string) {
  const known = rows.flatMap((row) => {
    const at = textAt(row, happened);
    const day = localDate.safeParse(at.slice(0, 10));
    const name = plain(textAt(row, point));
    return day.success && name !== ''
      ? [
          {
            row,
            name,
            day: day.data,
            minute: Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)),
          },
        ]
      : [];
  });
  return known.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.minute - b.minute));
}

/** Each point is seen as often as asked each day (C6c). One finding a day that is over, from the first entry on. */
export function pointsSeen<const K extends string>(rule: {
  readonly happened: K;
  readonly point: K;
  readonly points: (world: World) => readonly PatrolPoint[];
  readonly lookBack: (world: World) => number;
}): Rule<K> {
  return {
    key: 'point-not-seen',
    columns: [rule.happened, rule.point],
    reads: ['patrolPoints'],
    catches: { zh: '有巡逻点没巡到', en: 'A point that was not seen' },
    check: (register, rows, world) => {
      const visits = visitsOf(rows, rule.happened, rule.point);
      const first = visits[0]?.day;
      if (first === undefined) return [];
      const yesterday = plusDays(dayOf(world.now), -1);
      const earliest = plusDays(yesterday, 1 - rule.lookBack(world));
      const counts = new Map<string, number>();
      for (const { day, name } of visits)
        counts.set(`${day} ${name}`, (counts.get(`${day} ${name}`) ?? 0) + 1);
      const points = rule.points(world);
      return daysFrom(first > earliest ? first : earliest, yesterday).flatMap((day): Finding[] => {
        const missed = points.filter(
          ({ name, times }) => (counts.get(`${day} ${name}`) ?? 0) < times,
        );
        const [one] = missed;
        return one === undefined
          ? []
          : [
              {
                register: register.key,
                rule: 'point-not-seen',
                severity: 'must',
                about: day,
                message: {
                  zh:
                    missed.length === 1
                      ? `${monthAndDay(day)}${clip(one.name, 12)}没巡够，请查明`
                      : `${monthAndDay(day)}${clip(one.name, 8)}等 ${missed.length} 处没巡够，请查明`,
                  en: `${day}: ${missed.length} points not seen often enough`,
                },
              },
            ];
      });
    },
  };
}

/**
 * Patrols come at times that cannot be foretold (R3 不定期): the first visits to a point on so many days running do not
 * all fall within a few minutes of one time of day. The finding stands at the last of them.
 */
export function unforetold<const K extends string>(rule: {
  readonly happened: K;
  readonly point: K;
  readonly days: (world: World) => number;
  readonly minutes: (world: World) => number;
}): Rule<K> {
  return {
    key: 'foretold',
    columns: [rule.happened, rule.point],
    reads: [],
    catches: { zh: '巡逻时间太固定', en: 'Patrols at the same time each day' },
    check: (register, rows, world) => {
      const days = Math.max(2, rule.days(world));
      const most = rule.minutes(world);
      const byPoint = Map.groupBy(visitsOf(rows, rule.happened, rule.point), ({ name }) => name);
      return [...byPoint.values()].flatMap((visits): Finding[] => {
        const firsts = visits.filter(({ day }, index) => visits[index - 1]?.day !== day);
        const last = firsts.slice(-days);
        const [latest] = last.slice(-1);
        const minutes = last.map(({ minute }) => minute);
        if (latest === undefined || last.length < days) return [];
        if (Math.max(...minutes) - Math.min(...minutes) > most) return [];
        return [
          {
            register: register.key,
            rule: 'foretold',
            row: latest.row.id,
            column: rule.happened,
            severity: 'look',
            message: {
              zh: `这个点连续 ${days} 天都在这时巡，请错开`,
              en: `Seen at this time ${days} days running: vary it`,
            },
          },
        ];
      });
    },
  };
}
