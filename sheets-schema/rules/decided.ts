import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { needed } from './needed.ts';

/**
 * A request that was decided says who decided it.
 *
 * @param approver column with who decided
 * @param state column with the state of the request
 * @param once the states in which it has been decided
 */
export function decided<const K extends string>(rule: {
  readonly approver: K;
  readonly state: K;
  readonly once: readonly string[];
}): Rule<K> {
  return needed({
    key: 'decided',
    columns: [rule.approver],
    reads: [rule.state],
    when: (row) => rule.once.includes(textAt(row, rule.state)),
    because: { zh: '已审批', en: 'Decided' },
  });
}
