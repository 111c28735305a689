import { isCarried } from '#platform/workbook/carried-ledger.ts';
import { nameKey } from '#schema/calculations/named-rows.ts';
import { findAll } from '#schema/find-all.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import { unfinishedMark } from '#schema/open-rows.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plain } from '#schema/spelling.ts';
import { daysOfMonth, plusDays } from '#schema/time.ts';
import type { LocalDate, RowId } from '#schema/values.ts';

/** Rows that leave their tabs with a month, by register. */
export type Leaving = ReadonlyMap<string, readonly Row[]>;

/** What a closing takes, and registers of which it leaves rows because others still need them. */
export interface Decided {
  readonly leaving: Leaving;
  readonly held: readonly string[];
}

/**
 * Which rows a closing takes: all that happened by the end of the month, but open matters, the newest row about each
 * thing that a register keeps the standing of, and whatever hangs together with a row that stays. Where the rules would
 * find something new without the rows, because one that stays is held against them, they stay as well. Pure.
 *
 * @param month `YYYY-MM`
 * @param findings what is wrong and was not accepted
 * @param openings the rows that stand for the movements that left, before those that stay
 */
export function leavingRows(
  registers: readonly Register[],
  world: World,
  month: string,
  findings: readonly Finding[],
  openings: (left: readonly Row[], stay: readonly Row[]) => readonly Row[],
): Decided {
  const closing = registers.filter(({ key, happened }) => happened && world.register(key));
  const staying = openRows(closing, world, month, findings);
  // What a register that reads closed rows says does not change by closing.
  const asked = registers.filter(({ needs }) => !needs);
  const before = new Set(findAll(asked, world).map(findingKey));
  const held = new Set<string>();
  for (;;) {
    settle(closing, world, month, staying);
    const leaving: Leaving = new Map(
      closing.map(
        ({ key }) => [key, world.rows(key).filter(({ id }) => !staying.has(id))] as const,
      ),
    );
    const after = without(world, leaving, openings);
    const missed = findAll(asked, after).filter(
      (finding) => !before.has(findingKey(finding)) && isFalse(finding, after, month),
    );
    const back = missed.flatMap((finding) =>
      neededBy(finding, world, after, closing, leaving, month),
    );
    if (back.length === 0) return { leaving, held: [...held] };
    for (const [key, row] of back) {
      held.add(key);
      staying.add(row.id);
    }
  }
}

/** The world once rows have left their tabs. */
function without(
  world: World,
  leaving: Leaving,
  openings: (left: readonly Row[], stay: readonly Row[]) => readonly Row[],
): World {
  const left = new Set([...leaving.values()].flatMap((rows) => rows.map(({ id }) => id)));
  const known = new Map<string, readonly Row[]>();
  const rowsOf = (key: string): readonly Row[] => {
    const stay = world.rows(key).filter((row) => !left.has(row.id) && !isCarried(row));
    return key === 'movements' ? [...openings(leaving.get(key) ?? [], stay), ...stay] : stay;
  };
  return {
    ...world,
    rows: (key) => {
      const rows = known.get(key) ?? rowsOf(key);
      known.set(key, rows);
      return rows;
    },
  };
}

/**
 * Whether something that is found without the rows is found for lack of them. A mild one about a later row, or of a
 * register whose rows stay as long as its rules look back, such as every so many alike, may begin to count anew.
 */
function isFalse({ severity, row, register: key }: Finding, after: World, month: string): boolean {
  if (severity === 'must' || row === undefined) return true;
  const { happened: column = '', looksBack } = after.register(key) ?? {};
  if (looksBack !== undefined) return false;
  const own = after.rows(key).find(({ id }) => id === row);
  return own !== undefined && textAt(own, column).slice(0, 7) <= month;
}

/**
 * Rows that left and that the rule of a finding looks at: those of the same day, where they do not help those of the
 * month, and at last all.
 */
