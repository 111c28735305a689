import { stockReportSheet } from '../../calculations/stock-report.ts';
import { choice, moment, money, quantity, reference, rowLink, text } from '../../columns.ts';
import { demoMovements } from '../../demo/movements.ts';
import {
  entriesWithoutFault,
  movementBreakdowns,
  movementFigures,
} from '../../figures/stock-movements.ts';
import { defineRegister, type Register } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { chain } from '../../rules/chain.ts';
import { needed } from '../../rules/needed.ts';
import { entryBalance, entryPrice, entrySign } from '../../rules/stock-entry.ts';
import {
  adjustedUncounted,
  issuedBeyondAsked,
  issuedUnasked,
  stockedBeyondAccepted,
} from '../../rules/stock-source.ts';
import { stockUnit } from '../../rules/stock-unit.ts';

const directions = {
  opening: { zh: '期初', en: 'Opening' },
  in: { zh: '入库', en: 'In' },
  out: { zh: '出库', en: 'Out' },
  return: { zh: '退库', en: 'Return' },
  adjustment: { zh: '盘点调整', en: 'Adjustment' },
  writeOff: { zh: '报废', en: 'Write-off' },
};

const columns = {
  happened: moment({ zh: '时间', en: 'Time' }, { required: true, stamped: true }),
  direction: choice({ zh: '方向', en: 'Direction' }, directions, { required: true }),
  item: reference('items', { zh: '物品', en: 'Item' }, { required: true, width: 220 }),
  quantity: quantity(
    { zh: '数量', en: 'Quantity' },
    { required: true, help: { zh: '盘点少了填负数，其余填正数', en: 'Negative only for a loss' } },
  ),
  unit: text(
    { zh: '单位', en: 'Unit' },
    {
      help: { zh: '空着就是目录里的单位；也可填包装单位', en: 'Blank: the unit of the catalogue' },
    },
  ),
  price: money(
    { zh: '单价', en: 'Unit price' },
    { min: 0, help: { zh: '入库必看：每个单位多少钱', en: 'What one such unit costs' } },
  ),
  receipt: reference(
    'receipts',
    { zh: '验收单', en: 'Receipt' },
    {
      formerly: ['采购单号'],
      help: { zh: '入库时填；捐赠的填捐赠方', en: 'For what comes in, unless donated' },
    },
  ),
  donor: text({ zh: '捐赠方', en: 'Donor' }),
  recipient: text(
    { zh: '领用人', en: 'Recipient' },
    { help: { zh: '谁领走的', en: 'Who took it' } },
  ),
  department: text(
    { zh: '领用部门', en: 'Department' },
    { help: { zh: '部门、年级组或班级', en: 'Office, grade or class' } },
  ),
  requisition: reference(
    'requisitions',
    { zh: '申领单', en: 'Requisition' },
    { help: { zh: '按申领出库时填', en: 'For what was asked for' } },
  ),
  class: reference('classes', { zh: '领用班级', en: 'Class' }),
  asset: reference(
    'assets',
    { zh: '用在哪件校产', en: 'For which asset' },
    { help: { zh: '配件装到校产上的填资产编号', en: 'Its number, when a part goes into it' } },
  ),
  distribution: reference(
    'distributions',
    { zh: '发放批次', en: 'Distribution' },
    { help: { zh: '教材、床品等统一发放时填', en: 'For textbooks, bedding and the like' } },
  ),
  purpose: text({ zh: '用途', en: 'Purpose' }, { help: { zh: '用在哪里', en: 'What it is for' } }),
  reason: text(
    { zh: '原因', en: 'Reason' },
    { help: { zh: '盘点调整和报废要写原因', en: 'For adjustments and write-offs' } },
  ),
  stocktake: reference(
    'stocktakes',
    { zh: '所属盘点', en: 'Stocktake' },
    { help: { zh: '盘点调整要写是哪次盘点', en: 'Which stocktake an adjustment is from' } },
  ),
  handledBy: reference('people', { zh: '经办人', en: 'Handled by' }, { required: true }),
  count: rowLink('counts', { zh: '盘点记录', en: 'Count' }),
  repair: rowLink('repairs', { zh: '报修', en: 'Repair' }),
};

const ofGoods = ['item', 'quantity', 'unit'] as const;
const ofIssue = [
  'recipient',
  'department',
  'class',
  'requisition',
  'distribution',
  'asset',
  'purpose',
] as const;

type Movement = Row<typeof columns>;
type Direction = keyof typeof directions;

const went =
  (...wanted: readonly Direction[]) =>
  (row: Row): boolean =>
    wanted.some((direction) => direction === textAt(row, 'direction'));

const blank = (said: string | undefined): boolean => said === undefined || said.trim() === '';

const sourceGone = () => ({
  zh: '来源的记录找不到了，请核对',
  en: 'What it comes from is gone: check',
});

const yuan = { zh: '元', en: 'yuan' };

/**
 * 出入库流水 Stock movements (A2; R1, R5). A ledger: entries are only added, balances follow from their order,
 * and a correction is a new entry. 期初 is the stock that the ledger, or a month after a closing, begins with.
 */
