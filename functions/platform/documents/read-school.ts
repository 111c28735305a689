import type { Clock } from '#platform/clock.ts';
import type { RegisterRows, Since, Workbooks } from '#platform/workbook/port.ts';
import type { Register } from '#schema/register.ts';
import { statedSettings } from '#schema/registers/school/settings.ts';
import type { World } from '#schema/rule.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { declaredSettings, settingsFrom } from '#schema/settings.ts';
import { localMoment } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

/** Everything a paper is written from, as of one reading. */
export interface SchoolRead {
  readonly world: World;
  /** The registers that are switched on, in their order. */
  readonly registers: readonly Register[];
  /** Where each register is, and the row numbers of that moment. */
  readonly reads: ReadonlyMap<string, RegisterRows>;
}

/** Reads all registers, one call a workbook, and lays settings and calendar over them. */
export async function readSchool(options: {
  readonly workbooks: Workbooks;
  readonly clock: Clock;
  /** The public holiday or make-up workday of a day, if it is one. */
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  /** From which day on closed rows are wanted too, when settings and calendar are known. */
  readonly since?: (world: World) => Since;
}): Promise<SchoolRead> {
  const { workbooks, since } = options;
  const all = workbooks.registers;
  const wanted = since?.(worldRead(options, await workbooks.read(['settings', 'calendar'])));
  const reads = await workbooks.read(
    all.map(({ key }) => key),
    wanted,
  );
  const world = worldRead(options, reads);
  return {
    world,
    registers: all.filter(({ key }) => world.register(key) !== undefined),
    reads,
  };
}

function worldRead(
  {
    workbooks,
    clock,
    publicHolidays,
  }: Pick<Parameters<typeof readSchool>[0], 'workbooks' | 'clock' | 'publicHolidays'>,
  reads: ReadonlyMap<string, RegisterRows>,
): World {
  const registers = workbooks.registers;
  const rows = new Map([...reads].map(([key, read]) => [key, read.rows] as const));
  const stated = statedSettings(rows.get('settings') ?? []);
  const timeZone = settingsFrom(declaredSettings(registers), stated).text('timeZone');
  return worldOf({ registers, rows, now: localMoment(clock.now(), timeZone), publicHolidays });
}
