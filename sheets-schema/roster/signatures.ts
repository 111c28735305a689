import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';

/** What a duty and its signature have in common. */
export function dutyKey(row: Row): string {
  return ['day', 'post', 'person'].map((column) => plain(textAt(row, column))).join('|');
}

/**
 * Whether a row of 值班表 is signed: in the row itself, or by a form in 交班签到 for the same day, post
 * and person.
 */
export function signedDuties(world: World): (row: Row) => boolean {
  const byForm = new Set(world.rows('dutySigns').map(dutyKey));
  return (row) => textAt(row, 'signed') !== '' || byForm.has(dutyKey(row));
}