export const movements: Register = defineRegister({
  key: 'movements',
  title: { zh: '出入库流水', en: 'Stock movements' },
  purpose: {
    zh: '每一次入库、出库、退库、调整和报废，库管员当场登记',
    en: 'Every receipt, issue, return, adjustment and write-off, entered at once by the storekeeper',
  },
  workbook: 'stores',
  startsOn: true,
  columns,
  happened: 'happened',
  form: {
    audience: 'staff',
    intro: {
      zh: '出库写清谁领、哪个部门；入库写清验收单或捐赠方。',
      en: 'Out: who and which department. In: receipt or donor.',
    },
    asks: [
      'direction',
      ...ofGoods,
      'price',
      'receipt',
      'donor',
      ...ofIssue,
      'reason',
      'stocktake',
      'handledBy',
    ],
    example: {
      direction: 'out',
      item: 'A4复印纸 70g 500张',
      quantity: 2,
      unit: '包',
      recipient: '周敏',
      department: '后勤处',
      purpose: '打印月计划',
      handledBy: '叶红梅',
    },
  },
  batches: [
    {
      key: 'issue',
      title: { zh: '一次领多样', en: 'Several things at once' },
      audience: 'staff',
      intro: { zh: '一人领多样时用，领用人只填一次。', en: 'One recipient, several things.' },
      shared: ['recipient', 'department', 'class', 'purpose', 'handledBy'],
      each: ['item', 'quantity', 'unit', 'requisition'],
      rows: () => [],
      untouched: 'leftOut',
      starts: { direction: 'out' },
      example: {
        shared: { recipient: '周敏', department: '后勤处', handledBy: '叶红梅' },
        rows: [
          { item: 'A4复印纸 70g 500张', quantity: 2, unit: '包' },
          { item: '订书钉 24/6', quantity: 1, unit: '盒' },
        ],
      },
    },
  ],
  rules: [
    entryBalance({ item: 'item', quantity: 'quantity', directions }),
    stockUnit({ item: 'item', unit: 'unit' }),
    entryPrice({ item: 'item', price: 'price' }),
    entrySign({ direction: 'direction', quantity: 'quantity' }),
    needed({
      key: 'out',
      columns: ['recipient', 'department'],
      reads: ['direction'],
      when: went('out'),
      because: { zh: '出库', en: 'Out' },
    }),
    needed({
      key: 'corrected',
      columns: ['reason'],
      reads: ['direction'],
      when: went('adjustment', 'writeOff'),
      because: { zh: '调整或报废', en: 'Adjusted or written off' },
    }),
    rowRule<typeof columns>({
      key: 'in-without-source',
      columns: ['direction', 'receipt', 'donor'],
      catches: { zh: '入库没有验收单或捐赠方', en: 'In without receipt or donor' },
      finds: ({ values: { direction, receipt, donor } }: Movement) =>
        direction === 'in' && blank(receipt) && blank(donor)
          ? {
              column: 'receipt',
              severity: 'must',
              message: { zh: '入库请补填验收单或捐赠方', en: 'In: fill in receipt or donor' },
            }
          : undefined,
    }),
    stockedBeyondAccepted({ link: 'receipt', at: 'quantity', direction: 'direction' }),
    issuedBeyondAsked({ link: 'requisition', at: 'quantity', direction: 'direction' }),
    issuedUnasked({
      at: 'requisition',
      columns: ['direction', 'item', 'quantity', 'distribution'],
    }),
    adjustedUncounted({ at: 'stocktake', columns: ['direction', 'item', 'count'] }),
    chain({ link: 'count', to: 'counts', message: { broken: sourceGone } }),
    chain({ link: 'repair', to: 'repairs', message: { broken: sourceGone } }),
  ],
  settings: {
    priceBand: {
      kind: 'number',
      title: { zh: '单价偏离平时多少要核对', en: 'Check prices that differ from the usual by' },
      unit: { zh: '%', en: '%' },
      default: 30,
      source: 'R2、R5 货比三家，掌握价格变动',
    },
    unaskedFrom: {
      kind: 'number',
      title: { zh: '领用满多少要先有申领单', en: 'Issues need a requisition from' },
      unit: yuan,
      default: 100,
      source: 'R1、R5 先申领后发放；零星小件可当面领',
    },
  },
  print: {
    signatures: [
      { zh: '库管员', en: 'Storekeeper' },
      { zh: '后勤主任', en: 'Director' },
    ],
    sheets: [stockReportSheet],
    slips: [
      {
        title: { zh: '出库单', en: 'Issue slip' },
        columns: ['happened', ...ofGoods, ...ofIssue],
        of: went('out'),
        signatures: [
          { zh: '领用人', en: 'Recipient' },
          { zh: '库管员', en: 'Storekeeper' },
        ],
      },
      {
        title: { zh: '入库单', en: 'Stock-in slip' },
        columns: ['happened', ...ofGoods, 'price', 'receipt', 'donor'],
        of: went('in'),
        signatures: [
          { zh: '验收人', en: 'Checked by' },
          { zh: '库管员', en: 'Storekeeper' },
        ],
      },
    ],
  },
  figures: { ...movementFigures, exact: entriesWithoutFault(() => movements) },
  breakdowns: movementBreakdowns,
  report: {
    section: 'stores',
    sentences: [
      '登记出入库{entries|compared}，其中领用{issues|compared}，登记无误率{exact}。',
      '入库{moneyIn|compared}，领用{moneyOut|compared}，报废{writtenOff}；期末库存{stockValue|compared}。',
    ],
    indicators: ['exact', 'moneyOut', 'stockValue'],
    shortcomings: {
      exact: {
        says: '出入库登记不够准确',
        effect: '账物不符，盘点时难以查清',
        measure: '当场登记、当场核对数量和领用人，每周查一次未改的登记',
      },
    },
  },
  demo: demoMovements,
});
