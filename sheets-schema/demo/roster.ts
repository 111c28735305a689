import type { Columns } from '../columns.ts';
import { type Assignment, assignDuties } from '../roster/assign.ts';
import type { Duty, Rest } from '../roster/duties.ts';
import { absences, dutyPeople } from '../roster/people.ts';
import { dutyPosts } from '../roster/posts.ts';
import type { Values } from '../row.ts';
import { plusDays, plusMonths } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { demoRows } from './rows.ts';
import type { DemoSchool } from './school.ts';

const rest: Rest = { hours: 12, longDutyHours: 8, timeZone: 'Asia/Shanghai' };

/**
 * The duties of the demo school from its first day to the end of this month, as planned by the 25th of the
 * month before, with the covers of those who asked for leave later; leave that lies ahead is not covered yet.
 */
export function demoDuties(school: DemoSchool): readonly Duty[] {
  const posts = dutyPosts(demoRows(school, 'posts'));
  const people = dutyPeople(demoRows(school, 'people'));
  const leaves = demoRows(school, 'leave');
  const duties: Assignment[] = [];
  for (const month of monthsOf(school)) {
    const planned = `${plusMonths(month, -1)}-25`;
    const { assignments } = assignDuties({
      month,
      posts,
      people,
      calendar: school.calendar,
      absences: absences(leaves.filter(({ values }) => String(values.asked) < planned)),
      earlier: duties,
      rest,
    });
    duties.push(...assignments);
  }
  const covers = coversOf(school);
  return duties
    .filter(({ day, post }) => day >= school.from && !isForgotten(day, post, school))
    .map((duty) => ({ ...duty, person: covers(duty) ?? duty.person }))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Two duties that somebody struck out without putting another on. */
function isForgotten(day: LocalDate, post: string, { today }: DemoSchool): boolean {
  return (
    (post === '公共区域值班' && day === plusDays(today, -9)) ||
    (post === '维修值班' && day === plusDays(today, 4))
  );
}

/** The months from the first demo day to today. */
function monthsOf({ from, today }: DemoSchool): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= today.slice(0, 7); month = plusMonths(month, 1))
    months.push(month);
  return months;
}

/** Who took a duty of somebody on leave in the days gone by. */
function coversOf(school: DemoSchool): (duty: Duty) => string | undefined {
  const leaves: readonly Values<Columns>[] = school.rows('leave');
  return ({ day, person }) => {
    const leave = leaves.find(
      (row) => row.person === person && String(row.from) <= day && day <= String(row.to),
    );
    return leave && day < school.today ? String(leave.cover) : undefined;
  };
}
