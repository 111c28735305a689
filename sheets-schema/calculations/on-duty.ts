import { byName, dutyOf } from '../roster/duties.ts';
import { dutyPosts } from '../roster/posts.ts';
import { textAt } from '../row.ts';
import type { World } from '../rule.ts';

/** Who was on which post. */
export interface OnDuty {
  readonly post: string;
  readonly person: string;
}

/** Who had one of some posts at a moment, by 值班表; made ready once for many moments. */
export function onDutyAt(
  world: World,
  posts: readonly string[],
): (moment: string) => readonly OnDuty[] {
  const known = byName(dutyPosts(world.rows('posts')));
  const duties = world
    .rows('roster')
    .filter((row) => posts.includes(textAt(row, 'post').trim()))
    .flatMap((row) => dutyOf(row, known) ?? [])
    .filter(({ person }) => person !== '');
  const byDay = Map.groupBy(
    duties.flatMap((duty) =>
      [duty.from.slice(0, 10), duty.until.slice(0, 10)]
        .filter((day, index, days) => days.indexOf(day) === index)
        .map((day) => ({ day, duty })),
    ),
    ({ day }) => day,
  );
  return (moment) =>
    (byDay.get(moment.slice(0, 10)) ?? [])
      .filter(({ duty }) => duty.from <= moment && moment < duty.until)
      .map(({ duty: { post, person } }) => ({ post, person }));
}
