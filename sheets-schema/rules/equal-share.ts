import { byName, dutyOf } from '../roster/duties.ts';
import {
  type Absence,
  absences,
  type DutyPerson,
  dutyPeople,
  isOnStaff,
  mayTake,
} from '../roster/people.ts';
import { type DutyPost, dutyPosts } from '../roster/posts.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysOfMonth } from '../time.ts';
import { clip } from '../wording.ts';

/**
 * Those who share the same posts have about as many duties in a month. Only people who were there the
 * whole month are compared. The finding is about a month and whoever has the most.
 */
export function equalShare(): Rule<'day' | 'post' | 'person' | 'from' | 'until'> {
  return {
    key: 'equal-share',
    columns: ['day', 'post', 'person', 'from', 'until'],
    reads: ['posts', 'people', 'leave'],
    catches: { zh: '值班次数不均', en: 'Duties unequally shared' },
    check: (register, rows, world) => {
      const most = world.settings.number('roster.spread');
      const away = absences(world.rows('leave'));
      return groupsOf(world).flatMap(({ posts, people }) =>
        monthsOf(rows, posts).flatMap(({ month, counts }) => {
          const shares = wholeMonth(people, month, away)
            .map(({ name }) => ({ name, duties: counts.get(name) ?? 0 }))
            .toSorted((a, b) => b.duties - a.duties);
          const [highest, lowest] = [shares[0], shares.at(-1)];
          if (!highest || !lowest || highest.duties - lowest.duties <= most) return [];
          return [
            {
              register: register.key,
              rule: 'equal-share',
              about: `${month} ${posts.map(({ name }) => name).join(' ')}`,
              severity: 'look' as const,
              message: {
                zh: `${Number(month.slice(5))}月${clip(highest.name, 6)} ${highest.duties} 班，最少 ${lowest.duties} 班，请匀`,
                en: `${month}: ${highest.name} has ${highest.duties} duties, the least ${lowest.duties}`,
              },
            },
          ];
        }),
      );
    },
  };
}

/** Posts that the same people share. */
function groupsOf(
  world: World,
): readonly { readonly posts: readonly DutyPost[]; readonly people: readonly DutyPerson[] }[] {
  const staff = dutyPeople(world.rows('people'));
  const groups = Map.groupBy(dutyPosts(world.rows('posts')), (post) =>
    staff
      .filter((person) => mayTake(person, post))
      .map(({ name }) => name)
      .join(' '),
  );
  return Array.from(groups.values(), (posts) => ({
    posts,
    people: staff.filter((person) => posts.some((post) => mayTake(person, post))),
  }));
}

/** The duties of some posts in each month, counted by person. */
function monthsOf(
  rows: readonly Row[],
  posts: readonly DutyPost[],
): readonly { readonly month: string; readonly counts: ReadonlyMap<string, number> }[] {
  const known = byName(posts);
  const duties = rows.flatMap((row) => {
    const duty = known.has(textAt(row, 'post')) ? dutyOf(row, known) : undefined;
    return duty ? [duty] : [];
  });
  const months = Map.groupBy(duties, ({ day }) => day.slice(0, 7));
  return Array.from(months, ([month, inMonth]) => ({
    month,
    counts: new Map(
      Array.from(
        Map.groupBy(inMonth, ({ person }) => person),
        ([person, own]) => [person, own.length] as const,
      ),
    ),
  }));
}

function wholeMonth(
  people: readonly DutyPerson[],
  month: string,
  away: readonly Absence[],
): DutyPerson[] {
  const { from, to } = daysOfMonth(month);
  return people.filter(
    (person) =>
      isOnStaff(person, from) &&
      isOnStaff(person, to) &&
      !away.some((leave) => leave.person === person.name && leave.from <= to && leave.to >= from),
  );
}
