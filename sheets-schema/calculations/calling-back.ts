import { momentAt, type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { minutesBetween } from '../time.ts';

/** Whether an opinion left a number to call. */
export const canBeCalled = (row: Row): boolean => textAt(row, 'phone') !== '';

/** Hours since it was received, until the call back or now. */
export function hoursTaken(row: Row, world: World): number {
  const from = momentAt(row, 'received');
  const until = textAt(row, 'calledBack') === '' ? world.now : momentAt(row, 'calledBack');
  if (from === undefined || until === undefined) return 0;
  return minutesBetween(from, until, world.settings.text('timeZone')) / 60;
}

/** The promise: hours within which whoever left a number is called back. */
export const callBackHours = (world: World): number =>
  world.settings.number('opinions.callBackHours');