function neededBy(
  { register: key, rule: name, row, about: said = '' }: Finding,
  world: World,
  after: World,
  closing: readonly Register[],
  leaving: Leaving,
  month: string,
): readonly (readonly [string, Row])[] {
  const rule = world.register(key)?.rules.find((one) => one.key === name);
  const looked = closing.filter((one) => one.key === key || rule?.reads.includes(one.key));
  const all = looked.flatMap(({ key: of, happened = '' }) =>
    (leaving.get(of) ?? []).map((one) => ({
      of,
      row: one,
      day: textAt(one, happened).slice(0, 10),
    })),
  );
  const { happened = '' } = world.register(key) ?? {};
  const about = after.rows(key).find(({ id }) => id === row);
  const day = (about ? textAt(about, happened) : said).slice(0, 10);
  const near = all.filter((one) => one.day === day);
  const ofItem = about && isCarried(about) ? all.filter((one) => isSameItem(one.row, about)) : [];
  if (ofItem.length > 0) return ofItem.map(({ of, row: one }) => [of, one] as const);
  const own = near.length > 0 ? near : all.filter((one) => one.day.startsWith(month));
  return (own.length > 0 ? own : all).map(({ of, row: one }) => [of, one] as const);
}

function isSameItem(one: Row, other: Row): boolean {
  return plain(textAt(one, 'item')) === plain(textAt(other, 'item'));
}

/** Rows that are not over, and the newest about each thing whose standing its register keeps. */
function openRows(
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

/** What hangs together stays together; a count that stays is held against the ledger of its moment. */
function settle(
  closing: readonly Register[],
  world: World,
  month: string,
  staying: Set<RowId>,
): void {
  for (let before = -1; before !== staying.size; ) {
    before = staying.size;
    keepTogether(closing, world, staying);
    const [first] = world
      .rows('counts')
      .filter(({ id }) => staying.has(id))
      .map((row) => textAt(row, 'at'))
      .filter((at) => at !== '' && at.slice(0, 7) <= month)
      .toSorted();
    if (first === undefined) continue;
    for (const row of world.rows('movements'))
      if (textAt(row, 'happened') >= first) staying.add(row.id);
  }
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

/** A chain of rows that name each other is closed as a whole: none of its rules would see it otherwise. */
function keepTogether(closing: readonly Register[], world: World, staying: Set<RowId>): void {
  const byKey = new Map(closing.map((register) => [register.key, register]));
  const named = new Map<string, ReadonlyMap<string, readonly Row[]>>();
  const rowsNamed = (key: string, name: string): readonly Row[] => {
    const register = byKey.get(key);
    if (!register?.label || name.trim() === '') return [];
    const { label } = register;
    const names =
      named.get(key) ?? Map.groupBy(world.rows(key), (row) => nameKey(textAt(row, label)));
    named.set(key, names);
    return names.get(nameKey(name)) ?? [];
  };
  const neighbours = new Map<RowId, RowId[]>();
  const join = (one: RowId, other: RowId): void => {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
    neighbours.set(other, [...(neighbours.get(other) ?? []), one]);
  };
  const ids = new Map(
    closing.flatMap(({ key }) => world.rows(key).map((row) => [String(row.id), row.id] as const)),
  );
  for (const { key, columns } of closing)
    for (const [name, column] of Object.entries(columns)) {
      if (column.kind !== 'rowLink' && column.kind !== 'reference') continue;
      if (!byKey.has(column.to)) continue;
      for (const row of world.rows(key)) {
        const said = textAt(row, name);
        const linked = column.kind === 'rowLink' ? ids.get(said) : undefined;
        if (linked !== undefined) join(row.id, linked);
        if (column.kind === 'reference')
          for (const other of rowsNamed(column.to, said)) join(row.id, other.id);
      }
    }
  const waiting = [...staying];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const other of neighbours.get(id) ?? [])
      if (!staying.has(other)) {
        staying.add(other);
        waiting.push(other);
      }
}
