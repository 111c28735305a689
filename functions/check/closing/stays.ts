import { isCarried } from '#platform/workbook/carried-ledger.ts';
import { findAll } from '#schema/find-all.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plain } from '#schema/spelling.ts';
import { openRows } from './open-rows.ts';
import { keepTogether } from './together.ts';

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
    keepTogether(closing, world, month, staying);
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
