import type { Register } from './register.ts';
import { statedSettings } from './registers/school/settings.ts';
import { inSequence, isInSequence, type Row } from './row.ts';
import type { World } from './rule.ts';
import { type PublicHoliday, schoolCalendar } from './school-calendar.ts';
import { declaredSettings, settingsFrom } from './settings.ts';
import { isSwitchedOn } from './switches.ts';
import type { LocalDate, LocalDateTime } from './values.ts';

/**
 * The world as a reading of the spreadsheets shows it: settings from the rows of 设置, calendar from the
 * rows of 校历, and none of a register that is switched off.
 *
 * @param registers every register of the product, whether switched on or not
 * @param rows what was read, by register
 * @param publicHolidays the public holiday or make-up workday of a day, if it is one
 */
export function worldOf({
  registers,
  rows,
  now,
  publicHolidays,
}: {
  readonly registers: readonly Register[];
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly now: LocalDateTime;
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
}): World {
  const settings = settingsFrom(
    declaredSettings(registers),
    statedSettings(rows.get('settings') ?? []),
  );
  const switchedOn = new Map(
    registers
      .filter((register) => isSwitchedOn(register, settings))
      .map((register) => [register.key, register]),
  );
  const ordered = new Map<string, readonly Row[]>();
  return {
    now,
    settings,
    calendar: schoolCalendar(rows.get('calendar') ?? [], publicHolidays),
    register: (key) => switchedOn.get(key),
    rows: (key) => {
      if (!switchedOn.has(key)) return nothing;
      const known = ordered.get(key);
      if (known) return known;
      const given = rows.get(key) ?? nothing;
      // Rows that are in order stay the array that they are, so that who remembers them knows them again.
      const sorted = isInSequence(given) ? given : inSequence(given);
      ordered.set(key, sorted);
      return sorted;
    },
  };
}

const nothing: readonly Row[] = [];
