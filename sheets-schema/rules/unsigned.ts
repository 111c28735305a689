import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { minutesBetween } from '../time.ts';
import type { LocalDateTime } from '../values.ts';

/**
 * What was done is signed within its time: a duty after it ended, a pledge after term began, goods after
 * they were handed out.
 *
 * @param column where the signature stands
 * @param columns further columns that are read
 * @param reads registers that are read
 * @param due the moment from which the time runs, made ready for all rows at once; none when nothing is due
 * @param signed whether a row is signed, made ready likewise
 * @param within hours it may take
 */
export function unsigned<const K extends string>(rule: {
  readonly column: K;
  readonly columns: readonly K[];
  readonly reads?: readonly string[];
  readonly due: (world: World) => (row: Row) => LocalDateTime | undefined;
  readonly signed: (world: World) => (row: Row) => boolean;
  readonly within: (world: World) => number;
  readonly message: (row: Row) => Label;
}): Rule<K> {
  const key = `unsigned-${rule.column}`;
  return {
    key,
    columns: [rule.column, ...rule.columns],
    reads: rule.reads ?? [],
    catches: { zh: '到时没有签名', en: 'Not signed in time' },
    check: (register, rows, world) => {
      const dueOf = rule.due(world);
      const isSigned = rule.signed(world);
      const minutes = rule.within(world) * 60;
      const timeZone = world.settings.text('timeZone');
      return rows.flatMap((row) => {
        const due = dueOf(row);
        if (due === undefined || isSigned(row)) return [];
        if (minutesBetween(due, world.now, timeZone) <= minutes) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.column,
            severity: 'must' as const,
            message: rule.message(row),
          },
        ];
      });
    },
  };
}
