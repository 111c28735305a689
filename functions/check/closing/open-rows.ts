import { isCarried } from '#platform/workbook/carried-ledger.ts';
import type { Finding } from '#schema/finding.ts';
import { unfinishedMark } from '#schema/open-rows.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plain } from '#schema/spelling.ts';
import { daysOfMonth, plusDays } from '#schema/time.ts';
import type { LocalDate, RowId } from '#schema/values.ts';

/** Rows that are not over or that rules look back to, and the newest about each thing whose standing its register keeps. */
export function openRows(
  closing: readonly Register[],
  world: World,
  month: string,
  findings: readonly Finding[],
): Set<RowId> {
  const staying = new Set(
    findings.flatMap(({ severity, row }) => (severity === 'must' && row ? [row] : [])),
  );
  for (const register of closing) {
    const rows = world.rows(register.key);
    const from = neededFrom(register, month);
    const isOver = register.isOver?.(world) ?? (() => false);
    for (const row of rows)
      if (isOpen(register, row, world, month, isOver) || isNeeded(register, row, from))
        staying.add(row.id);
    for (const id of newest(register, rows)) staying.add(id);
  }
  return staying;
}

/** Whether a row is of a later month, not finished, or cannot be told. */
function isOpen(
  register: Register,
  row: Row,
  world: World,
  month: string,
  isOver: (row: Row) => boolean,
): boolean {
  const happened = textAt(row, register.happened ?? '').slice(0, 7);
  if (isCarried(row) || !/^\d{4}-\d{2}$/.test(happened) || happened > month) return true;
  if (row.unreadable.length > 0) return true;
  const mark = unfinishedMark(register);
  // Something that reaches into a later month, such as a leave, is not over, unless its state says so.
  const reaches =
    !(mark && 'ends' in mark) &&
    Object.entries(register.columns).some(
      ([name, { kind }]) =>
        (kind === 'date' || kind === 'moment') && textAt(row, name).slice(0, 7) > month,
    );
  return (
    reaches ||
    (isUnfinished(register, row) && !isOver(row)) ||
    register.rules.some((rule) => rule.due?.(row, world))
  );
}

function isUnfinished(register: Register, row: Row): boolean {
  const mark = unfinishedMark(register);
  if (!mark) return false;
  const said = textAt(row, mark.column);
  if (!('ends' in mark)) {
    // Nothing was found: there is nothing to mend.
    const isSound =
      mark.column === 'mended' && 'found' in register.columns && textAt(row, 'found') === '';
    return said === '' && !isSound;
  }
  const column = register.columns[mark.column];
  const words = column?.kind === 'choice' ? (column.choices[said]?.zh ?? said) : said;
  return !mark.ends.includes(words);
}

/** The day from which rules still look at a register's rows once a month is closed. */
function neededFrom({ looksBack = 0 }: Register, month: string): LocalDate {
  return plusDays(daysOfMonth(month).to, 1 - looksBack);
}

function isNeeded({ happened = '' }: Register, row: Row, from: LocalDate): boolean {
  return textAt(row, happened).slice(0, 10) >= from;
}

/** The newest row about each thing whose standing the register keeps. */
function newest({ standing, happened = '' }: Register, rows: readonly Row[]): readonly RowId[] {
  if (!standing) return [];
  const last = new Map<string, Row>();
  for (const row of rows) {
    const of = standing.map((column) => plain(textAt(row, column))).join('\n');
    const before = last.get(of);
    if (!before || textAt(before, happened) <= textAt(row, happened)) last.set(of, row);
  }
  return [...last.values()].map(({ id }) => id);
}
