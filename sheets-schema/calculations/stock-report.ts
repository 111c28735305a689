import type { Period } from '../figure.ts';
import type { Label } from '../language.ts';
import type { PrintSheet, TotalsLine } from '../print.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';
import { catalogueOf, ledgerTotals } from './stock.ts';

/** The columns of the stock report of a month: opening, what moved, closing. */
const columns: readonly Label[] = [
  { zh: '期初', en: 'Opening' },
  { zh: '入库', en: 'Received' },
  { zh: '退库', en: 'Returned' },
  { zh: '出库', en: 'Issued' },
  { zh: '报废', en: 'Written off' },
  { zh: '调整', en: 'Adjusted' },
  { zh: '期末', en: 'Closing' },
];

/** The stock report of a month: every item of which something was held or moved, in its own unit, as the catalogue goes. */
export function stockReport(
  rows: readonly Row[],
  month: Period,
  world: World,
): readonly TotalsLine[] {
  return ledgerTotals(rows, catalogueOf(world.rows('items')), month)
    .map(({ item, unit, opening, received, returned, issued, writtenOff, adjusted, closing }) => ({
      name: item,
      unit,
      amounts: [opening, received, returned, issued, writtenOff, adjusted, closing],
    }))
    .filter(({ amounts }) => amounts.some((amount) => amount !== 0))
    .toReversed();
}

/** 收发存月报 on paper. */
export const stockReportSheet: PrintSheet<never> = {
  kind: 'totals',
  key: 'totals',
  title: { zh: '收发存月报', en: 'Stock report of the month' },
  of: { zh: '物品', en: 'Item' },
  columns,
  lines: stockReport,
};
