import { isBought } from '../calculations/purchasing.ts';
import type { Figure } from '../figure.ts';
import { textAt, valueAt } from '../row.ts';
import { dayOf } from '../values.ts';
import { toldShare } from './told-share.ts';

/** Of the purchase requests that were not refused and are due or here, those that are here. */
export function boughtInTimeShare(target: number): Figure {
  return toldShare({
    title: { zh: '申购按时到货率', en: 'Requests bought in time' },
    counts: {
      zh: '期内申购（不含不同意、未到期）中已到货的',
      en: 'Of those not refused and due, bought',
    },
    happened: 'asked',
    target,
    tells: (_rows, world) => {
      const bought = isBought(world);
      const today = dayOf(world.now);
      return (row) => {
        const neededBy = textAt(row, 'neededBy');
        const state = valueAt(row, 'state');
        if (state === 'refused' || neededBy === '') return undefined;
        if (state === 'done' || bought(row)) return true;
        return neededBy < today ? false : undefined;
      };
    },
  });
}
