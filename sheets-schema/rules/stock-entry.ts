import { catalogueOf, changeOf, itemOf, unitPriceOf } from '../calculations/stock.ts';
import type { Choices } from '../columns.ts';
import type { Finding } from '../finding.ts';
import { numberAt, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { clip, written } from '../wording.ts';
import { band } from './band.ts';
import { ledger } from './ledger.ts';

/** No entry of the stock ledger takes more of an item than there is; `directions` are the words for what it did. */
export function entryBalance<const K extends string>(rule: {
  readonly item: K;
  readonly quantity: K;
  readonly directions: Choices;
}): Rule<K> {
  return ledger({
    of: rule.item,
    at: rule.quantity,
    reads: ['items'],
    changes: (world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return (row) => changeOf(row, catalogue);
    },
    units: (world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return (row) => clip(itemOf(row, catalogue)?.unit ?? '', 3);
    },
    message: (row, change, held, unit) => {
      const { zh, en } = rule.directions[textAt(row, 'direction')] ?? { zh: '出库', en: 'Out' };
      const [taken, there] = [written(Math.abs(change)), written(held)];
      return {
        zh: `${zh} ${taken} ${unit}，库存 ${there} ${unit}，请核对数量`,
        en: `${en} ${taken} ${unit}, held ${there} ${unit}: check the quantity`,
      };
    },
  });
}

/** What comes in costs about what it usually does, in the item's own unit (R2, R5). */
export function entryPrice<const K extends string>(rule: {
  readonly item: K;
  readonly price: K;
}): Rule<K> {
  return band({
    of: rule.item,
    at: rule.price,
    reads: ['items'],
    values: (world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return (row) => (textAt(row, 'direction') === 'in' ? unitPriceOf(row, catalogue) : undefined);
    },
    usual: (world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return (item) => catalogue.get(item)?.price;
    },
    percent: (world) => world.settings.number('movements.priceBand'),
    message: (_row, price, usual) => ({
      zh: `单价 ${cents(price)} 元，平时约 ${cents(usual)} 元，请核对`,
      en: `¥${cents(price)} a unit, usually about ¥${cents(usual)}: check it`,
    }),
  });
}

/** A quantity is positive, but for a loss at the stocktake: the direction says which way it goes. */
export function entrySign<const K extends string>(rule: {
  readonly direction: K;
  readonly quantity: K;
}): Rule<K> {
  return {
    key: 'sign',
    columns: [rule.direction, rule.quantity],
    reads: [],
    catches: { zh: '数量是 0 或负数', en: 'A quantity of nothing, or below' },
    check: (register, rows) =>
      rows.flatMap((row): Finding[] => {
        const moved = numberAt(row, rule.quantity);
        const loss = textAt(row, rule.direction) === 'adjustment';
        if (moved === undefined || moved > 0 || (loss && moved < 0)) return [];
        return [
          {
            register: register.key,
            rule: 'sign',
            row: row.id,
            column: rule.quantity,
            severity: 'must',
            message:
              moved === 0
                ? { zh: '数量是 0，请填实际数量', en: 'Enter the quantity: it is 0' }
                : { zh: '数量填正数，方向另选', en: 'Enter a positive number; choose a direction' },
          },
        ];
      }),
  };
}

/** A price to the cent, as people write it. */
function cents(price: number): string {
  return written(Math.round(price * 100) / 100);
}
