import type { Term } from '../calendar.ts';
import { plusDays } from '../time.ts';
import { demoPeople } from './people.ts';
import type { DemoSchool } from './school.ts';

/** One cook has not signed, one driver only for the post. */
const missing = new Set(['canteen 高建华', 'driver 姚建平']);

/** Pledges of this term and of those before it, back to the demo's first day, signed in the first fortnight. */
export function demoPledges(school: DemoSchool) {
  const chance = school.chance('pledges');
  const now = school.calendar.termAt(school.today);
  return termsUpTo(now, school).flatMap((term) =>
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

function termsUpTo(last: Term | undefined, school: DemoSchool): readonly Term[] {
  if (last === undefined) return [];
  const before = school.calendar.termBefore(last);
  if (before === undefined) return [last];
  return [...(before.from > school.from ? termsUpTo(before, school) : [before]), last];
}
