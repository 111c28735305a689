import type { Column } from '../columns.ts';
import type { Label } from '../language.ts';
import { inSequence, type Row, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';
import { clip } from '../wording.ts';

/**
 * No two rows say the same in these columns, whatever their case and width. The first row that said it is
 * right; each later one gets the finding. Rows with a blank among the columns are passed over.
 *
 * @param columns the columns that together must differ
 * @param message what to say of the text that stands there twice
 */
export function unique<const K extends string>(rule: {
  readonly columns: readonly [K, ...K[]];
  readonly message?: (said: string, title: Label) => Label;
}): Rule<K> {
  const [first] = rule.columns;
  const key = `unique-${rule.columns.join('-')}`;
  const message = rule.message ?? twice;
  return {
    key,
    columns: rule.columns,
    reads: [],
    catches: { zh: '同一名称或编号写了两次', en: 'The same name or code twice' },
    check: (register, rows) => {
      const seen = new Set<string>();
      const title = titleOf(register.columns[first]);
      return inSequence(rows).flatMap((row) => {
        const said = rule.columns.map((column) => compared(row, column));
        if (said.includes('')) return [];
        const together = JSON.stringify(said);
        if (!seen.has(together)) {
          seen.add(together);
          return [];
        }
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: first,
            severity: 'must' as const,
            message: message(textAt(row, first), title),
          },
        ];
      });
    },
  };
}

function compared(row: Row, column: string): string {
  return plain(textAt(row, column)).toLowerCase();
}

function titleOf(column: Column | undefined): Label {
  return column?.title ?? { zh: '这一栏', en: 'This' };
}

function twice(said: string, title: Label): Label {
  return {
    zh: `${clip(title.zh, 6)}“${clip(said, 10)}”重复，请改一个`,
    en: `${title.en} “${clip(said, 20)}” stands twice: change one`,
  };
}
