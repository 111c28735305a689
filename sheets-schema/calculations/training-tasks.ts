import type { PlanMonth, PlanTask } from '../plan.ts';
import { type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { localDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';

/** What is planned for the month or was not held before it; and the month's drill when nobody planned one. */
export function trainingTasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  const open = rows.filter(
    (row) =>
      valueAt(row, 'state') === 'planned' &&
      textAt(row, 'planned') !== '' &&
      textAt(row, 'planned') <= month.to,
  );
  const own = open.flatMap((row): PlanTask[] => {
    const planned = localDate.safeParse(textAt(row, 'planned'));
    if (!planned.success) return [];
    const late = planned.data < month.from;
    return [
      {
        key: `trainings-${row.id}`,
        group: 'people',
        what: clip(textAt(row, 'name') || textAt(row, 'topic') || '培训', 40),
        standard: `应到：${clip(textAt(row, 'expected') || '全体', 20)}，签到、有记录`,
        owner: textAt(row, 'ledBy') || '后勤副主任',
        due: late ? month.from : planned.data,
        ...(late ? { note: `原定${monthAndDay(planned.data)}`, carriedOver: true } : {}),
      },
    ];
  });
  const schoolDays = world.calendar.events(month.from, month.to);
  const drilled = open.some(
    (row) => valueAt(row, 'kind') === 'evacuation' && textAt(row, 'planned') >= month.from,
  );
  const inTerm = world.calendar.weekOfTerm(month.to) ?? world.calendar.weekOfTerm(month.from);
  const alreadyNamed = schoolDays.some(({ name }) => name.includes('演练'));
  if (drilled || alreadyNamed || inTerm === undefined) return own;
  return [
    ...own,
    {
      key: `trainings-drill-${month.month}`,
      group: 'people',
      what: '全校应急疏散演练',
      standard: '至少 1 次，有方案、签到和记录',
      owner: world.settings.text('trainings.drillOwner'),
      assists: '保安队长',
      due: month.to,
    },
  ];
}
