import { plusDays } from '../time.ts';
import { demoPeople } from './people.ts';
import type { DemoSchool } from './school.ts';

/** One cook has not signed, one driver only for the post. */
const missing = new Set(['canteen 高建华', 'driver 姚建平']);

/** Pledges of the term before and of this one, signed in its first fortnight. */
export function demoPledges(school: DemoSchool) {
  const chance = school.chance('pledges');
  const now = school.calendar.termAt(school.today);
  const terms = now ? [school.calendar.termBefore(now), now].flatMap((term) => term ?? []) : [];
  return terms.flatMap((term) =>
    demoPeople
      .filter(({ team }) => team !== '校领导')
      .flatMap(({ name, team }) =>
        [
          team === '食堂' ? ('canteen' as const) : ('post' as const),
          ...(team === '司机' ? (['driver'] as const) : []),
        ]
          .filter((kind) => term !== now || !missing.has(`${kind} ${name}`))
          .map((kind) => ({
            term: term.name,
            kind,
            person: name,
            signed: plusDays(term.from, chance.between(1, 13)),
            scan: `https://drive.example.edu.cn/pledges/${chance.between(10_000, 99_999)}.jpg`,
          })),
      ),
  );
}
