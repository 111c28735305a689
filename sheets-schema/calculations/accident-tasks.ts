import type { PlanMonth, PlanTask } from '../plan.ts';
import { type Row, textAt } from '../row.ts';

/** An accident whose cause or measures are not known yet. */
export function accidentTasks(rows: readonly Row[], month: PlanMonth): PlanTask[] {
  return rows
    .filter(
      (row) =>
        textAt(row, 'kind') === 'accident' &&
        (textAt(row, 'cause') === '' || textAt(row, 'measures') === ''),
    )
    .filter(
      (row) => textAt(row, 'happened') !== '' && textAt(row, 'happened').slice(0, 10) < month.from,
    )
    .map((row) => ({
      key: `accidents-${row.id}`,
      group: 'safety' as const,
      what: `查清事故原因并定措施：${textAt(row, 'place') || '地点未填'}`,
      standard: '原因、隐患、措施三项写清',
      owner: '安全员',
      due: month.from,
      carriedOver: true,
    }));
}
