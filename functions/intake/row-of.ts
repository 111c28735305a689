import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import type { Values } from '#schema/row.ts';
import { missingNumbers } from '#schema/row-number.ts';
import { dayOf, type LocalDateTime, type RowId } from '#schema/values.ts';

/** The row that an entry makes: what every such row starts with, the moment of receipt, what was said, its number. */
export function rowOf(
  register: Register,
  entry: {
    readonly id: RowId;
    readonly starts: Values<Columns> | undefined;
    readonly said: Values<Columns>;
  },
  now: LocalDateTime,
): Values<Columns> {
  const { id, starts, said } = entry;
  const stamped = Object.entries(register.columns)
    .filter(([, column]) => column.kind === 'moment' && column.stamped)
    .map(([name]) => [name, now]);
  const values = { ...starts, ...Object.fromEntries(stamped), ...said };
  return { ...values, ...missingNumbers(register, { id, values }, { today: dayOf(now) }) };
}
