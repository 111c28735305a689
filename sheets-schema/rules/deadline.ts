import type { Label } from '../language.ts';
import { momentAt, type Row, textAt } from '../row.ts';
import type { Due, Rule, World } from '../rule.ts';
import { minutesBetween, minutesLater } from '../time.ts';

/** What a deadline says of one row. */
export interface Deadline {
  readonly hours: number;
  /** What was promised, in a few words: “小修不过夜”. */
  readonly promise: Label;
}

/**
 * Whatever began must end within its time; while open it is late from then on, once ended late it stays so.
 * A day alone counts from its midnight.
 *
 * @param from column with the moment or day at which the time begins
 * @param until column with the moment or day at which it ended; blank while open
 * @param within the time a row has, or `undefined` when none was promised
 * @param tellAboveAfter hours after which those above the team are told of an open row; when it is late unless given
 */
export function deadline<const K extends string>(rule: {
  readonly from: K;
  readonly until: K;
  readonly within: (row: Row, world: World) => Deadline | undefined;
  readonly message: (promise: Label, open: boolean) => Label;
  readonly tellAboveAfter?: (world: World) => number;
}): Rule<K> {
  const key = `deadline-${rule.from}-${rule.until}`;
  return {
    key,
    columns: [rule.from, rule.until],
    reads: [],
    catches: { zh: '超过承诺时限', en: 'Past its promise' },
    due: (row, world): Due | undefined => {
      const from = momentAt(row, rule.from);
      const promised = rule.within(row, world);
      if (from === undefined || promised === undefined || textAt(row, rule.until) !== '')
        return undefined;
      const after = (hours: number) =>
        minutesLater(from, hours * 60, world.settings.text('timeZone'));
      const { zh, en } = promised.promise;
      return {
        at: after(promised.hours),
        ...(rule.tellAboveAfter ? { tellAbove: after(rule.tellAboveAfter(world)) } : {}),
        what: { zh: `今天到期（${zh}）`, en: `due today (${en})` },
      };
    },
    check: (register, rows, world) =>
      rows.flatMap((row) => {
        const from = momentAt(row, rule.from);
        const promised = rule.within(row, world);
        if (from === undefined || promised === undefined) return [];
        const open = textAt(row, rule.until) === '';
        const until = open ? world.now : momentAt(row, rule.until);
        if (until === undefined) return [];
        const took = minutesBetween(from, until, world.settings.text('timeZone'));
        if (took <= promised.hours * 60) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.until,
            severity: open ? ('must' as const) : ('look' as const),
            message: rule.message(promised.promise, open),
          },
        ];
      }),
  };
}
