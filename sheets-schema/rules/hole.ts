import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { byName, type Duty, dutyOf } from '../roster/duties.ts';
import { absences, isAway } from '../roster/people.ts';
import { dutyPosts } from '../roster/posts.ts';
import { textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { overlaps } from '../span.ts';
import { plain } from '../spelling.ts';
import { dayOf, localDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';

/**
 * A leave or swap leaves no hole in the roster (B3): whoever covers is named, is not away then and has no duty of
 * their own at that time. Duties that 值班表 gives to somebody else by now are covered; those gone by are left to it.
 */
export function hole(): Rule<'person' | 'from' | 'to' | 'cover' | 'state'> {
  return {
    key: 'hole',
    columns: ['person', 'from', 'to', 'cover', 'state'],
    reads: ['roster', 'posts'],
    catches: { zh: '请假或换班后有班没人上', en: 'Leave or a swap that leaves a duty empty' },
    check: (register, rows, world) => {
      const duties = dutiesAhead(world);
      const away = absences(rows);
      return rows.flatMap((row): Finding[] => {
        const from = localDate.safeParse(textAt(row, 'from'));
        const to = localDate.safeParse(textAt(row, 'to') || textAt(row, 'from'));
        if (!from.success || !to.success || textAt(row, 'state') === 'refused') return [];
        const cover = plain(textAt(row, 'cover'));
        const covers = duties.get(cover) ?? [];
        const message = (duties.get(plain(textAt(row, 'person'))) ?? [])
          .filter(({ day }) => day >= from.data && day <= to.data)
          .map((duty): Label | undefined => {
            const when = monthAndDay(duty.day);
            if (cover === '')
              return {
                zh: `${when}${clip(duty.post, 8)}没人顶，请填顶班人`,
                en: `Nobody covers ${duty.post} on ${duty.day}: name somebody`,
              };
            if (isAway(cover, duty.day, away))
              return {
                zh: `顶班人${when}也请假，请换人`,
                en: `${cover} is away too on ${duty.day}: choose somebody else`,
              };
            return covers.some((own) => overlaps(own, duty))
              ? {
                  zh: `顶班人${when}自己有班，请换人`,
                  en: `${cover} is on duty too on ${duty.day}: choose somebody else`,
                }
              : undefined;
          })
          .find((problem) => problem !== undefined);
        return message === undefined
          ? []
          : [
              {
                register: register.key,
                rule: 'hole',
                row: row.id,
                column: 'cover',
                severity: 'must',
                message,
              },
            ];
      });
    },
  };
}

/** Duties from today on, by person, in order. */
function dutiesAhead(world: World): ReadonlyMap<string, readonly Duty[]> {
  const posts = byName(dutyPosts(world.rows('posts')));
  const today = dayOf(world.now);
  const duties = world
    .rows('roster')
    .flatMap((row) => dutyOf(row, posts) ?? [])
    .filter(({ day, person }) => day >= today && person !== '')
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return Map.groupBy(duties, ({ person }) => person);
}
