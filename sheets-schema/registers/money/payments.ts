import { worthToPay } from '../../calculations/purchasing.ts';
import { plannedIn, spendingCategories, spendingName } from '../../calculations/spending.ts';
import { choice, code, date, money, reference, text } from '../../columns.ts';
import { demoPayments } from '../../demo/money.ts';
import { count } from '../../figures/count.ts';
import { spentOfBudget } from '../../figures/spending.ts';
import { splitBy } from '../../figures/split-by.ts';
import { toldShare } from '../../figures/told-share.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { rowRule } from '../../rule.ts';
import { budget } from '../../rules/budget.ts';
import { needed } from '../../rules/needed.ts';
import { notBeyond } from '../../rules/not-beyond.ts';
import { unique } from '../../rules/unique.ts';
import { daysOfMonth } from '../../time.ts';
import { clip, written } from '../../wording.ts';

const columns = {
  paid: date({ zh: '付款日期', en: 'Paid' }, { required: true }),
  category: choice({ zh: '类别', en: 'Category' }, spendingCategories, { required: true }),
  what: text({ zh: '付什么', en: 'What for' }, { required: true, width: 200 }),
  amount: money(
    { zh: '金额', en: 'Amount' },
    { required: true, help: { zh: '退款填负数', en: 'Negative for a refund' } },
  ),
  invoice: code(
    { zh: '发票号', en: 'Invoice' },
    { help: { zh: '一张发票只付一次', en: 'An invoice is paid once' } },
  ),
  supplier: reference('suppliers', { zh: '供应商', en: 'Supplier' }),
  receipt: reference(
    'receipts',
    { zh: '验收单', en: 'Receipt' },
    {
      help: {
        zh: '货款填；一张发票几样货填其中一张',
        en: 'For goods; one of those on the invoice',
      },
    },
  ),
  saved: money(
    { zh: '比价节约', en: 'Saved by comparison' },
    {
      min: 0,
      help: { zh: '三家均价减成交价，乘数量', en: 'Mean quote less price, times quantity' },
    },
  ),
  method: choice(
    { zh: '付款方式', en: 'Paid by' },
    {
      transfer: { zh: '转账', en: 'Transfer' },
      card: { zh: '公务卡', en: 'Official card' },
      cash: { zh: '现金', en: 'Cash' },
    },
  ),
  handledBy: reference('people', { zh: '经办人', en: 'Handled by' }, { required: true }),
  approver: reference('people', { zh: '审批人', en: 'Approved by' }, { required: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

const amountOf = (row: Row): number | undefined => numberAt(row, 'amount');

const budgetOfToday = (world: World): ReadonlyMap<string, number> =>
  plannedIn(Number(world.now.slice(0, 4)), world);

/**
 * 经费支出 Payments (A5c; R2, R3, R5): every yuan on a budget line, each invoice once, no more than the goods that were
 * accepted are worth.
 */
export const payments = defineRegister({
  key: 'payments',
  title: { zh: '经费支出', en: 'Payments' },
  purpose: {
    zh: '每笔付款的类别、金额和发票，采购员登记',
    en: 'Each payment with category, amount and invoice, entered by the buyer',
  },
  workbook: 'stores',
  columns,
  happened: 'paid',
  needs: ({ now }) => new Map([['payments', daysOfMonth(`${now.slice(0, 4)}-01`).from]]),
  print: {
    signatures: [
      { zh: '经办人', en: 'Handled by' },
      { zh: '后勤主任', en: 'Director' },
      { zh: '财务', en: 'Finance' },
    ],
  },
  rules: [
    unique({
      columns: ['invoice'],
      message: (said) => ({
        zh: `发票 ${said.slice(-8)} 付过一次了，请核对`,
        en: `Invoice ${said} was paid before: check`,
      }),
    }),
    budget({
      category: 'category',
      amount: 'amount',
      happened: 'paid',
      lines: budgetOfToday,
      reads: ['budgetLines'],
      message: {
        none: (category) => ({
          zh: `“${clip(spendingName(category).zh, 6)}”没有预算，请先报预算`,
          en: `No budget line for ${spendingName(category).en}`,
        }),
        over: (category, spent, planned) => ({
          zh: `${clip(spendingName(category).zh, 5)}已付 ${whole(spent)}，超预算 ${whole(planned)}，请报批`,
          en: `${spendingName(category).en}: ¥${whole(spent)} paid of ¥${whole(planned)} planned`,
        }),
      },
    }),
    notBeyond({
      link: 'receipt',
      to: 'receipts',
      at: 'amount',
      reads: ['orders'],
      amounts: () => amountOf,
      allowed: worthToPay,
      message: (_row, sum, worth) => ({
        zh: `验收货值 ${written(worth)}，付款 ${written(sum)}，请核对`,
        en: `Goods accepted are worth ¥${worth}, ¥${sum} paid: check`,
      }),
    }),
    needed({
      key: 'goods',
      columns: ['supplier', 'invoice'],
      reads: ['receipt'],
      when: (row) => textAt(row, 'receipt').trim() !== '',
      because: { zh: '付的是货款', en: 'Goods' },
    }),
    rowRule<typeof columns>({
      key: 'without-invoice',
      columns: ['invoice', 'amount', 'note'],
      catches: { zh: '没有发票号', en: 'Paid without an invoice' },
      finds: ({ values: { invoice, amount, note } }) =>
        amount !== undefined && amount > 0 && invoice === undefined && note === undefined
          ? {
              column: 'invoice',
              severity: 'look',
              message: {
                zh: '没有发票号，请补填或在备注写明',
                en: 'No invoice: fill in, or say why',
              },
            }
          : undefined,
    }),
  ],
  figures: {
    spent: total({
      title: { zh: '经费支出', en: 'Spent' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内付款金额之和，退款相减', en: 'All payments less refunds' },
      happened: 'paid',
      amounts: () => amountOf,
    }),
    payments: count({
      title: { zh: '付款', en: 'Payments' },
      unit: { zh: '笔', en: 'payments' },
      counts: { zh: '付款日期在期内的', en: 'Paid in the period' },
      happened: 'paid',
    }),
    saved: total({
      title: { zh: '比价节约', en: 'Saved by comparison' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内付款登记的比价节约之和', en: 'What payments say was saved' },
      better: 'higher',
      happened: 'paid',
      amounts: () => (row) => numberAt(row, 'saved'),
    }),
    ofBudget: spentOfBudget(),
    inBudget: toldShare({
      title: { zh: '预算内付款率', en: 'Payments within the budget' },
      counts: { zh: '期内付款中类别有预算的', en: 'Of the payments, those on a budget line' },
      happened: 'paid',
      target: 100,
      tells: (_rows, world) => {
        const lines = budgetOfToday(world);
        return (row) => (lines.size === 0 ? undefined : lines.has(textAt(row, 'category')));
      },
    }),
  },
  breakdowns: {
    byCategory: splitBy({
      title: { zh: '各类经费支出', en: 'Spent by category' },
      unit: { zh: '元', en: 'yuan' },
      happened: 'paid',
      names: () => (row) => {
        const category = textAt(row, 'category');
        return category === '' ? '' : spendingName(category).zh;
      },
      amounts: () => amountOf,
    }),
  },
  report: {
    section: 'stores',
    sentences: [
      '付款{payments|compared}，支出经费{spent|compared}，全年预算已用{ofBudget}，比价节约{saved|compared}。',
    ],
    indicators: ['inBudget'],
    shortcomings: {
      inBudget: {
        says: '有的支出没有列预算',
        effect: '经费使用缺少计划',
        measure: '付款前先查预算，没有的先报批',
      },
    },
  },
  demo: demoPayments,
});

function whole(yuan: number): string {
  return String(Math.round(yuan));
}
