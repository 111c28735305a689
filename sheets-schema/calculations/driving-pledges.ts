import { textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import type { LocalDate } from '../values.ts';
import { nameAt, nameKey } from './named-rows.ts';

/**
 * Whether somebody had signed the driving pledge of the term that a day lies in, by that day.
 * @returns `undefined` while 安全责任书 is switched off or 校历 has no term, so that nobody can be asked for one
 */
export function drivingPledges(
  world: World,
): ((name: string, day: LocalDate) => boolean | undefined) | undefined {
  if (world.register('pledges') === undefined) return undefined;
  const signed = new Map<string, string>();
  for (const row of world.rows('pledges')) {
    const on = textAt(row, 'signed');
    if (valueAt(row, 'kind') !== 'driver' || on === '') continue;
    const key = `${nameAt(row, 'person')}\n${nameAt(row, 'term')}`;
    const before = signed.get(key);
    if (before === undefined || on < before) signed.set(key, on);
  }
  return (name, day) => {
    const term = world.calendar.termAt(day);
    if (term === undefined) return undefined;
    const on = signed.get(`${nameKey(name)}\n${nameKey(term.name)}`);
    return on !== undefined && on <= day;
  };
}
