import { nameKey } from '../calculations/named-rows.ts';
import { catalogueOf, itemName } from '../calculations/stock.ts';
import { countedItems, countedName, isOver, itemsInUse } from '../calculations/stocktaking.ts';
import type { Figure } from '../figure.ts';
import { sinceCount } from '../rules/stock-count.ts';
import { within } from './count.ts';
import { toldShare } from './told-share.ts';
import { total } from './total.ts';

/** Of the items in use, those counted at least once in the period. */
export function itemsCounted(target: number): Figure {
  return {
    title: { zh: '物品盘到率', en: 'Items counted' },
    unit: { zh: '%', en: '%' },
    counts: { zh: '在用物品中期内盘点过的', en: 'Of the items in use, counted in the period' },
    better: 'higher',
    form: 'share',
    target,
    measure: (rows, period, world) => {
      const items = world.rows('items');
      const nameOf = countedName(items);
      const own = within(rows, 'at', period);
      const counted = new Set(own.map((row) => nameKey(nameOf(row))));
      const whole = own.length === 0 ? [] : itemsInUse(items).map(itemName);
      const part = whole.filter((name) => counted.has(nameKey(name)));
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: own.map(({ id }) => id),
      };
    },
  };
}

/** The days since the last count of the item that has waited longest. */
export function longestSinceCount(): Figure {
  return {
    title: { zh: '最久未盘物品', en: 'Longest without a count' },
    unit: { zh: '天', en: 'days' },
    counts: { zh: '在用物品中距上次盘点最久的天数', en: 'Days since the last count, at most' },
    better: 'lower',
    form: 'amount',
    measure: (rows, _period, world) => {
      const waited = sinceCount(rows, world).map(({ days }) => days);
      return {
        value: waited.length === 0 ? undefined : Math.max(...waited),
        rows: rows.map(({ id }) => id),
      };
    },
  };
}

/** Of the items counted in stocktakes that have ended, those of which shelf and ledger say the same (账物相符). */
export function asInTheLedger(target: number): Figure {
  return toldShare({
    title: { zh: '账物相符率', en: 'Stock as in the ledger' },
    counts: {
      zh: '期内已结束盘点中实盘数与账面相同的物品',
      en: 'Of the items counted in stocktakes that ended, those as in the ledger',
    },
    happened: 'at',
    target,
    tells: (rows, world) => {
      const compared = new Map(
        countedItems(rows, world)
          .filter(({ campaign }) => isOver(campaign, world))
          .map(({ last, difference }) => [last.id, difference === 0]),
      );
      return (row) => compared.get(row.id);
    },
  });
}

/** What stocktakes that have ended found missing, at the usual price. */
export function missingWorth(): Figure {
  return total({
    title: { zh: '盘亏金额', en: 'Worth of what was missing' },
    unit: { zh: '元', en: 'yuan' },
    counts: {
      zh: '期内盘点少于账面的数量乘参考单价',
      en: 'What was less than the ledger, at the usual price',
    },
    better: 'lower',
    happened: 'at',
    amounts: (rows, world) => {
      const catalogue = catalogueOf(world.rows('items'));
      const lost = new Map(
        countedItems(rows, world)
          .filter(({ campaign, difference }) => difference < 0 && isOver(campaign, world))
          .map(({ last, item, difference }) => [
            last.id,
            -difference * (catalogue.get(item)?.price ?? 0),
          ]),
      );
      return (row) => lost.get(row.id);
    },
  });
}
