import { stockByCategory } from '../calculations/stock-by-category.ts';
import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { daysOfMonth, plusDays } from '../time.ts';
import { demoRows } from './rows.ts';
import type { DemoSchool } from './school.ts';

/**
 * What the finance office booked for each month that is over: as in the ledger, but for one difference that is
 * explained and one that is not.
 */
export function demoFinanceBook(school: DemoSchool): readonly Values<Columns>[] {
  const book = stockByCategory({ now: school.now, rows: (key) => demoRows(school, key) });
  const lines = [...book].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return lines.map(([key, { received, issued, closing }], index) => {
    const [month = '', category = ''] = key.split(' ');
    const isLast = index === lines.length - 1;
    const explained = index === lines.length - 3;
    return {
      entered: plusDays(daysOfMonth(month).to, 4),
      month: `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
      category,
      received,
      issued,
      closing: isLast ? closing + 86 : explained ? closing - 192 : closing,
      by: '叶红梅',
      ...(explained ? { explained: '月底一张发票次月入账' } : {}),
    };
  });
}
