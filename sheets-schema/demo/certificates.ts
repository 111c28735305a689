import { plusDays } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { demoPeople } from './people.ts';
import type { DemoSchool } from './school.ts';

const ofTeam = { 食堂: 'health', 司机: 'driver', 保安: 'guard' } as const;

/** Names whose certificate ends so many days after the demo's day. */
const ending: Readonly<Record<string, number>> = { 朱丽华: -6, 姚建平: 12, 林小梅: 26 };

/** Each post has its certificate; a guard has none yet, one cook's has expired, two expire soon. */
export function demoCertificates(school: DemoSchool) {
  const chance = school.chance('certificates');
  const certificate = (
    person: string,
    kind: 'health' | 'driver' | 'guard' | 'electrician' | 'foodSafety',
    until: LocalDate,
  ) => ({
    person,
    kind,
    number: `${kind.slice(0, 1).toUpperCase()}${chance.between(100_000, 999_999)}`,
    issued: plusDays(until, kind === 'health' ? -365 : -2190),
    until,
  });
  const own = demoPeople
    .filter(({ name, leftDaysAgo }) => leftDaysAgo === undefined && name !== '邓立军')
    .flatMap(({ name, team, post }) => {
      const until = plusDays(school.today, ending[name] ?? chance.between(60, 330));
      const kind = Object.entries(ofTeam).find(([key]) => key === team)?.[1];
      if (kind !== undefined) return [certificate(name, kind, until)];
      return post.includes('电工') ? [certificate(name, 'electrician', until)] : [];
    });
  const renewed = certificate('马春生', 'health', plusDays(school.today, -20));
  return [renewed, ...own, certificate('林小梅', 'foodSafety', plusDays(school.today, 400))];
}
