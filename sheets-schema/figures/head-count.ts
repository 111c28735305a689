import type { Breakdown, Figure } from '../figure.ts';
import { type Row, textAt } from '../row.ts';
import type { LocalDate } from '../values.ts';

/** Whether somebody was on the staff on a day. */
function wasAtWork(row: Row, day: LocalDate): boolean {
  const joined = textAt(row, 'joined');
  const left = textAt(row, 'left');
  return textAt(row, 'name') !== '' && joined <= day && (left === '' || left >= day);
}

/** People on the staff on the last day of a period; a list without any row was not kept. */
export function headCount(): Figure {
  return {
    title: { zh: '在岗人数', en: 'Staff' },
    unit: { zh: '人', en: 'people' },
    better: 'neither',
    form: 'amount',
    counts: { zh: '期末当天在岗的人员', en: 'Staff on the last day of the period' },
    measure: (rows, period) => {
      const there = rows.filter((row) => wasAtWork(row, period.to));
      return {
        value: rows.length === 0 ? undefined : there.length,
        rows: there.map((row) => row.id),
      };
    },
  };
}

/** Staff on the last day of a period by team, in the order in which the teams first appear (表1). */
export function headCountByTeam(): Breakdown {
  return {
    title: { zh: '各班组人数', en: 'Staff by team' },
    unit: { zh: '人', en: 'people' },
    split: (rows, period) => {
      const there = rows.filter((row) => wasAtWork(row, period.to));
      const byTeam = Map.groupBy(there, (row) => textAt(row, 'team') || '未分班组');
      return Array.from(byTeam, ([name, members]) => ({ name, value: members.length }));
    },
  };
}
