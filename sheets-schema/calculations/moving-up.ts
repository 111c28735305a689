import type { SchoolCalendar } from '../calendar.ts';
import type { LocalDate } from '../values.ts';

/** The grades of a Chinese school, in order. */
export const grades = {
  grade1: { zh: '一年级', en: 'Grade 1' },
  grade2: { zh: '二年级', en: 'Grade 2' },
  grade3: { zh: '三年级', en: 'Grade 3' },
  grade4: { zh: '四年级', en: 'Grade 4' },
  grade5: { zh: '五年级', en: 'Grade 5' },
  grade6: { zh: '六年级', en: 'Grade 6' },
  grade7: { zh: '七年级', en: 'Grade 7' },
  grade8: { zh: '八年级', en: 'Grade 8' },
  grade9: { zh: '九年级', en: 'Grade 9' },
  senior1: { zh: '高一', en: 'Senior 1' },
  senior2: { zh: '高二', en: 'Senior 2' },
  senior3: { zh: '高三', en: 'Senior 3' },
} as const;

export type Grade = keyof typeof grades;

/** The words for the grades, in order, for a setting. */
export const gradeNames: readonly string[] = Object.values(grades).map(({ zh }) => zh);

/** The place of a grade among the grades, from 0, by its key or its word; none when it is not one. */
export function gradePlace(said: string): number | undefined {
  const place = Object.entries(grades).findIndex(([key, { zh }]) => key === said || zh === said);
  return place === -1 ? undefined : place;
}

/**
 * The school year, named by its first calendar year, that a day belongs to. It turns with the first day of the
 * term that begins in August or later, so that classes move up on that day and not in the holidays.
 */
export function schoolYearOn(day: LocalDate, calendar: SchoolCalendar): number {
  const from = calendar.termAt(day)?.from ?? day;
  const [year = 0, month = 0] = from.split('-').map(Number);
  return month >= 8 ? year : year - 1;
}

/**
 * The grade, as a place among the grades, of a class so many school years after it began.
 * @returns `graduated` past the last grade
 */
export function gradeAfter(began: number, years: number, last: number): number | 'graduated' {
  const place = began + Math.max(0, years);
  return place > last ? 'graduated' : place;
}
