import { schoolCalendar } from '#schema/school-calendar.ts';
import { type LocalDate, type LocalDateTime, localDate, localDateTime } from '#schema/values.ts';
import { rowsOf } from './made.ts';

/** 校历 of the autumn of 2026 and the first day of the spring after it, with National Day. */
export const autumn = rowsOf(
  { kind: 'term', name: '2026—2027学年度第一学期', from: '2026-09-01', to: '2027-01-22' },
  { kind: 'term', name: '2026—2027学年度第二学期', from: '2027-02-22', to: '2027-07-09' },
  { kind: 'holiday', name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  { kind: 'makeUpWorkday', name: '国庆节调休上课', from: '2026-10-10', to: '2026-10-10' },
);

export const autumnCalendar = schoolCalendar(autumn, () => undefined);

export const day = (said: string): LocalDate => localDate.parse(said);
export const at = (said: string): LocalDateTime => localDateTime.parse(said);
