import type { Columns } from '#schema/columns.ts';
import { defineRegister, type Register } from '#schema/register.ts';
import type { Rule } from '#schema/rule.ts';

/** A register with a rule and as many columns as the rule needs. */
export function smallRegister<const C extends Columns>(
  columns: C,
  rule: Rule<keyof C & string>,
  { key = 'small', label }: { readonly key?: string; readonly label?: keyof C & string } = {},
): Register {
  return defineRegister({
    key,
    title: { zh: '小本子', en: 'A small register' },
    purpose: { zh: '试规则', en: 'To try a rule' },
    workbook: 'people',
    columns,
    ...(label === undefined ? {} : { label }),
    rules: [rule],
    figures: {},
    demo: () => [],
  });
}
