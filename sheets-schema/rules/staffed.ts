import type { Finding } from '../finding.ts';
import { byName, type Duty, dutyOf } from '../roster/duties.ts';
import { dayKind, dutyPosts } from '../roster/posts.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { daysFrom } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';

/** The days that the roster speaks of: from its first to its last. */
function rosterDays(duties: readonly Duty[]): LocalDate[] {
  const days = duties.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [] : daysFrom(first, last);
}

function dutiesOf(rows: readonly Row[], world: World): Duty[] {
  const posts = byName(dutyPosts(world.rows('posts')));
  return rows.flatMap((row) => {
    const duty = dutyOf(row, posts);
    return duty && duty.person !== '' ? [duty] : [];
  });
}

/**
 * Every post has its people on each day between the roster's first and last (无人在岗, R2). The finding is
 * about a day and a post: 必须改 from today on, 请看一下 for days gone by.
 */
export function staffed(): Rule<'day' | 'post' | 'person' | 'from' | 'until'> {
  return {
    key: 'staffed',
    columns: ['day', 'post', 'person', 'from', 'until'],
    reads: ['posts', 'calendar'],
    catches: { zh: '岗位当天没排够人', en: 'A post without its people on a day' },
    check: (register, rows, world) => {
      const duties = dutiesOf(rows, world);
      const present = Map.groupBy(duties, ({ day, post }) => `${day} ${post}`);
      const today = world.now.slice(0, 10);
      return rosterDays(duties).flatMap((day) => {
        const kind = dayKind(day, world.calendar);
        return dutyPosts(world.rows('posts')).flatMap((post): Finding[] => {
          const people = new Set(
            (present.get(`${day} ${post.name}`) ?? []).map(({ person }) => person),
          );
          const lacking = post.needed[kind] - people.size;
          return lacking <= 0
            ? []
            : [
                {
                  register: register.key,
                  rule: 'staffed',
                  about: `${day} ${post.name}`,
                  severity: day >= today ? 'must' : 'look',
                  message: {
                    zh: `${monthAndDay(day)}${clip(post.name, 8)}缺 ${lacking} 人，请安排`,
                    en: `${post.name} lacks ${lacking} on ${day}: put somebody on`,
                  },
                },
              ];
        });
      });
    },
  };
}

/** On a holiday somebody of the school's leaders is on duty (节假日领导带班, R1). */
export function ledOnHolidays(): Rule<'day' | 'post' | 'person' | 'from' | 'until'> {
  return {
    key: 'led-on-holidays',
    columns: ['day', 'post', 'person', 'from', 'until'],
    reads: ['posts', 'people', 'calendar'],
    catches: { zh: '放假值班没有校领导带班', en: 'Holiday duty without a leader' },
    check: (register, rows, world) => {
      const leadersTeam = world.settings.text('roster.leadersTeam');
      const leaders = new Set(
        world
          .rows('people')
          .filter((row) => plain(textAt(row, 'team')) === leadersTeam)
          .map((row) => plain(textAt(row, 'name'))),
      );
      if (leaders.size === 0) return [];
      const duties = dutiesOf(rows, world);
      const led = new Set(duties.filter(({ person }) => leaders.has(person)).map(({ day }) => day));
      const today = world.now.slice(0, 10);
      return Array.from(new Set(duties.map(({ day }) => day)))
        .filter((day) => dayKind(day, world.calendar) === 'holiday' && !led.has(day))
        .map((day) => ({
          register: register.key,
          rule: 'led-on-holidays',
          about: day,
          severity: day >= today ? ('must' as const) : ('look' as const),
          message: {
            zh: `${monthAndDay(day)}放假无校领导带班，请安排`,
            en: `No leader on duty on the holiday ${day}`,
          },
        }));
    },
  };
}
