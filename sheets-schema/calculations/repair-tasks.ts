import { workdayFrom } from '../calendar.ts';
import type { PlanMonth, PlanTask } from '../plan.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { clip } from '../wording.ts';
import { isStuck } from './repair-promise.ts';

/** Repairs of earlier months that are past their promise. */
export function repairTasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  return rows
    .filter((row) => textAt(row, 'reported').slice(0, 10) < month.from && isStuck(row, world))
    .map((row) => ({
      key: `repairs-${row.id}`,
      group: 'repairs' as const,
      what: `修好${textAt(row, 'place')}：${clip(textAt(row, 'fault'), 20)}`,
      standard: '修好并答复报修人',
      owner: textAt(row, 'worker') || '维修班长',
      due: workdayFrom(month.from, world.calendar),
      note: textAt(row, 'waitingFor') || '已超承诺时限',
      carriedOver: true,
    }));
}
