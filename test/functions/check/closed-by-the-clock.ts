import { leavingRows } from '#functions/check/closing/stays.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import {
  beginningAfter,
  type Carried,
  carriedRows,
  isCarried,
  itemMonths,
} from '#platform/workbook/carried-ledger.ts';
import { type ClosedRows, createClosedWorld } from '#platform/workbook/closed-world.ts';
import { catalogueOf } from '#schema/calculations/stock.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRows } from '#schema/demo/rows.ts';
import { findAll } from '#schema/find-all.ts';
import type { Finding } from '#schema/finding.ts';
import { neededClosed } from '#schema/needed-closed.ts';
import { registers } from '#schema/registers/index.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { type LocalDate, localDate, localDateTime } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

const today = localDate.parse('2026-11-24');
const happenedOf = new Map(registers.map(({ key, happened = '' }) => [key, happened]));

/** The demo school day by day, as it is and with its months closed; nothing of it is written anywhere. */
export function closedByTheClock(seed: number) {
  const school = makeDemoSchool({ seed, today, registers });
  const all = new Map(registers.map(({ key }) => [key, demoRows(school, key)]));
  const closedIn = new Map<string, string>();
  const closings: { readonly month: string; readonly carried: readonly Carried[] }[] = [];

  const worldAt = (rows: ReadonlyMap<string, readonly Row[]>, day: LocalDate): World =>
    worldOf({
      registers,
      rows,
      now: localDateTime.parse(`${day}T09:00:00`),
      publicHolidays: chineseHolidays,
    });

  /** What has happened by a day; what is planned for later months is there from the beginning. */
  const known = (key: string, day: LocalDate): readonly Row[] =>
    (all.get(key) ?? []).filter((row) => {
      const when = textAt(row, happenedOf.get(key) ?? '').slice(0, 10);
      return when <= day || when > today;
    });

  const openings = (month: string, carried: readonly Carried[], stay: readonly Row[]): Row[] =>
    carriedRows(beginningAfter(month, stay), carried).map((row) => ({ ...row, unreadable: [] }));

  const live = (key: string, day: LocalDate): readonly Row[] => {
    const rows = known(key, day).filter(({ id }) => !closedIn.has(id));
    const last = closings.at(-1);
    return last && key === 'movements'
      ? [...openings(last.month, last.carried, rows), ...rows]
      : rows;
  };

  const eachRegister = (rowsOf: (key: string) => readonly Row[]) =>
    new Map(registers.map(({ key }) => [key, rowsOf(key)] as const));

  const openWorld = (day: LocalDate): World =>
    worldAt(
      eachRegister((key) => known(key, day)),
      day,
    );
  const liveWorld = (day: LocalDate): World =>
    worldAt(
      eachRegister((key) => live(key, day)),
      day,
    );

  const closedRows = (world: World): ClosedRows =>
    new Map(
      Array.from(neededClosed(registers, world), ([key, from]) => {
        const month = from.slice(0, 7);
        const rows = (all.get(key) ?? []).filter(({ id }) => (closedIn.get(id) ?? '') >= month);
        const before = closings.findLast((closing) => closing.month < month);
        return [
          key,
          key === 'movements' ? [...openings(month, before?.carried ?? [], rows), ...rows] : rows,
        ];
      }),
    );

  return {
    all,
    openWorld,
    liveWorld,
    isClosed: (row: Finding['row']): boolean => row !== undefined && closedIn.has(row),
    /** Rows of months up to this one that have not left. */
    leftLive: (key: string, month: string) =>
      (all.get(key) ?? []).filter(
        (row) =>
          textAt(row, happenedOf.get(key) ?? '').slice(0, 7) <= month && !closedIn.has(row.id),
      ),
    close(month: string, day: LocalDate): void {
      const world = liveWorld(day);
      const catalogue = catalogueOf(world.rows('items'));
      const before = closings.at(-1)?.carried ?? [];
      const { leaving } = leavingRows(
        registers,
        world,
        month,
        findAll(registers, world),
        (left, stay) => openings(month, itemMonths(left, catalogue, before), stay),
      );
      for (const rows of leaving.values())
        for (const row of rows) if (!isCarried(row)) closedIn.set(row.id, month);
      closings.push({
        month,
        carried: itemMonths(leaving.get('movements') ?? [], catalogue, before),
      });
    },
    /** As the check finds it: rules that look further back see closed rows as well. */
    found(day: LocalDate): readonly Finding[] {
      const world = liveWorld(day);
      const whole = createClosedWorld().with(world, closedRows(world));
      return registers.flatMap((register) =>
        findAll([register], register.needs ? whole : world).filter(
          ({ row }) => row === undefined || !closedIn.has(row),
        ),
      );
    },
  };
}
