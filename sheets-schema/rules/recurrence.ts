import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inSequence, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { essence } from '../spelling.ts';
import { daysBetween } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';

/**
 * What was mended does not come back within some days. The finding stands at the row that came back.
 *
 * @param from column with the day or moment at which it was seen
 * @param until column with the day or moment at which it was mended
 * @param place column with the place; two rows are about the same thing when place and `what` are, however written
 * @param what column with what was wrong; a row without it is about nothing
 * @param within the days within which coming back is a finding
 */
export function recurrence<const K extends string>(rule: {
  readonly from: K;
  readonly until: K;
  readonly place: K;
  readonly what: K;
  readonly within: (world: World) => number;
  readonly message: (row: Row, days: number) => Label;
}): Rule<K> {
  const key = `recurrence-${rule.from}-${rule.until}`;
  return {
    key,
    columns: [rule.from, rule.until, rule.place, rule.what],
    reads: [],
    catches: { zh: '处理过不久又出现', en: 'Mended, and soon back' },
    check: (register, rows, world) => {
      const most = rule.within(world);
      const findings: Finding[] = [];
      const lastMended = new Map<string, Event>();
      for (const event of timeline(rows, rule.from, rule.until)) {
        const { row, day } = event;
        const what = essence(textAt(row, rule.what));
        if (what === '') continue;
        const same = `${essence(textAt(row, rule.place))} ${what}`;
        if (event.mended) {
          lastMended.set(same, event);
          continue;
        }
        const before = lastMended.get(same);
        if (before === undefined || before.row === row) continue;
        const days = daysBetween(before.day, day);
        if (days > most) continue;
        findings.push({
          register: register.key,
          rule: key,
          row: row.id,
          column: rule.from,
          severity: 'look',
          message: rule.message(row, days),
        });
      }
      return findings;
    },
  };
}

interface Event {
  /** As written: a moment, or a day alone. */
  readonly when: string;
  readonly day: LocalDate;
  readonly row: Row;
  readonly mended: boolean;
}

/** What happened, in order; what was seen at the very moment of a mending was seen before it, the rest as written. */
function timeline(rows: readonly Row[], from: string, until: string): Event[] {
  const events = inSequence(rows).flatMap((row) =>
    [
      { when: textAt(row, from), mended: false },
      { when: textAt(row, until), mended: true },
    ].flatMap(({ when, mended }): Event[] => {
      const day = localDate.safeParse(when.slice(0, 10));
      return day.success ? [{ when, day: day.data, row, mended }] : [];
    }),
  );
  return events.toSorted(
    (a, b) =>
      (a.when < b.when ? -1 : a.when > b.when ? 1 : 0) || Number(a.mended) - Number(b.mended),
  );
}
