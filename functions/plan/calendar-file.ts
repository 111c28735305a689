import type { Duty } from '#schema/roster/duties.ts';
import { instantOf, plusDays } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import type { MonthPlan } from './month-plan.ts';
import { planRowId, rosterRowId } from './row-ids.ts';

/** Midnight UTC of a day: an all-day event has no time zone, the library prints this day for it. */
function wholeDay(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Duties of one post and day are told apart by their place, from 1. */
function placed(duties: readonly Duty[]): readonly (Duty & { readonly place: number })[] {
  return [...Map.groupBy(duties, ({ day, post }) => `${day} ${post}`).values()].flatMap((same) =>
    same.map((duty, index) => ({ ...duty, place: index + 1 })),
  );
}

/**
 * The month as an iCalendar file (RFC 5545): a whole day for each task, the hours of each duty. A second run
 * gives the same events again, so a calendar that took the first changes them and makes none twice.
 */
export async function calendarFile(
  plan: MonthPlan,
  stamp: Date,
  timeZone: string,
): Promise<string> {
  const { ICalCalendar } = await import('ical-generator');
  const { month } = plan.facts;
  const calendar = new ICalCalendar({
    name: `${plan.department}${month}`,
    prodId: { company: 'Houqin', product: 'plan', language: 'ZH' },
    timezone: null,
  });
  for (const task of plan.tasks)
    calendar.createEvent({
      id: planRowId(month, task.key),
      stamp,
      start: wholeDay(task.due),
      end: wholeDay(plusDays(task.due, 1)),
      allDay: true,
      summary: `${task.carriedOver ? '★' : ''}${task.what}`,
      description: [
        `标准：${task.standard}`,
        `责任人：${task.owner}`,
        ...(task.assists ? [`协助：${task.assists}`] : []),
        ...(task.note ? [`备注：${task.note}`] : []),
      ].join('\n'),
    });
  for (const duty of placed(plan.roster?.duties ?? []))
    calendar.createEvent({
      id: rosterRowId(duty.day, duty.post, duty.place),
      stamp,
      start: instantOf(duty.from, timeZone),
      end: instantOf(duty.until, timeZone),
      summary: `${duty.post}：${duty.person}`,
    });
  return calendar.toString();
}
