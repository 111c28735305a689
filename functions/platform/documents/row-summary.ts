import type { Column } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import { clip } from '#schema/wording.ts';
import { withoutNumbers } from './discretion.ts';

function tells(column: Column): boolean {
  return column.kind === 'text' && !column.personal && !column.hidden && !column.filledByCode;
}

/** A name from a list of things: not of people, teams or places, which a row has besides. */
function namesThing(column: Column): boolean {
  return (
    column.kind === 'reference' &&
    !column.personal &&
    !['people', 'teams', 'places'].includes(column.to)
  );
}

/** A long text tells more than a short one, and what a row must have more than what it may. */
function weightOf(column: Column): number {
  const long = column.kind === 'text' && column.long ? 2 : 0;
  return long + (column.required ? 1 : 0) + (column.kind === 'reference' ? 0.5 : 0);
}

/**
 * What a row is about, in one short line for a paper: its place, then its first text, as
 * “教学楼 A201：后排第三盏灯不亮”. Nothing personal is taken; '' when the row says nothing else.
 */
export function rowSummary(register: Register, row: Row, characters = 40): string {
  return summaryBy(tells, register, row, characters);
}

/**
 * The same for a reminder, of every register: rows that say little of their own are told by the thing they name,
 * as “抽纸 200抽” of a movement.
 */
export function rowAbout(register: Register, row: Row, characters = 40): string {
  const says = (column: Column, name: string) =>
    (tells(column) && name !== 'unit') || namesThing(column);
  return summaryBy(says, register, row, characters);
}

function summaryBy(
  says: (column: Column, name: string) => boolean,
  register: Register,
  row: Row,
  characters: number,
): string {
  const columns = Object.entries(register.columns);
  const place = columns.find(([, column]) => column.kind === 'reference' && column.to === 'places');
  const subject = columns
    .filter(([name, column]) => says(column, name) && textAt(row, name) !== '')
    .toSorted(([, one], [, other]) => weightOf(other) - weightOf(one))[0];
  const wordsIn = (entry: typeof place) =>
    entry === undefined ? '' : textAt(row, entry[0]).replaceAll(/\s+/g, ' ').trim();
  const [where, what] = [wordsIn(place), wordsIn(subject)];
  const said = what.startsWith(where) ? [what] : [where, what];
  return clip(withoutNumbers(said.filter((words) => words !== '').join('：')), characters);
}

/** How a row stands, in the words of its column 状态 or 结果: “已修好”; '' when it has none. */
export function rowState(register: Register, row: Row): string {
  for (const [name, column] of Object.entries(register.columns)) {
    if (column.kind !== 'choice' || !/状态|结果/.test(column.title.zh)) continue;
    const state = column.choices[textAt(row, name)];
    if (state) return state.zh;
  }
  return '';
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
