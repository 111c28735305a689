import {
  catalogueOf,
  changeOf,
  happenedUpTo,
  itemOf,
  stockValue,
  unitPriceOf,
} from '../../calculations/stock.ts';
import { shown } from '../../cell.ts';
import { choice, moment, money, quantity, reference, text } from '../../columns.ts';
import { demoMovements } from '../../demo/movements.ts';
import { count } from '../../figures/count.ts';
import { faultless } from '../../figures/faultless.ts';
import { splitBy } from '../../figures/split-by.ts';
import { entryCategory, entryWorth } from '../../figures/stock-worth.ts';
import { total } from '../../figures/total.ts';
import { defineRegister, type Register } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { band } from '../../rules/band.ts';
import { ledger } from '../../rules/ledger.ts';
import { needed } from '../../rules/needed.ts';
import { stockUnit } from '../../rules/stock-unit.ts';
import { clip, written } from '../../wording.ts';

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
  purchase: text(
    { zh: '采购单号', en: 'Purchase' },
    { help: { zh: '入库时填；捐赠的填捐赠方', en: 'For what comes in, unless donated' } },
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
  purpose: text({ zh: '用途', en: 'Purpose' }, { help: { zh: '用在哪里', en: 'What it is for' } }),
  reason: text(
    { zh: '原因', en: 'Reason' },
    { help: { zh: '盘点调整和报废要写原因', en: 'For adjustments and write-offs' } },
  ),
  handledBy: reference('people', { zh: '经办人', en: 'Handled by' }, { required: true }),
};

type Movement = Row<typeof columns>;
type Direction = keyof typeof directions;

const went =
  (...wanted: readonly Direction[]) =>
  (row: Row): boolean =>
    wanted.some((direction) => direction === textAt(row, 'direction'));

