import { type DraftFigures, yuan } from '#platform/documents/index.ts';
import { planGroups } from '#schema/plan.ts';
import type { MonthPlan } from './month-plan.ts';
import { amountOf } from './purchases.ts';

/** The figures of a plan by name, to be compared with the next draft of the same month. */
export function draftFigures({ facts, last, tasks, purchases, roster }: MonthPlan): DraftFigures {
  const perGroup = Map.groupBy(tasks, ({ group }) => group);
  return {
    在校天数: String(facts.schoolDays),
    ...(last === undefined
      ? {}
      : {
          上月计划项数: String(last.planned.length),
          上月按时完成项数: String(last.inTime.length),
          上月逾期完成项数: String(last.late.length),
          上月未完成项数: String(last.notDone.length),
        }),
    本月工作项数: String(tasks.length),
    本月结转项数: String(tasks.filter(({ carriedOver }) => carriedOver === true).length),
    ...Object.fromEntries(
      [...perGroup].map(([group, some]) => [`${planGroups[group].zh}项数`, String(some.length)]),
    ),
    拟购物资种数: String(purchases.length),
    拟购物资金额: yuan(amountOf(purchases)),
    ...(roster === undefined
      ? {}
      : {
          值班班次: String(roster.duties.length),
          排不上的班次: String(roster.unfilled.reduce((sum, { lacking }) => sum + lacking, 0)),
        }),
  };
}
