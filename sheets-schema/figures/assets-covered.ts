import { assetsToCount } from '../calculations/asset-counting.ts';
import { nameAt } from '../calculations/named-rows.ts';
import type { Figure } from '../figure.ts';
import { within } from './count.ts';

/** Of the assets that should be there, those that were counted in the period. */
export const assetsCovered: Figure = {
  title: { zh: '校产清查率', en: 'Assets counted' },
  unit: { zh: '%', en: '%' },
  counts: { zh: '在册校产中期内清点过的', en: 'Of the assets kept, counted in the period' },
  better: 'higher',
  form: 'share',
  target: 100,
  measure: (rows, period, world) => {
    const counted = within(rows, 'at', period);
    const seen = new Set(counted.map((row) => nameAt(row, 'asset')));
    const whole = assetsToCount(world, period.to);
    const part = whole.filter((asset) => seen.has(nameAt(asset, 'number'))).length;
    return {
      value: counted.length === 0 || whole.length === 0 ? undefined : (part / whole.length) * 100,
      part,
      whole: whole.length,
      rows: counted.map(({ id }) => id),
    };
  },
};
