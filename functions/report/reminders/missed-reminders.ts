import { textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plusDays } from '#schema/time.ts';
import { dayOf } from '#schema/values.ts';
import { monthAndDay } from '#schema/wording.ts';

/**
 * What to say when no reminders ran on the last workday (Build 9); nothing when they did, or when they never ran.
 */
export function missedReminders({ rows, calendar, now }: World): string | undefined {
  const ran = rows('runs')
    .filter((row) => textAt(row, 'function') === 'digest')
    .map((row) => textAt(row, 'started').slice(0, 10));
  const today = dayOf(now);
  const before = Array.from({ length: 31 }, (_, back) => plusDays(today, -1 - back)).find((day) =>
    calendar.isWorkday(day),
  );
  if (before === undefined || ran.every((day) => day > before) || ran.includes(before))
    return undefined;
  return `上个工作日（${monthAndDay(before)}）没有发提醒`;
}
