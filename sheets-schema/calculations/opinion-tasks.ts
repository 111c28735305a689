import { workdayFrom } from '../calendar.ts';
import type { PlanMonth, PlanTask } from '../plan.ts';
import { type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { clip } from '../wording.ts';
import { callBackHours, hoursTaken } from './calling-back.ts';

/** Opinions of earlier months that are past the promise and not done. */
export function opinionTasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  return rows
    .filter(
      (row) =>
        valueAt(row, 'state') !== 'done' &&
        textAt(row, 'content') !== '' &&
        textAt(row, 'received').slice(0, 10) < month.from &&
        hoursTaken(row, world) > callBackHours(world),
    )
    .map((row) => ({
      key: `opinions-${row.id}`,
      group: 'service' as const,
      what: `办结意见：${clip(textAt(row, 'content'), 20)}`,
      standard: '办理后答复，问是否满意',
      owner: textAt(row, 'owner') || '后勤副主任',
      due: workdayFrom(month.from, world.calendar),
      note: textAt(row, 'handedUp') === '' ? '上月未办结' : '已上报，催问学校答复',
      carriedOver: true,
    }));
}
