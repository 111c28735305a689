import type { RegisterRows } from '#platform/workbook/port.ts';
import type { LocalDate, RowId } from '#schema/values.ts';
import type { Source } from './paper.ts';

/** Opens a tab at the rows from the first to the last of those given; the tab itself when none is there. */
function rowsUrl(read: RegisterRows, rows: readonly RowId[]): string {
  const numbers = rows.flatMap((row) => read.rowNumbers.get(row) ?? []);
  const [first] = numbers;
  if (first === undefined) return read.address.url;
  const from = numbers.reduce((least, number) => Math.min(least, number), first);
  const to = numbers.reduce((most, number) => Math.max(most, number), first);
  const joint = read.address.url.includes('#') ? '&' : '#';
  return `${read.address.url}${joint}range=${from}:${to}`;
}

/** The source of a figure over rows of one register. */
export function sourceOf(read: RegisterRows, rows: readonly RowId[], until: LocalDate): Source {
  return {
    register: read.register.title.zh,
    rows: rows.length,
    until,
    url: rowsUrl(read, rows),
  };
}
