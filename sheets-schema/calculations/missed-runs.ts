import { type Row, textAt } from '../row.ts';
import { plusDays, plusMonths } from '../time.ts';
import { dayOf, type LocalDate, type LocalDateTime, localDateTime, monthOf } from '../values.ts';

/** When a scheduled run last ended well, of the rows of 运行记录; nothing when it never did. */
export function lastGoodRun(runs: readonly Row[], run: string): LocalDateTime | undefined {
  return runs
    .filter((row) => textAt(row, 'function') === run && textAt(row, 'outcome') !== 'failed')
    .flatMap((row) => localDateTime.safeParse(row.values.started).data ?? [])
    .toSorted()
    .at(-1);
}

interface Schedule {
  readonly function: string;
  readonly title: string;
  /** A run that was due before today began on this day or later. */
  readonly lastDue: (today: LocalDate) => string;
}

/** What the nightly look at everything watches over, itself among them. A run that is not scheduled is not missed. */
const schedules: readonly Schedule[] = [
  { function: 'check', title: '每晚全面检查', lastDue: (today) => plusDays(today, -1) },
  {
    function: 'plan',
    title: '月计划',
    // Sent by the 25th (papers.md); one that was asked for earlier in its month counts.
    lastDue: (today) =>
      `${Number(today.slice(8)) > 24 ? monthOf(today) : plusMonths(monthOf(today), -1)}-01`,
  },
];

/**
 * Scheduled runs that should have happened before today and did not, in words for a person. One that never ran was
 * never begun, and is not missed.
 */
export function missedRuns(runs: readonly Row[], now: LocalDateTime): readonly string[] {
  const today = dayOf(now);
  return schedules.flatMap(({ function: run, title, lastDue }) => {
    const last = lastGoodRun(runs, run);
    if (last === undefined || dayOf(last) >= lastDue(today)) return [];
    return [`${title}上次是${dayOf(last)}，此后的没有运行`];
  });
}
