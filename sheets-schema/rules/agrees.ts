import { nameAt, nameKey, rowsByName } from '../calculations/named-rows.ts';
import type { Finding, Severity } from '../finding.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { clip } from '../wording.ts';

/**
 * A row says the same as the row it comes from: the goods that were ordered are those that were asked for.
 * A blank on either side says nothing.
 *
 * @param link column that names the row it comes from, by its label
 * @param to the register of that row
 * @param mine column that must say the same
 * @param theirs the column of the other register
 */
export function agrees<const K extends string>(rule: {
  readonly link: K;
  readonly to: string;
  readonly mine: K;
  readonly theirs: string;
  readonly severity?: Severity;
}): Rule<K> {
  const key = `agrees-${rule.mine}-${rule.link}`;
  return {
    key,
    columns: [rule.link, rule.mine],
    reads: [rule.to],
    catches: { zh: '和来源记录写的不一样', en: 'Not what the row it comes from says' },
    check: (register, rows, world) => {
      const sources = rowsByName(world, rule.to);
      const title = register.columns[rule.mine]?.title ?? { zh: rule.mine, en: rule.mine };
      const from = register.columns[rule.link]?.title ?? { zh: rule.link, en: rule.link };
      return rows.flatMap((row): Finding[] => {
        const source = sources.get(nameAt(row, rule.link));
        const said = source === undefined ? '' : textAt(source, rule.theirs).trim();
        const mine = nameAt(row, rule.mine);
        if (said === '' || mine === '' || nameKey(said) === mine) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.mine,
            severity: rule.severity ?? 'must',
            message: {
              zh: `${clip(from.zh, 5)}上是“${clip(said, 9)}”，请核对${clip(title.zh, 5)}`,
              en: `${from.en} says “${clip(said, 30)}”: check ${title.en}`,
            },
          },
        ];
      });
    },
  };
}
