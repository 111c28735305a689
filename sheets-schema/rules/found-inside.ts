import { onDutyAt } from '../calculations/on-duty.ts';
import type { Finding } from '../finding.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { clip } from '../wording.ts';

/**
 * Somebody found inside whom nobody registered (R2: 外面的人可以轻易进入). The finding is against the post: it names
 * whoever 值班表 had on the gate at that time.
 *
 * @param at column where the finding stands
 * @param happened column with the moment
 * @param isFound whether a row is about such a person
 * @param posts the posts at the gate
 */
export function foundInside<const K extends string>(rule: {
  readonly at: K;
  readonly happened: K;
  readonly isFound: (row: Row) => boolean;
  readonly posts: (world: World) => readonly string[];
}): Rule<K> {
  return {
    key: 'found-inside',
    columns: [rule.at, rule.happened],
    reads: ['roster', 'posts'],
    catches: { zh: '校内发现没登记的人', en: 'Somebody inside who is in no row' },
    check: (register, rows, world) => {
      const onDuty = onDutyAt(world, rule.posts(world));
      return rows.filter(rule.isFound).map((row): Finding => {
        const [guard] = onDuty(textAt(row, rule.happened));
        return {
          register: register.key,
          rule: 'found-inside',
          row: row.id,
          column: rule.at,
          severity: 'must',
          message: guard
            ? {
                zh: `有人没登记进校，当班${clip(guard.person, 4)}，请查明`,
                en: `Nobody registered them; ${guard.person} had ${guard.post}: find out how`,
              }
            : {
                zh: '有人没登记进校，请查当时谁在岗',
                en: 'Nobody registered them: find out who was on the gate',
              },
        };
      });
    },
  };
}
