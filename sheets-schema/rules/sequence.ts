import { exact } from '../calculations/exact.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inTime, numberAt, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';

/**
 * A counter never goes back: the odometer of a car, a meter for water or power. Rows go by the time they say, those of
 * the same time by the order in which they were written. After a reading that is too low the counter goes on from
 * there, so that one slip is one finding.
 *
 * @param of column that says whose counter it is; one counter in all when absent
 * @param at column with the day or moment of the reading
 * @param reading column with the reading; at the end of a trip when there is `starts`
 * @param starts column with the reading at the beginning of a trip
 * @param mostGap how much may lie between the end of one trip and the beginning of the next; nothing when absent
 * @param message `before` is the last reading, `now` the one that does not fit
 */
export function sequence<const K extends string>(rule: {
  readonly of?: K;
  readonly at: K;
  readonly reading: K;
  readonly starts?: K;
  readonly mostGap?: (world: World) => number;
  readonly message: {
    readonly lower: (name: string, before: number, now: number) => Label;
    readonly gap?: (name: string, before: number, now: number) => Label;
  };
}): Rule<K> {
  const { of, at, reading, starts, message } = rule;
  const key = `sequence-${reading}`;
  const readings = [starts, reading].filter((column) => column !== undefined);
  return {
    key,
    columns: [...(of === undefined ? [] : [of]), at, ...readings],
    reads: [],
    catches: { zh: '读数倒退或中间断开', en: 'A reading that goes back, or a gap' },
    check: (register, rows, world) => {
      const mostGap = rule.mostGap?.(world) ?? 0;
      const last = new Map<string, number>();
      const findings: Finding[] = [];
      for (const row of inTime(rows, at)) {
        const name = of === undefined ? '' : plain(textAt(row, of));
        if (of !== undefined && name === '') continue;
        for (const column of readings) {
          const now = numberAt(row, column);
          if (now === undefined) continue;
          const before = last.get(name) ?? now;
          last.set(name, now);
          const found = { register: register.key, rule: key, row: row.id, column };
          if (now < before)
            findings.push({
              ...found,
              severity: 'must',
              message: message.lower(name, before, now),
            });
          else if (column === starts && message.gap && exact(now - before) > mostGap)
            findings.push({ ...found, severity: 'look', message: message.gap(name, before, now) });
        }
      }
      return findings;
    },
  };
}
