import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRows } from '#schema/demo/rows.ts';
import type { DemoSchool } from '#schema/demo/school.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { localDate } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

/** The demo school as its spreadsheets would be read. */
export interface DemoWorld {
  readonly school: DemoSchool;
  readonly world: World;
  rows(register: string): readonly Row[];
}

/** The demo of a day; the same day and seed give the same rows. */
export function demoWorld(
  registers: readonly Register[],
  { today = '2026-11-24', seed = 1 }: { readonly today?: string; readonly seed?: number } = {},
): DemoWorld {
  const school = makeDemoSchool({ seed, today: localDate.parse(today), registers });
  const rows = new Map(registers.map(({ key }) => [key, demoRows(school, key)]));
  const world = worldOf({ registers, rows, now: school.now, publicHolidays: () => undefined });
  return { school, world, rows: (key) => rows.get(key) ?? [] };
}
