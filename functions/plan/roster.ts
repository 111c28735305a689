import { restOf } from '#schema/registers/people/roster.ts';
import { type Assignment, assignDuties } from '#schema/roster/assign.ts';
import { byName, type Duty, dutyOf } from '#schema/roster/duties.ts';
import { absences, dutyPeople } from '#schema/roster/people.ts';
import { type DutyPost, dutyPosts } from '#schema/roster/posts.ts';
import type { Unfilled } from '#schema/roster/unfilled.ts';
import type { World } from '#schema/rule.ts';
import { monthOf } from '#schema/values.ts';

/** The roster of a month: what stands in 值班表 already, and what is still to be written. */
export interface MonthRoster {
  readonly posts: readonly DutyPost[];
  /** Posts whose people lead the duty of the day. */
  readonly leading: readonly string[];
  /** Everything on the roster, old and new, by day. */
  readonly duties: readonly Duty[];
  readonly fresh: readonly Assignment[];
  readonly unfilled: readonly Unfilled[];
}

/** Whether whoever holds a post leads the duty of the day: a school leader, or the office itself. */
function leads({ name, team }: DutyPost, { settings }: World): boolean {
  return (
    /带班|领导|总值班/.test(name) ||
    team === settings.text('roster.leadersTeam') ||
    team === settings.text('department')
  );
}

/**
 * The roster of a month. What the director has on it stands: only places that nobody holds are filled.
 * `undefined` when there are no posts.
 */
export function rosterOf(month: string, world: World): MonthRoster | undefined {
  const posts = dutyPosts(world.rows('posts'));
  if (posts.length === 0 || world.register('roster') === undefined) return undefined;
  const known = byName(posts);
  const all = world.rows('roster').flatMap((row) => dutyOf(row, known) ?? []);
  const own = all.filter(({ day }) => monthOf(day) === month);
  const { assignments, unfilled } = assignDuties({
    month,
    posts,
    people: dutyPeople(world.rows('people')),
    calendar: world.calendar,
    absences: absences(world.rows('leave')),
    earlier: all.filter(({ day }) => monthOf(day) < month),
    rest: restOf(world),
  });
  const held = Map.groupBy(own, ({ day, post }) => `${day} ${post}`);
  const fresh = assignments.filter(
    ({ day, post, place }) => place > (held.get(`${day} ${post}`)?.length ?? 0),
  );
  return {
    posts,
    leading: posts.filter((post) => leads(post, world)).map(({ name }) => name),
    duties: [...own, ...fresh].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    fresh,
    unfilled: unfilled.filter(({ day, post }) => !held.has(`${day} ${post}`)),
  };
}

/** Who leads the duty between two days, each once. */
export function leadersBetween(
  roster: MonthRoster | undefined,
  from: string,
  to: string,
): readonly string[] {
  if (roster === undefined) return [];
  const leading = new Set(roster.leading);
  return [
    ...new Set(
      roster.duties
        .filter(
          ({ day, post, person }) => day >= from && day <= to && leading.has(post) && person !== '',
        )
        .map(({ person }) => person),
    ),
  ];
}
