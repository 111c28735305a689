import { fullMonth } from '#platform/documents/index.ts';
import { textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plusMonths } from '#schema/time.ts';
import { monthOf } from '#schema/values.ts';

/**
 * A run of the plan that did not happen is noticed by the next one: what to say of it, if the last that ended well
 * lies more than a month back. A school whose plan never ran missed none.
 */
export function missedRun(world: World): string | undefined {
  const months = world
    .rows('runs')
    .filter((row) => textAt(row, 'function') === 'plan' && textAt(row, 'outcome') !== 'failed')
    .map((row) => textAt(row, 'started').slice(0, 7))
    .toSorted();
  const last = months.at(-1);
  return last === undefined || plusMonths(last, 1) >= monthOf(world.now)
    ? undefined
    : `上次做月计划是${fullMonth(last)}，中间的没有运行`;
}
