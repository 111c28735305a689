import { fullMonth } from '#platform/documents/index.ts';
import { lastGoodRun } from '#schema/calculations/missed-runs.ts';
import type { World } from '#schema/rule.ts';
import { plusMonths } from '#schema/time.ts';
import { monthOf } from '#schema/values.ts';

/**
 * A run of the plan that did not happen is noticed by the next one: what to say of it, if the last that ended well
 * lies more than a month back. A school whose plan never ran missed none.
 */
export function missedRun(world: World): string | undefined {
  const last = lastGoodRun(world.rows('runs'), 'plan')?.slice(0, 7);
  return last === undefined || plusMonths(last, 1) >= monthOf(world.now)
    ? undefined
    : `上次做月计划是${fullMonth(last)}，中间的没有运行`;
}
