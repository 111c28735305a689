import type { Finding } from '../finding.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';

/** Words that say an identity card was kept: 押身份证, 身份证留门卫. */
const cardKept = /[扣押留存][^，。,.不没未]{0,4}身份证|身份证[^，。,.不没未]{0,4}[扣押留存]/;

/**
 * No identity card is ever held (居民身份证法第十五条), and another document only where the school has switched that
 * on.
 *
 * @param document column that says which document is held
 * @param note column in which somebody may have written that a card was kept
 * @param isHeld whether a row says that a document is held
 * @param mayHold whether the school holds other documents
 */
export function documentHeld<const K extends string>(rule: {
  readonly document: K;
  readonly note: K;
  readonly isHeld: (row: Row) => boolean;
  readonly mayHold: (world: World) => boolean;
}): Rule<K> {
  return {
    key: 'document-held',
    columns: [rule.document, rule.note],
    reads: [],
    catches: { zh: '扣了身份证，或保管了证件', en: 'An identity card, or a document, held' },
    check: (register, rows, world) => {
      const mayHold = rule.mayHold(world);
      return rows.flatMap((row): Finding[] => {
        const found = {
          register: register.key,
          rule: 'document-held',
          row: row.id,
          severity: 'must',
        } as const;
        return [
          ...(cardKept.test(textAt(row, rule.note))
            ? [
                {
                  ...found,
                  column: rule.note,
                  message: {
                    zh: '任何单位不得扣身份证，请立即退还',
                    en: 'Nobody may hold an identity card: hand it back now',
                  },
                },
              ]
            : []),
          ...(rule.isHeld(row) && !mayHold
            ? [
                {
                  ...found,
                  column: rule.document,
                  message: {
                    zh: '本校不保管来客证件，请当面退还',
                    en: 'This school holds no documents: hand it back now',
                  },
                },
              ]
            : []),
        ];
      });
    },
  };
}
