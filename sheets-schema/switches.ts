import type { Register } from './register.ts';
import { type Row, textAt } from './row.ts';
import { dateOfSerial } from './serial.ts';
import type { Settings } from './settings.ts';
import { dateFrom, numberFrom, plain } from './spelling.ts';
import type { LocalDate } from './values.ts';

/** Whether a register is 启用; one that others stand on always is. */
export function isSwitchedOn(
  register: Pick<Register, 'key' | 'alwaysOn'>,
  settings: Settings,
): boolean {
  return register.alwaysOn === true || settings.text(`${register.key}.use`) !== '停用';
}

/**
 * The registers that the rows of 设置 switch off: without the rest of the settings, for those who must not wait for
 * them.
 */
export function switchedOff(
  registers: readonly Pick<Register, 'key' | 'alwaysOn'>[],
  rows: readonly Row[],
): ReadonlySet<string> {
  const off = new Set(
    rows
      .filter((row) => plain(textAt(row, 'value')) === '停用')
      .map((row) => plain(textAt(row, 'key'))),
  );
  return new Set(
    registers
      .filter(({ key, alwaysOn }) => alwaysOn !== true && off.has(`${key}.use`))
      .map(({ key }) => key),
  );
}

/** Registers that a new school does not use yet. */
export function startsOff(
  registers: readonly Pick<Register, 'key' | 'alwaysOn' | 'startsOn'>[],
): ReadonlySet<string> {
  return new Set(
    registers
      .filter(({ alwaysOn, startsOn }) => alwaysOn !== true && startsOn !== true)
      .map(({ key }) => key),
  );
}

/** What 设置 of a new school states of its switches. */
export function startingSwitches(
  registers: readonly Pick<Register, 'key' | 'alwaysOn' | 'startsOn'>[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(startsOff(registers), (key) => [`${key}.use`, '停用'] as const),
  );
}

/**
 * 试运行: the day before which a register's rows get no findings, if one is set. Sheets may have made a
 * serial number of the day that staff typed; both are understood.
 */
export function quietUntil(
  register: Pick<Register, 'key'>,
  settings: Settings,
): LocalDate | undefined {
  const said = settings.text(`${register.key}.quietUntil`);
  const day = dateFrom(said);
  if (day !== undefined) return day;
  const serial = numberFrom(said);
  return serial === undefined ? undefined : dateOfSerial(serial);
}
