import { nameAt, nameKey, rowsByName } from '../calculations/named-rows.ts';
import { requestWorth } from '../calculations/purchasing.ts';
import { catalogueOf } from '../calculations/stock.ts';
import type { Figure } from '../figure.ts';
import { numberAt, type Row, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { within } from './count.ts';
import { total } from './total.ts';

/** 货比三家. */
const enough = 3;

/** Of the purchases of a period worth so much or more that were decided, those with three suppliers' prices. */
export function comparedPurchases(from: (world: World) => number, target: number): Figure {
  return {
    title: { zh: '货比三家率', en: 'Purchases with three quotes' },
    unit: { zh: '%', en: '%' },
    counts: {
      zh: '期内询价、满标准的申购中有三家报价的',
      en: 'Of the purchases quoted for and worth enough, those with three quotes',
    },
    better: 'higher',
    form: 'share',
    target,
    measure: (rows, period, world) => {
      const least = from(world);
      const catalogue = catalogueOf(world.rows('items'));
      const requests = rowsByName(world, 'purchaseRequests');
      const quoted = Map.groupBy(within(rows, 'quoted', period), (row) => nameAt(row, 'request'));
      const whole = [...quoted].filter(([name]) => {
        const request = requests.get(nameKey(name));
        return request !== undefined && (requestWorth(request, catalogue) ?? 0) >= least;
      });
      const part = whole.filter(([, quotes]) => suppliersOf(quotes) >= enough);
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: whole.flatMap(([, quotes]) => quotes.map(({ id }) => id)),
      };
    },
  };
}

function suppliersOf(quotes: readonly Row[]): number {
  return new Set(quotes.map((row) => nameAt(row, 'supplier')).filter((name) => name !== '')).size;
}

/** What was saved against the mean of the quotes: mean less chosen price, times the quantity asked for. */
export function savedByComparison(): Figure {
  return total({
    title: { zh: '比价节约', en: 'Saved by comparison' },
    unit: { zh: '元', en: 'yuan' },
    counts: {
      zh: '各家报价平均减选定单价，乘申购数量',
      en: 'Mean of the quotes less the chosen price, times the quantity',
    },
    better: 'higher',
    happened: 'quoted',
    amounts: (rows, world) => {
      const requests = rowsByName(world, 'purchaseRequests');
      const quotes = Map.groupBy(rows, (row) => nameAt(row, 'request'));
      return (row) => {
        const price = numberAt(row, 'price');
        const request = requests.get(nameAt(row, 'request'));
        const quantity = request && numberAt(request, 'quantity');
        const prices = (quotes.get(nameAt(row, 'request')) ?? []).flatMap(
          (quote) => numberAt(quote, 'price') ?? [],
        );
        if (valueAt(row, 'chosen') !== true || price === undefined || quantity === undefined)
          return undefined;
        const mean = prices.reduce((sum, one) => sum + one, 0) / prices.length;
        return (mean - price) * quantity;
      };
    },
  });
}
