import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import type { Values } from '#schema/row.ts';
import type { LocalDateTime } from '#schema/values.ts';

/** The row that an entry makes: what every such row starts with, the moment of receipt, what was said. */
export function rowOf(
  register: Register,
  starts: Values<Columns> | undefined,
  said: Values<Columns>,
  now: LocalDateTime,
): Values<Columns> {
  const stamped = Object.entries(register.columns)
    .filter(([, column]) => column.kind === 'moment' && column.stamped)
    .map(([name]) => [name, now]);
  return { ...starts, ...Object.fromEntries(stamped), ...said };
}
