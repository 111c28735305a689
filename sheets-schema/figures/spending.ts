import { plannedIn } from '../calculations/spending.ts';
import type { Figure } from '../figure.ts';
import { numberAt, textAt } from '../row.ts';

/** Of the budget of the year in which a period ends, what was spent from January to its last day. */
export function spentOfBudget(): Figure {
  return {
    title: { zh: '预算执行率', en: 'Budget used' },
    unit: { zh: '%', en: '%' },
    counts: {
      zh: '期末所在年度已付金额占有预算类别预算之和',
      en: 'Paid this year on budget lines, of all lines',
    },
    better: 'neither',
    form: 'amount',
    measure: (rows, period, world) => {
      const year = period.to.slice(0, 4);
      const lines = plannedIn(Number(year), world);
      const own = rows.filter((row) => {
        const paid = textAt(row, 'paid');
        return paid.startsWith(year) && paid <= period.to && lines.has(textAt(row, 'category'));
      });
      const planned = [...lines.values()].reduce((sum, one) => sum + one, 0);
      const spent = own.reduce((sum, row) => sum + (numberAt(row, 'amount') ?? 0), 0);
      return {
        value:
          planned === 0 || own.length === 0 ? undefined : Math.round((spent / planned) * 1000) / 10,
        rows: own.map(({ id }) => id),
      };
    },
  };
}
