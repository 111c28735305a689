import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { clip } from '../wording.ts';

/**
 * Cells that must be filled once a row has come so far: what was repaired needs its hours, what is closed needs its
 * proof. The finding stands at the first blank one and asks for it.
 *
 * @param key stable name of the rule within its register
 * @param columns what must be filled, in the order in which it is asked for
 * @param reads the columns that `when` looks at
 * @param because why it is needed, in a word or two: “已修好”
 */
export function needed<const K extends string>(rule: {
  readonly key: string;
  readonly columns: readonly K[];
  readonly reads: readonly K[];
  readonly when: (row: Row, world: World) => boolean;
  readonly because: Label;
}): Rule<K> {
  const key = `needed-${rule.key}`;
  const { because } = rule;
  return {
    key,
    columns: [...rule.columns, ...rule.reads],
    reads: [],
    catches: { zh: `${because.zh}，该填的没填`, en: `${because.en}, with a cell left blank` },
    check: (register, rows, world) =>
      rows.flatMap((row): Finding[] => {
        if (!rule.when(row, world)) return [];
        const column = rule.columns.find(
          (name) =>
            textAt(row, name).trim() === '' && !row.unreadable.some((cell) => cell.column === name),
        );
        if (column === undefined) return [];
        const title = register.columns[column]?.title ?? { zh: column, en: column };
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column,
            severity: 'must',
            message: {
              zh: `${because.zh}，请补填${clip(title.zh, 10)}`,
              en: `${because.en}: fill in ${title.en}`,
            },
          },
        ];
      }),
  };
}
