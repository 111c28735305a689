import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays, weekdayOf } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { type DemoChecklist, demoChecklists } from './checklists.ts';
import { momentOn } from './moment.ts';
import type { DemoChance, DemoSchool } from './school.ts';

type Entry = Values<Columns>;

/** The item that was left out once in the last days. */
const leftOut = '食堂 燃气阀门';
/** The item that once failed without a word on what was wrong. */
const wordless = '图书馆 书架和通道';

/**
 * Two months of inspections: daily items each school day, weekly ones on a day of each week, monthly ones in the
 * second half of the month. Every inspector but one finds something now and then; that one has copied.
 */
export function demoInspections(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('inspections');
  const days = school.days().filter((day) => school.isSchoolDay(day));
  const rows = demoChecklists.flatMap((item, place) =>
    entriesOf(item, days, school, chance).map(({ day, fault }) =>
      entry(item, day, 440 + place * 17 + chance.between(0, 12), fault),
    ),
  );
  return rows
    .filter(({ happened }) => String(happened) <= school.now)
    .toSorted((a, b) => (String(a.happened) < String(b.happened) ? -1 : 1));
}

interface Inspected {
  readonly day: LocalDate;
  /** What was wrong; '' for a failure without a word, absent when all was in order. */
  readonly fault: string | undefined;
}

function entriesOf(
  item: DemoChecklist,
  days: readonly LocalDate[],
  school: DemoSchool,
  chance: DemoChance,
): Inspected[] {
  switch (item.cadence) {
    case 'daily': {
      const failing = failures(item, days.length, chance, everyDay);
      const missedDay = days.at(-3);
      return days.flatMap((day, index) => {
        const recent = day >= plusDays(school.today, -14);
        const missed = recent ? item.name === leftOut && day === missedDay : chance.percent(1.5);
        return missed ? [] : [{ day, fault: failing.get(index) }];
      });
    }
    case 'weekly': {
      const weeks = [...Map.groupBy(days, mondayOf).values()];
      const failing = failures(item, weeks.length, chance, everyWeek);
      return weeks.map((week, index) => {
        const last = index === weeks.length - 2;
        return {
          day: chance.pick(week),
          fault: last && item.name === wordless ? '' : failing.get(index),
        };
      });
    }
    case 'monthly': {
      const late = days.filter((day) => Number(day.slice(8)) >= 16);
      const months = [...Map.groupBy(late, (day) => day.slice(0, 7)).values()];
      const whole = months.length > 2 ? months.slice(1) : months;
      return whole.map((month, index) => ({
        day: chance.pick(month),
        fault: (index === 0 && item.risk === 'low') || index % 5 === 4 ? item.faults[0] : undefined,
      }));
    }
    default:
      return [];
  }
}

/** How many inspections lie between two failures of an item, and how many two months have, or a few more. */
const everyDay = { least: 8, most: 12, twoMonths: 50 } as const;
const everyWeek = { least: 3, most: 5, twoMonths: 10 } as const;

/** Which times an item fails, with what: each fault of its list once in two months, then one after the other again. */
function failures(
  { faults }: DemoChecklist,
  times: number,
  chance: DemoChance,
  { least, most, twoMonths }: typeof everyDay | typeof everyWeek,
): ReadonlyMap<number, string> {
  const failing = new Map<number, string>();
  let next = chance.between(2, least);
  for (const fault of faults) {
    if (next >= Math.min(times, twoMonths)) break;
    failing.set(next, fault);
    next += chance.between(least, most);
  }
  for (let again = twoMonths, turn = 0; again < times; turn += 1) {
    const fault = faults[turn % faults.length];
    if (fault === undefined) break;
    failing.set(again, fault);
    again += chance.between(least, most);
  }
  return failing;
}

function entry(
  { name, owner }: DemoChecklist,
  day: LocalDate,
  minutes: number,
  fault: string | undefined,
): Entry {
  const happened = momentOn(day, minutes);
  return {
    happened,
    item: name,
    result: fault === undefined ? 'passed' : 'failed',
    inspector: owner,
    ...(fault === undefined || fault === ''
      ? {}
      : {
          found: fault,
          photo: `https://photos.example.edu.cn/${happened.slice(0, 16).replaceAll(/\D/g, '')}.jpg`,
        }),
  };
}

function mondayOf(day: LocalDate): LocalDate {
  return plusDays(day, -((weekdayOf(day) + 6) % 7));
}