const blank = (said: string | undefined): boolean => said === undefined || said.trim() === '';

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
  columns,
  happened: 'happened',
  form: {
    audience: 'staff',
    intro: {
      zh: '出库写清谁领、哪个部门；入库写清采购单号或捐赠方。',
      en: 'Out: who and which department. In: purchase or donor.',
    },
    asks: [
      'direction',
      'item',
      'quantity',
      'unit',
      'price',
      'purchase',
      'donor',
      'recipient',
      'department',
      'purpose',
      'reason',
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
  rules: [
    ledger({
      of: 'item',
      at: 'quantity',
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
        const direction = textAt(row, 'direction');
        const [zh, en] = [
          shown(columns.direction, direction),
          shown(columns.direction, direction, 'en'),
        ];
        const [taken, there] = [written(Math.abs(change)), written(held)];
        return {
          zh: `${zh} ${taken} ${unit}，库存 ${there} ${unit}，请核对数量`,
          en: `${en} ${taken} ${unit}, held ${there} ${unit}: check the quantity`,
        };
      },
    }),
    stockUnit({ item: 'item', unit: 'unit' }),
    band({
      of: 'item',
      at: 'price',
      reads: ['items'],
      values: (world) => {
        const catalogue = catalogueOf(world.rows('items'));
        return (row) => (went('in')(row) ? unitPriceOf(row, catalogue) : undefined);
      },
      usual: (world) => {
        const catalogue = catalogueOf(world.rows('items'));
        return (item) => catalogue.get(item)?.price;
      },
      percent: (world) => world.settings.number('movements.priceBand'),
      message: (_row, price, usual) => ({
        zh: `单价 ${yuanOf(price)} 元，平时约 ${yuanOf(usual)} 元，请核对`,
        en: `¥${yuanOf(price)} a unit, usually about ¥${yuanOf(usual)}: check it`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'sign',
      columns: ['direction', 'quantity'],
      catches: { zh: '数量是 0 或负数', en: 'A quantity of nothing, or below' },
      finds: ({ values: { direction, quantity: moved } }: Movement) =>
        moved === undefined || moved > 0 || (direction === 'adjustment' && moved < 0)
          ? undefined
          : {
              column: 'quantity',
              severity: 'must',
              message:
                moved === 0
                  ? { zh: '数量是 0，请填实际数量', en: 'Enter the quantity: it is 0' }
                  : {
                      zh: '数量填正数，方向另选',
                      en: 'Enter a positive number; choose a direction',
                    },
            },
    }),
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
      columns: ['direction', 'purchase', 'donor'],
      catches: { zh: '入库没有采购单号或捐赠方', en: 'In without purchase or donor' },
      finds: ({ values: { direction, purchase, donor } }: Movement) =>
        direction === 'in' && blank(purchase) && blank(donor)
          ? {
              column: 'purchase',
              severity: 'must',
              message: { zh: '入库请补填采购单号或捐赠方', en: 'In: fill in purchase or donor' },
            }
          : undefined,
    }),
  ],
  settings: {
    priceBand: {
      kind: 'number',
      title: { zh: '单价偏离平时多少要核对', en: 'Check prices that differ from the usual by' },
      unit: { zh: '%', en: '%' },
      default: 30,
      source: 'R2、R5 货比三家，掌握价格变动',
    },
  },
  figures: {
    entries: count({
      title: { zh: '出入库登记', en: 'Stock entries' },
      unit: { zh: '笔', en: 'entries' },
      counts: { zh: '期内的出入库登记，不含期初', en: 'Entries of the period without openings' },
      happened: 'happened',
      where: went('in', 'out', 'return', 'adjustment', 'writeOff'),
    }),
    issues: count({
      title: { zh: '物资领用', en: 'Issues' },
      unit: { zh: '次', en: 'issues' },
      counts: { zh: '期内方向为出库的登记', en: 'Entries of the period that went out' },
      happened: 'happened',
      where: went('out'),
    }),
    moneyIn: total({
      title: { zh: '入库金额', en: 'Value received' },
      unit: yuan,
      counts: { zh: '期内入库数量乘单价', en: 'Quantity received times price' },
      happened: 'happened',
      where: went('in'),
      amounts: entryWorth,
    }),
    moneyOut: total({
      title: { zh: '领用金额', en: 'Value issued' },
      unit: yuan,
      counts: {
        zh: '期内出库数量乘最近一次入库单价',
        en: 'Quantity issued times the last price paid',
      },
      happened: 'happened',
      where: went('out'),
      amounts: entryWorth,
    }),
    writtenOff: total({
      title: { zh: '报废金额', en: 'Value written off' },
      unit: yuan,
      better: 'lower',
      counts: { zh: '期内报废数量乘最近单价', en: 'Quantity written off times the last price' },
      happened: 'happened',
      where: went('writeOff'),
      amounts: entryWorth,
    }),
    stockValue: {
      title: { zh: '库存金额', en: 'Stock value' },
      unit: yuan,
      better: 'neither',
      counts: { zh: '期末结存数量乘最近单价', en: 'What is held at the end, at the last price' },
      form: 'amount',
      measure: (rows, period, world) => {
        const entries = happenedUpTo(rows, period.to);
        return {
          value:
            entries.length === 0
              ? undefined
              : stockValue(entries, catalogueOf(world.rows('items'))),
          rows: entries.map(({ id }) => id),
        };
      },
    },
    exact: faultless({
      title: { zh: '出入库登记无误率', en: 'Entries without a fault' },
      counts: { zh: '期内登记中没有“必须改”问题的', en: 'Entries that need no mending' },
      happened: 'happened',
      target: 98,
      register: () => movements,
    }),
  },
  breakdowns: {
    inByCategory: splitBy({
      title: { zh: '各类入库金额', en: 'Value received by category' },
      unit: yuan,
      happened: 'happened',
      where: went('in'),
      names: entryCategory,
      amounts: entryWorth,
    }),
    outByCategory: splitBy({
      title: { zh: '各类领用金额', en: 'Value issued by category' },
      unit: yuan,
      happened: 'happened',
      where: went('out'),
      names: entryCategory,
      amounts: entryWorth,
    }),
    outByDepartment: splitBy({
      title: { zh: '各部门领用金额', en: 'Value issued by department' },
      unit: yuan,
      happened: 'happened',
      where: went('out'),
      names: () => (row) => textAt(row, 'department'),
      amounts: entryWorth,
    }),
  },
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

/** A price to the cent, as people write it. */
function yuanOf(price: number): string {
  return written(Math.round(price * 100) / 100);
}
