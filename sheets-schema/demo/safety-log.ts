import type { LocalDate } from '../values.ts';
import type { DemoSchool } from './school.ts';

const items = [
  'exits',
  'extinguishers',
  'electricity',
  'gas',
  'doors',
  'stairs',
  'grounds',
  'buildings',
] as const;

/** Every school day but one of the last week; one day the gas was not looked at. */
export function demoSafetyLog(school: DemoSchool) {
  const chance = school.chance('safetyLog');
  const hazards = new Set(
    school.rows('hazards').map(({ reported }) => String(reported).slice(0, 10)),
  );
  const repairs = new Set(
    school.rows('repairs').map(({ reported }) => String(reported).slice(0, 10)),
  );
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  return days
    .filter((_, index) => index !== days.length - 4)
    .map((day, index) => {
      const fine = Object.fromEntries(items.map((item) => [item, 'fine' as const]));
      const entry = { day, kind: 'daily' as const, officer: '郑文博', ...fine };
      if (index === days.length - 9) return { ...entry, gas: undefined };
      const drawn = chance.between(1, 100);
      const item = chance.pick(items);
      if (drawn > 30) return entry;
      const to = hazards.has(day)
        ? ('hazards' as const)
        : repairs.has(day)
          ? ('repairs' as const)
          : undefined;
      return drawn <= 12 && to !== undefined
        ? { ...entry, [item]: 'problem' as const, found: problemOn(day), passedOn: to }
        : { ...entry, [item]: 'mended' as const, found: '松动，已当场拧紧' };
    });
}

function problemOn(day: LocalDate): string {
  return `${Number(day.slice(8))}日查到的问题，已登记，等处理`;
}
