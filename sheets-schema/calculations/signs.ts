import { type Row, textAt } from '../row.ts';
import { type LocalDate, localDate } from '../values.ts';

/** Whether a placement of publicity still hangs. */
export function isHanging(placement: Row): boolean {
  return textAt(placement, 'use') === 'hung' && textAt(placement, 'state') !== 'removed';
}

/** The day on which somebody last looked at what hangs; the day on which it was hung when nobody has. */
export function lastSeenOf(placement: Row): LocalDate | undefined {
  const days = ['seen', 'at'].map((column) => localDate.safeParse(textAt(placement, column)));
  return days.find(({ success }) => success)?.data;
}
