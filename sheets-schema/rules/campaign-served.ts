import { nameAt, nameKey } from '../calculations/named-rows.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { dayOf, type LocalDate } from '../values.ts';

/**
 * Each campaign of another register leaves nobody out, by a day of its own: every item of a stocktake is counted,
 * every class gets its books. Silent until that day is over; then one finding a campaign, however many were left out,
 * so that a forgotten stocktake is one line and not forty.
 *
 * @param campaign column that names the campaign, by its label
 * @param to the register of the campaigns
 * @param of column with whoever was served
 * @param due the last day of a campaign; `undefined` for one that is not judged
 * @param expected everybody whom a campaign is to serve
 * @param name whom a row served, where the column alone does not tell; made ready for all rows at once
 * @param reads further registers that are read
 * @param message `left` names those left out
 */
export function campaignServed<const K extends string>(rule: {
  readonly campaign: K;
  readonly to: string;
  readonly of: K;
  readonly due: (campaign: Row, world: World) => LocalDate | undefined;
  readonly expected: (world: World) => (campaign: Row) => readonly string[];
  readonly name?: (world: World) => (row: Row) => string;
  readonly reads?: readonly string[];
  readonly message: (campaign: string, left: readonly [string, ...string[]]) => Label;
}): Rule<K> {
  const key = `campaign-served-${rule.of}`;
  return {
    key,
    columns: [rule.campaign, rule.of],
    reads: [rule.to, ...(rule.reads ?? [])],
    catches: { zh: '过了期限还有遗漏', en: 'Somebody or something left out' },
    check: (register, rows, world) => {
      const label = world.register(rule.to)?.label;
      if (label === undefined) return [];
      const expectedOf = rule.expected(world);
      const nameOf = rule.name?.(world) ?? ((row: Row) => textAt(row, rule.of));
      const served = Map.groupBy(rows, (row) => nameAt(row, rule.campaign));
      const seen = new Set<string>();
      return world.rows(rule.to).flatMap((campaign): Finding[] => {
        const name = textAt(campaign, label).trim();
        const due = rule.due(campaign, world);
        if (name === '' || seen.has(nameKey(name)) || due === undefined) return [];
        seen.add(nameKey(name));
        if (dayOf(world.now) <= due) return [];
        const done = new Set((served.get(nameKey(name)) ?? []).map((row) => nameKey(nameOf(row))));
        const [first, ...others] = expectedOf(campaign).filter((one) => !done.has(nameKey(one)));
        if (first === undefined) return [];
        return [
          {
            register: register.key,
            rule: key,
            severity: 'must',
            about: name,
            message: rule.message(name, [first, ...others]),
          },
        ];
      });
    },
  };
}
