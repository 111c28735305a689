import type { Register } from './register.ts';
import { dateOfSerial } from './serial.ts';
import type { Settings } from './settings.ts';
import { dateFrom, numberFrom } from './spelling.ts';
import type { LocalDate } from './values.ts';

/** Whether a register is 启用; one that others stand on always is. */
export function isSwitchedOn(
  register: Pick<Register, 'key' | 'alwaysOn'>,
  settings: Settings,
): boolean {
  return register.alwaysOn === true || settings.text(`${register.key}.use`) !== '停用';
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
