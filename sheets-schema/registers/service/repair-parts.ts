import { nameAt, rowsByName } from '../../calculations/named-rows.ts';
import { isFromStock, issuedForRepair, partsByRepair } from '../../calculations/repair-parts.ts';
import { catalogueOf, itemOf, quantityOf } from '../../calculations/stock.ts';
import { choice, moment, quantity, reference, text } from '../../columns.ts';
import { demoRepairParts } from '../../demo/repair-parts.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { type Rule, rowRule, type World } from '../../rule.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { stockUnit } from '../../rules/stock-unit.ts';
import { written } from '../../wording.ts';

const columns = {
  used: moment({ zh: '使用时间', en: 'Used' }, { required: true, stamped: true }),
  repair: reference(
    'repairs',
    { zh: '维修单号', en: 'Repair' },
    { required: true, help: { zh: '派工单上的号', en: 'The number of the repair' } },
  ),
  item: reference('items', { zh: '配件', en: 'Part' }, { required: true }),
  quantity: quantity({ zh: '数量', en: 'Quantity' }, { required: true, min: 0 }),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { help: { zh: '空着就是目录单位', en: 'Blank: its own' } },
  ),
  source: choice(
    { zh: '来源', en: 'From' },
    {
      stock: { zh: '库房', en: 'Store' },
      bought: { zh: '现买', en: 'Bought for it' },
      maker: { zh: '厂家提供', en: 'The maker' },
      old: { zh: '旧件利用', en: 'An old part' },
    },
    { required: true },
  ),
  by: reference('people', { zh: '维修人', en: 'By' }, { required: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

/** What the ledger issued for a repair is what the repair used. */
const differsFromStock: Rule<'repair' | 'item' | 'quantity' | 'unit' | 'source'> = {
  key: 'differs-from-stock',
  columns: ['quantity', 'repair', 'item', 'unit', 'source'],
  reads: ['repairs', 'items', 'movements'],
  catches: { zh: '用的和库房出的对不上', en: 'Parts used are not those issued' },
  check: (register, rows, world) =>
    Array.from(partsByRepair(rows, world).values()).flatMap(({ used, issued, last }): Finding[] =>
      issued === undefined || issued === used
        ? []
        : [
            {
              register: register.key,
              rule: 'differs-from-stock',
              row: last,
              column: 'quantity',
              severity: 'must',
              message: {
                zh: `用了${written(used)}，库房出了${written(issued)}，请核对数量`,
                en: `${used} used, ${issued} issued for this repair: correct one of them`,
              },
            },
          ],
    ),
};

const worth = (_rows: readonly Row[], world: World) => {
  const catalogue = catalogueOf(world.rows('items'));
  return (row: Row): number | undefined => {
    const price = itemOf(row, catalogue)?.price;
    const amount = quantityOf(row, catalogue);
    return price === undefined || amount === undefined ? undefined : price * amount;
  };
};

/**
 * 维修配件 Parts of repairs (D, A2; R1, R5). A part from the store goes out of stock by itself, under the number of its
 * repair; what comes back is entered in the ledger with that number as its purpose.
 */
export const repairParts = defineRegister({
  key: 'repairParts',
  title: { zh: '维修配件', en: 'Parts of repairs' },
  purpose: {
    zh: '修一处用了哪些配件；库房的自动出库',
    en: 'The parts that a repair took; those from the store leave the stock by themselves',
  },
  workbook: 'service',
  columns,
  happened: 'used',
  form: {
    audience: 'staff',
    intro: {
      zh: '一样配件填一次，库房不用再出库。',
      en: 'Once a part; the store need not enter it.',
    },
    asks: ['repair', 'item', 'quantity', 'unit', 'source', 'by', 'note'],
    example: {
      repair: 'BX-1123-1',
      item: '生料带 20m',
      quantity: 1,
      source: 'old',
      by: '王大勇',
    },
  },
  batches: [
    {
      key: 'repair',
      title: { zh: '一单多样配件', en: 'Several parts of one repair' },
      audience: 'staff',
      intro: { zh: '单号只填一次。', en: 'The number is asked once.' },
      shared: ['repair', 'by'],
      each: ['item', 'quantity', 'unit', 'source'],
      rows: () => [],
      untouched: 'leftOut',
      example: {
        shared: { repair: 'BX-1123-1', by: '王大勇' },
        rows: [{ item: '生料带 20m', quantity: 1, source: 'old' }],
      },
    },
  ],
  rules: [
    stockUnit({ item: 'item', unit: 'unit' }),
    differsFromStock,
    rowRule<typeof columns>({
      key: 'nothing-used',
      columns: ['quantity'],
      catches: { zh: '配件数量是 0', en: 'No quantity' },
      finds: ({ values: { quantity: used } }) =>
        used === 0
          ? {
              column: 'quantity',
              severity: 'must',
              message: { zh: '数量是 0，请填用了多少', en: 'Enter the quantity: it is 0' },
            }
          : undefined,
    }),
    preparedRowRule<typeof columns>({
      key: 'under-warranty',
      columns: ['used', 'repair', 'source'],
      reads: ['repairs'],
      catches: { zh: '保修期内自己出配件', en: 'Own parts while under warranty' },
      finds: (world) => {
        const repairs = rowsByName(world, 'repairs');
        return (row) => {
          const repair = repairs.get(nameAt(row, 'repair'));
          const until = repair === undefined ? '' : textAt(repair, 'warrantyUntil');
          return until !== '' &&
            textAt(row, 'used').slice(0, 10) <= until &&
            ['stock', 'bought'].includes(textAt(row, 'source'))
            ? {
                column: 'source',
                severity: 'look',
                message: {
                  zh: '还在保修期，请先找厂家',
                  en: 'Under warranty: ask the maker first',
                },
              }
            : undefined;
        };
      },
    }),
    preparedRowRule<typeof columns>({
      key: 'before-reported',
      columns: ['used', 'repair'],
      reads: ['repairs'],
      catches: { zh: '配件用在报修之前', en: 'Used before the repair was reported' },
      finds: (world) => {
        const repairs = rowsByName(world, 'repairs');
        return (row) => {
          const repair = repairs.get(nameAt(row, 'repair'));
          const reported = repair === undefined ? '' : textAt(repair, 'reported');
          return row.values.used !== undefined && row.values.used < reported
            ? {
                column: 'repair',
                severity: 'look',
                message: { zh: '报修前就用了，请核对单号', en: 'Used before it: check the number' },
              }
            : undefined;
        };
      },
    }),
  ],
  opens: [{ into: 'movements', from: issuedForRepair }],
  figures: {
    parts: count({
      title: { zh: '维修用配件', en: 'Parts used' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内登记的维修配件', en: 'Parts entered in the period' },
      happened: 'used',
    }),
    worth: total({
      title: { zh: '维修配件价值', en: 'Worth of the parts' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内库房配件数量乘参考单价', en: 'Parts from the store at the usual price' },
      happened: 'used',
      where: isFromStock,
      amounts: worth,
    }),
  },
  breakdowns: {
    byItem: splitBy({
      title: { zh: '各种配件用量', en: 'Parts by kind' },
      unit: { zh: '件', en: 'pieces' },
      happened: 'used',
      names: () => (row) => textAt(row, 'item'),
      amounts: (_rows, world) => {
        const catalogue = catalogueOf(world.rows('items'));
        return (row) => quantityOf(row, catalogue);
      },
    }),
  },
  report: {
    section: 'repairs',
    sentences: ['维修领用配件{parts|compared}，价值{worth|compared}。'],
  },
  demo: demoRepairParts,
});
