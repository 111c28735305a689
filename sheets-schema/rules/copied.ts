import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inTime, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';

/**
 * The same all-clear day after day looks copied, not inspected. Counts the days in a row on which somebody wrote
 * entries and all of them were clear; every so many such days there is one finding, at the last entry of that day.
 *
 * @param happened column with the moment of an entry
 * @param by column with whoever wrote it
 * @param at column where the finding stands
 * @param clear whether an entry found nothing
 * @param days how many clear days in a row are a finding
 */
export function copied<const K extends string>(rule: {
  readonly happened: K;
  readonly by: K;
  readonly at: K;
  readonly clear: (row: Row) => boolean;
  readonly days: (world: World) => number;
  readonly message: (name: string, days: number) => Label;
}): Rule<K> {
  const key = `copied-${rule.by}`;
  return {
    key,
    columns: [rule.happened, rule.by, rule.at],
    reads: [],
    catches: { zh: '天天全部合格，像是照抄', en: 'All clear day after day, as if copied' },
    check: (register, rows, world) => {
      const suspicious = Math.max(2, rule.days(world));
      const entriesOf = Map.groupBy(inTime(rows, rule.happened), (row) =>
        plain(textAt(row, rule.by)),
      );
      const findings: Finding[] = [];
      for (const [name, own] of entriesOf) {
        if (name === '') continue;
        let streak = 0;
        const days = Map.groupBy(own, (row) => textAt(row, rule.happened).slice(0, 10));
        for (const entries of days.values()) {
          streak = entries.every(rule.clear) ? streak + 1 : 0;
          const last = entries.at(-1);
          if (streak === 0 || streak % suspicious !== 0 || last === undefined) continue;
          findings.push({
            register: register.key,
            rule: key,
            row: last.id,
            column: rule.at,
            severity: 'look',
            message: rule.message(textAt(last, rule.by), streak),
          });
        }
      }
      return findings;
    },
  };
}
