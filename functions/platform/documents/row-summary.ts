import type { Column } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import { clip } from '#schema/wording.ts';
import { withoutNumbers } from './discretion.ts';

function tells(column: Column): boolean {
  return column.kind === 'text' && !column.personal && !column.hidden && !column.filledByCode;
}

/**
 * What a row is about, in one short line for a paper: its place, then its first text, as
 * “教学楼 A201：后排第三盏灯不亮”. Nothing personal is taken; '' when the row says nothing else.
 */
export function rowSummary(register: Register, row: Row, characters = 40): string {
  const columns = Object.entries(register.columns);
  const place = columns.find(([, column]) => column.kind === 'reference' && column.to === 'places');
  const subject =
    columns.find(
      ([name, column]) => tells(column) && column.required && textAt(row, name) !== '',
    ) ?? columns.find(([name, column]) => tells(column) && textAt(row, name) !== '');
  const said = [place, subject].flatMap((entry) => {
    const words = entry === undefined ? '' : textAt(row, entry[0]).replaceAll(/\s+/g, ' ').trim();
    return words === '' ? [] : [words];
  });
  return clip(withoutNumbers(said.join('：')), characters);
}

/** The key of a column's value that means “handed up to the school” (上报). */
const handedUp = 'handedUp';

/** Rows that were handed up and still wait, the oldest first. */
export function rowsHandedUp(register: Register, rows: readonly Row[]): readonly Row[] {
  const states = Object.entries(register.columns).filter(
    ([, column]) => column.kind === 'choice' && handedUp in column.choices,
  );
  return rows.filter((row) => states.some(([name]) => row.values[name] === handedUp));
}
