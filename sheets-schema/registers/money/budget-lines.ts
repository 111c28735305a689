import { plannedIn, spendingCategories } from '../../calculations/spending.ts';
import { choice, money, quantity, text } from '../../columns.ts';
import { demoBudget } from '../../demo/money.ts';
import type { Figure } from '../../figure.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, textAt } from '../../row.ts';
import { unique } from '../../rules/unique.ts';

const columns = {
  year: quantity(
    { zh: '年度', en: 'Year' },
    {
      required: true,
      whole: true,
      min: 2000,
      max: 2100,
      help: { zh: '预算年度是公历年，如 2026', en: 'A calendar year' },
    },
  ),
  category: choice({ zh: '类别', en: 'Category' }, spendingCategories, { required: true }),
  planned: money({ zh: '预算', en: 'Planned' }, { required: true, min: 0 }),
  note: text({ zh: '说明', en: 'Note' }),
};

/**
 * 预算 Budget lines (A5c, L; R2, R3, R5): what may be spent on each category in a year. 《预算法》第十八条: 预算年度自公历
 * 一月一日起，至十二月三十一日止.
 */
export const budgetLines = defineRegister({
  key: 'budgetLines',
  title: { zh: '预算', en: 'Budget' },
  purpose: {
    zh: '每年各类经费的预算数，付款时对照',
    en: 'What may be spent on each category in a year; payments are held against it',
  },
  workbook: 'stores',
  columns,
  rules: [
    unique({
      columns: ['category', 'year'],
      message: () => ({
        zh: '这一类今年有两行预算，请合成一行',
        en: 'Two lines for one category and year: make them one',
      }),
    }),
  ],
  figures: { planned: plannedThisYear() },
  breakdowns: {
    byCategory: {
      title: { zh: '各类预算', en: 'Budget by category' },
      unit: { zh: '元', en: 'yuan' },
      split: (_rows, period, world) => {
        const planned = plannedIn(Number(period.to.slice(0, 4)), world);
        return Object.entries(spendingCategories).flatMap(([key, { zh }]) => {
          const yuan = planned.get(key);
          return yuan === undefined ? [] : [{ name: zh, value: yuan }];
        });
      },
    },
  },
  demo: demoBudget,
});

/** All lines of the year in which a period ends. */
function plannedThisYear(): Figure {
  return {
    title: { zh: '全年预算', en: 'Budget of the year' },
    unit: { zh: '元', en: 'yuan' },
    counts: { zh: '期末所在年度各类预算之和', en: 'All lines of the year of the last day' },
    better: 'neither',
    form: 'amount',
    measure: (rows, period) => {
      const own = rows.filter(
        (row) =>
          numberAt(row, 'year') === Number(period.to.slice(0, 4)) && textAt(row, 'category') !== '',
      );
      return {
        value:
          own.length === 0
            ? undefined
            : own.reduce((sum, row) => sum + (numberAt(row, 'planned') ?? 0), 0),
        rows: own.map(({ id }) => id),
      };
    },
  };
}
