import { itemCategories } from '../../calculations/item-categories.ts';
import { monthInBook, stockByCategory } from '../../calculations/stock-by-category.ts';
import { choice, date, money, reference, text } from '../../columns.ts';
import { demoFinanceBook } from '../../demo/finance-book.ts';
import { toldShare } from '../../figures/told-share.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, textAt } from '../../row.ts';
import type { Rule, World } from '../../rule.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { reconcile } from '../../rules/reconcile.ts';
import { unique } from '../../rules/unique.ts';
import { monthFrom } from '../../spelling.ts';
import { daysOfMonth } from '../../time.ts';
import { type LocalDate, localDate } from '../../values.ts';
import { written } from '../../wording.ts';

const columns = {
  entered: date({ zh: '对账日期', en: 'Entered' }, { required: true }),
  month: text(
    { zh: '月份', en: 'Month' },
    { required: true, help: { zh: '如“2026年11月”', en: 'Such as 2026年11月' } },
  ),
  category: choice({ zh: '类别', en: 'Category' }, itemCategories, { required: true }),
  received: money(
    { zh: '财务账入库', en: 'Received' },
    { help: { zh: '财务账当月入库金额', en: 'What the finance office booked in' } },
  ),
  issued: money({ zh: '财务账领用', en: 'Issued' }),
  closing: money(
    { zh: '财务账结存', en: 'Closing' },
    { required: true, help: { zh: '财务账月末余额', en: 'Its balance at the month’s end' } },
  ),
  by: reference('people', { zh: '核对人', en: 'Compared by' }, { required: true }),
  explained: text(
    { zh: '差异说明', en: 'Why they differ' },
    { help: { zh: '如在途发票、计价不同', en: 'Such as an invoice under way' } },
  ),
};

const tolerance = (world: World): number => world.settings.number('financeBook.tolerance');

/**
 * 财务库存账 Finance book (A3, R1: 账账相符): one line a category and month from the finance office's account, held
 * against the stock ledger. A difference that is explained is settled.
 */
export const financeBook = defineRegister({
  key: 'financeBook',
  title: { zh: '财务库存账', en: 'Finance book' },
  purpose: {
    zh: '每月从财务抄各类库存金额，和出入库流水核对',
    en: 'The finance office’s stock account by category and month, held against ours',
  },
  workbook: 'stores',
  columns,
  happened: 'entered',
  needs: movementsOfItsMonths,
  batches: [
    {
      key: 'month',
      title: { zh: '一个月各类', en: 'One month, all categories' },
      audience: 'staff',
      intro: { zh: '照财务账抄一个月各类金额。', en: 'Copy one month from the account.' },
      shared: ['entered', 'month', 'by'],
      each: ['category', 'received', 'issued', 'closing', 'explained'],
      rows: () =>
        (['cleaning', 'repair', 'office', 'teaching', 'dorm', 'canteen', 'medical'] as const).map(
          (category) => ({ category }),
        ),
      untouched: 'leftOut',
      example: {
        shared: { entered: localDate.parse('2026-09-02'), month: '2026年8月', by: '叶红梅' },
        rows: [{ category: 'cleaning', closing: 3210.5 }],
      },
    },
  ],
  print: {
    signatures: [
      { zh: '库管员', en: 'Storekeeper' },
      { zh: '财务', en: 'Finance' },
    ],
  },
  rules: [
    unique({
      columns: ['month', 'category'],
      message: (said) => ({
        zh: `${said}这一类抄了两次，请删一行`,
        en: `${said}: this category stands twice`,
      }),
    }),
    preparedRowRule<typeof columns>({
      key: 'month-unclear',
      columns: ['month'],
      catches: { zh: '月份看不懂', en: 'A month that cannot be read' },
      finds:
        () =>
        ({ values: { month } }) =>
          month === undefined || monthFrom(month) !== undefined
            ? undefined
            : {
                column: 'month',
                severity: 'must',
                message: { zh: '月份请写成“2026年11月”', en: 'Write the month as 2026年11月' },
              },
    }),
    sameAsLedger('closing', { zh: '结存', en: 'closing' }),
    sameAsLedger('received', { zh: '入库', en: 'received' }),
    sameAsLedger('issued', { zh: '领用', en: 'issued' }),
  ],
  settings: {
    tolerance: {
      kind: 'number',
      title: { zh: '两账相差多少以内不算', en: 'Books may differ by' },
      unit: { zh: '元', en: 'yuan' },
      default: 1,
      source: 'R1 账账相符；尾差一元以内',
    },
  },
  figures: {
    same: toldShare({
      title: { zh: '账账相符率', en: 'Books that agree' },
      counts: {
        zh: '期内核对的月份类别中结存与流水相符的',
        en: 'Of the months and categories compared, those whose closing agrees',
      },
      happened: 'entered',
      target: 100,
      tells: (_rows, world) => {
        const book = stockByCategory(world);
        return (row) => {
          const theirs = numberAt(row, 'closing');
          const ours = monthInBook(book, textAt(row, 'month'), textAt(row, 'category'));
          return theirs === undefined || ours === undefined
            ? undefined
            : Math.abs(theirs - ours.closing) <= tolerance(world);
        };
      },
    }),
  },
  report: {
    section: 'stores',
    sentences: ['与财务账核对，账账相符率{same}。'],
    indicators: ['same'],
    shortcomings: {
      same: {
        says: '库房账与财务账没有全部相符',
        effect: '家底不清',
        measure: '每月五日前与财务对账，差异当月查清',
      },
    },
  },
  demo: demoFinanceBook,
});

/** The finance office and the stock ledger say the same of a month and category, or the line says why not. */
function sameAsLedger(
  column: 'closing' | 'received' | 'issued',
  what: { readonly zh: string; readonly en: string },
): Rule<keyof typeof columns> {
  const ruleFor = (book: ReturnType<typeof stockByCategory>) =>
    reconcile({
      month: 'month',
      category: 'category',
      amount: column,
      book: (month, category) => monthInBook(book, month, category)?.[column],
      tolerance,
      reads: ['movements', 'items'],
      message: (_category, theirs, ours) => ({
        zh: `${what.zh}财务 ${written(theirs)}，流水 ${written(ours)}，请查`,
        en: `${what.en}: finance ¥${theirs}, ledger ¥${ours}: find out why`,
      }),
    });
  return {
    ...ruleFor(new Map()),
    check: (register, rows, world) =>
      ruleFor(stockByCategory(world)).check(
        register,
        rows.filter((row) => textAt(row, 'explained').trim() === ''),
        world,
      ),
  };
}

/** A month's account is entered in the next one: the movements of the earliest month that is still live. */
function movementsOfItsMonths(world: World): ReadonlyMap<string, LocalDate> {
  const months = world
    .rows('financeBook')
    .flatMap((row) => monthFrom(textAt(row, 'month')) ?? [])
    .toSorted();
  const [first] = months;
  return new Map(first === undefined ? [] : [['movements', daysOfMonth(first).from]]);
}
