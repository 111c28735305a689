import { wordsMeaningNobody } from '../calculations/people-meant.ts';
import type { Finding } from '../finding.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { clip } from '../wording.ts';

/**
 * Whoever is to come, or is bound, can be told: everybody, a team or a name on the staff list. Silent while there is
 * no staff list.
 *
 * @param who column with teams and names
 */
export function meant<const K extends string>(rule: { readonly who: K }): Rule<K> {
  const key = `meant-${rule.who}`;
  return {
    key,
    columns: [rule.who],
    reads: ['people', 'teams'],
    catches: { zh: '写的人或班组名单里没有', en: 'Neither a team nor a person on the list' },
    check: (register, rows, world) => {
      if (world.rows('people').length === 0) return [];
      const unknownIn = wordsMeaningNobody(world);
      return rows.flatMap((row): Finding[] => {
        const [word] = unknownIn(textAt(row, rule.who));
        return word === undefined
          ? []
          : [
              {
                register: register.key,
                rule: key,
                row: row.id,
                column: rule.who,
                severity: 'must',
                message: {
                  zh: `没有“${clip(word, 8)}”，请写全体、班组或姓名`,
                  en: `“${clip(word, 20)}” is neither a team nor a person`,
                },
              },
            ];
      });
    },
  };
}
