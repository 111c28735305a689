import { workdayFrom } from '../calendar.ts';
import type { PlanMonth, PlanTask } from '../plan.ts';
import { type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { dayOf } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';
import { dueOf, isClosed } from './hazard-due.ts';

/** One line for each hazard that is not closed and falls due by the end of the month; ★ once it is late. */
export function hazardTasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  return rows
    .filter((row) => !isClosed(row) && textAt(row, 'what') !== '')
    .flatMap((row): PlanTask[] => {
      const due = dueOf(row, world);
      if (due === undefined || due > month.to) return [];
      const [place, what] = [textAt(row, 'place'), textAt(row, 'what')];
      const handed = valueAt(row, 'state') === 'handedUp';
      const note = handed
        ? '已上报学校，待答复'
        : due < month.from
          ? `原定${monthAndDay(due)}`
          : '';
      return [
        {
          key: `hazards-${row.id}`,
          group: 'safety',
          what: clip(`整改${what.startsWith(place) ? what : `${place} ${what}`}`, 40),
          standard: '改好拍照，由另一人复核销号',
          owner: textAt(row, 'owner') || '安全员',
          due: due < month.from ? workdayFrom(month.from, world.calendar) : due,
          ...(note === '' ? {} : { note }),
          carriedOver: due < dayOf(world.now),
        },
      ];
    });
}
