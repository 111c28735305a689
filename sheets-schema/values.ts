import * as z from 'zod/mini';

/** A day as `YYYY-MM-DD`, in the school's time zone. Sorts as text. */
export const localDate = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.infer<typeof localDate>;

/** A time of day as `HH:MM:SS`. */
export const localTime = z.iso.time({ precision: 0 }).brand<'LocalTime'>();
export type LocalTime = z.infer<typeof localTime>;

/** A moment on the school's clock as `YYYY-MM-DDTHH:MM:SS`, without an offset. Sorts as text. */
export const localDateTime = z.iso
  .datetime({ local: true, offset: false, precision: 0 })
  .brand<'LocalDateTime'>();
export type LocalDateTime = z.infer<typeof localDateTime>;

/** The hidden id of a row: a UUID, made by the form or at first sight. */
export const rowId = z.uuid().brand<'RowId'>();
export type RowId = z.infer<typeof rowId>;

/** The hidden sequence of a row: sortable text, made by the writer without a read (hard point 6). */
export const sequence = z
  .string()
  .check(z.regex(/^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{4}$/))
  .brand<'Sequence'>();
export type Sequence = z.infer<typeof sequence>;

/** What a cell of a register means, whatever its kind. */
export type Value = string | number | boolean;

/** What Sheets holds in a cell (`UNFORMATTED_VALUE`, dates as serial numbers). Blank is `undefined`. */
export type Cell = string | number | boolean | undefined;

/** The day of a moment. */
export function dayOf(moment: LocalDateTime): LocalDate {
  return localDate.parse(moment.slice(0, 10));
}

/** The month, as `YYYY-MM`, of a day or a moment. */
export function monthOf(day: LocalDate | LocalDateTime): string {
  return day.slice(0, 7);
}
