import type { Clock } from '#platform/clock.ts';
import type { RegisterRows, Workbooks } from '#platform/workbook/port.ts';
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
  /** Rows of past months too, of workbooks that are a file a month. */
  readonly past?: boolean;
}): Promise<SchoolRead> {
  const { workbooks, clock, publicHolidays, past = false } = options;
  const all = workbooks.registers;
  const reads = await workbooks.read(
    all.map(({ key }) => key),
    { past },
  );
  const rows = new Map([...reads].map(([key, read]) => [key, read.rows] as const));
  const settings = settingsFrom(declaredSettings(all), statedSettings(rows.get('settings') ?? []));
  const now = localMoment(clock.now(), settings.text('timeZone'));
  const world = worldOf({ registers: all, rows, now, publicHolidays });
  return {
    world,
    registers: all.filter(({ key }) => world.register(key) !== undefined),
    reads,
  };
}
