import type { Period } from '#schema/figure.ts';
import { daysBetween, daysOfMonth, plusDays, plusMonths, weekdayOf } from '#schema/time.ts';
import { monthOf } from '#schema/values.ts';

function within(stretch: Period, period: Period): Period {
  return {
    from: stretch.from > period.from ? stretch.from : period.from,
    to: stretch.to < period.to ? stretch.to : period.to,
  };
}

/** The calendar months of a period, cut to it. */
export function monthsOf(period: Period): readonly Period[] {
  const first = monthOf(period.from);
  const [fromYear = 0, fromMonth = 0] = first.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = monthOf(period.to).split('-').map(Number);
  const count = (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    within(daysOfMonth(plusMonths(first, index)), period),
  );
}

/** The weeks of a period, Monday to Sunday, cut to it: the first is week 1 of a term that begins there. */
export function weeksOf(period: Period): readonly Period[] {
  const monday = plusDays(period.from, -((weekdayOf(period.from) + 6) % 7));
  const count = Math.floor(daysBetween(monday, period.to) / 7) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const from = plusDays(monday, index * 7);
    return within({ from, to: plusDays(from, 6) }, period);
  });
}
