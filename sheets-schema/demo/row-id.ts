import { type RowId, rowId } from '../values.ts';
import { demoChance } from './chance.ts';

/** The id of a demo row: the same seed, register and place in its demo give the same one. */
export function demoRowId(seed: number, register: string, index: number): RowId {
  const chance = demoChance(seed, `${register} ${index}`);
  const hex = Array.from({ length: 32 }, () => chance.between(0, 15).toString(16)).join('');
  const variant = chance.pick(['8', '9', 'a', 'b']);
  return rowId.parse(
    [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-'),
  );
}
