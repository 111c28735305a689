import { createHash } from 'node:crypto';
import { plusDays } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import { nameColumn, type Sheet } from './sheet.ts';

/** What tells rows of a grid apart, in the order of the rows. */
type Named = readonly Readonly<Record<string, unknown>>[];

/** A sheet kept on a telephone without a network may arrive so many days after it was drawn. */
const daysOnTheWay = 7;

/**
 * The places of the rows drawn on a day. It depends on day, sheet and names alone, so that opening the page again
 * draws no others and nobody knows them beforehand.
 */
export function drawnRows(sheet: Sheet, rows: Named, day: LocalDate): ReadonlySet<number> {
  const { drawn, register, key } = sheet;
  if (!drawn) return new Set();
  const column = nameColumn(sheet) ?? '';
  const lots = rows.map((row, place) => ({
    place,
    lot: createHash('sha256')
      .update([register.key, key, day, String(row[column] ?? '')].join('\n'))
      .digest('hex'),
  }));
  const first = lots.toSorted((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0));
  return new Set(first.slice(0, drawn.rows).map(({ place }) => place));
}

/**
 * Places of drawn rows that lack what drawn rows need; none when the draw of any recent day was obeyed. Among no more
 * rows than are drawn there is nothing to draw from: a program may send a sheet in parts.
 */
export function drawnButBlank(sheet: Sheet, rows: Named, today: LocalDate): readonly number[] {
  const { drawn } = sheet;
  if (!drawn || rows.length <= drawn.rows) return [];
  const blankOf = (day: LocalDate) =>
    [...drawnRows(sheet, rows, day)].filter((place) => (rows[place]?.[drawn.column] ?? '') === '');
  const blanks = Array.from({ length: daysOnTheWay + 1 }, (_, days) =>
    blankOf(plusDays(today, -days)),
  );
  return blanks.some((blank) => blank.length === 0) ? [] : (blanks[0] ?? []);
}
