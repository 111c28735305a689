import { hasArrived } from '../../calculations/purchasing.ts';
import { catalogueOf, quantityOf } from '../../calculations/stock.ts';
import { choice, date, money, quantity, reference, text } from '../../columns.ts';
import { demoOrders } from '../../demo/purchasing.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { toldShare } from '../../figures/told-share.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { agrees } from '../../rules/agrees.ts';
import { inOrder } from '../../rules/in-order.ts';
import { notBeyond } from '../../rules/not-beyond.ts';
import { arrivedInTime, orderedAsDecided } from '../../rules/purchase-chain.ts';
import { stockUnit } from '../../rules/stock-unit.ts';
import { boughtUnquoted, soundSupplier } from '../../rules/supplier-choice.ts';
import { unique } from '../../rules/unique.ts';
import { dayOf } from '../../values.ts';
import { written } from '../../wording.ts';

const columns = {
  ordered: date({ zh: '订购日期', en: 'Ordered' }, { required: true }),
  name: text(
    { zh: '采购单', en: 'Order' },
    {
      numbered: { prefix: 'CG', names: 'item' },
      width: 200,
      help: { zh: '空着自动编，如“CG-1124-0382 抽纸”', en: 'Given by itself: CG-1124-0382 抽纸' },
    },
  ),
  request: reference('purchaseRequests', { zh: '申购单', en: 'Request' }, { required: true }),
  supplier: reference('suppliers', { zh: '供应商', en: 'Supplier' }, { required: true }),
  item: reference('items', { zh: '物品', en: 'Item' }, { required: true, width: 220 }),
  quantity: quantity({ zh: '订购数量', en: 'Quantity' }, { required: true, min: 0 }),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { help: { zh: '空着就是目录里的单位', en: 'Blank: the unit of the catalogue' } },
  ),
  price: money({ zh: '单价', en: 'Unit price' }, { required: true, min: 0 }),
  due: date({ zh: '到货期', en: 'Due' }, { required: true }),
  buyer: reference('people', { zh: '采购人', en: 'Bought by' }, { required: true }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      ordered: { zh: '已订购', en: 'Ordered' },
      closed: { zh: '已结单', en: 'Closed' },
      cancelled: { zh: '已取消', en: 'Cancelled' },
    },
    { required: true },
  ),
  note: text({ zh: '备注', en: 'Note' }),
};

const isKept = (row: Row): boolean => valueAt(row, 'state') !== 'cancelled';

const worthOf = (row: Row): number | undefined => {
  const [price, wanted] = [numberAt(row, 'price'), numberAt(row, 'quantity')];
  return price === undefined || wanted === undefined ? undefined : price * wanted;
};

/** 采购订单 Orders (A4, A5; R1, R5): what was ordered of whom on which request, at which price, due by when. */
export const orders = defineRegister({
  key: 'orders',
  title: { zh: '采购订单', en: 'Orders' },
  purpose: {
    zh: '批准的申购向哪家订了多少、什么价、哪天到',
    en: 'What was ordered of whom, how much, at which price, due when',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  happened: 'ordered',
  isOver: hasArrived,
  print: {
    slips: [
      {
        title: { zh: '采购单', en: 'Order' },
        columns: ['name', 'ordered', 'supplier', 'item', 'quantity', 'unit', 'price', 'due'],
        signatures: [
          { zh: '采购人', en: 'Bought by' },
          { zh: '后勤主任', en: 'Director' },
        ],
      },
    ],
  },
  rules: [
    unique({ columns: ['name'] }),
    stockUnit({ item: 'item', unit: 'unit' }),
    inOrder({ from: 'ordered', until: 'due' }),
    agrees({ link: 'request', to: 'purchaseRequests', mine: 'item', theirs: 'item' }),
    orderedAsDecided({
      request: 'request',
      supplier: 'supplier',
      price: 'price',
      ordered: 'ordered',
    }),
    boughtUnquoted({ request: 'request', columns: ['price', 'quantity', 'state'] }),
    soundSupplier({ supplier: 'supplier', ordered: 'ordered' }),
    notBeyond({
      link: 'request',
      to: 'purchaseRequests',
      at: 'quantity',
      columns: ['item', 'unit', 'state'],
      reads: ['items'],
      severity: 'look',
      amounts: (world) => {
        const catalogue = catalogueOf(world.rows('items'));
        return (row) => (isKept(row) ? quantityOf(row, catalogue) : undefined);
      },
      allowed: (world) => {
        const catalogue = catalogueOf(world.rows('items'));
        return (request) => quantityOf(request, catalogue);
      },
      message: (_row, sum, asked) => ({
        zh: `申购 ${written(asked)}，订购 ${written(sum)}，请核对数量`,
        en: `${written(asked)} asked for, ${written(sum)} ordered: check`,
      }),
    }),
    arrivedInTime({ due: 'due', state: 'state', columns: ['quantity', 'name'] }),
  ],
  figures: {
    ordered: count({
      title: { zh: '采购订单', en: 'Orders' },
      unit: { zh: '单', en: 'orders' },
      counts: { zh: '订购日期在期内、未取消的', en: 'Ordered in the period and not cancelled' },
      happened: 'ordered',
      where: isKept,
    }),
    worth: total({
      title: { zh: '订购金额', en: 'Worth of the orders' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内未取消订单的数量乘单价', en: 'Quantity times price, not cancelled' },
      happened: 'ordered',
      where: isKept,
      amounts: () => worthOf,
    }),
    whole: toldShare({
      title: { zh: '订单到齐率', en: 'Orders that came whole' },
      counts: {
        zh: '期内到货期已过的订单中按数到齐的',
        en: 'Of the orders whose day is over, those that came whole',
      },
      happened: 'ordered',
      target: 95,
      tells: (_rows, world) => {
        const arrived = hasArrived(world);
        const today = dayOf(world.now);
        return (row) =>
          isKept(row) && textAt(row, 'due') !== '' && textAt(row, 'due') < today
            ? arrived(row)
            : undefined;
      },
    }),
  },
  breakdowns: {
    bySupplier: splitBy({
      title: { zh: '各供应商订购金额', en: 'Orders by supplier' },
      unit: { zh: '元', en: 'yuan' },
      happened: 'ordered',
      where: isKept,
      names: () => (row) => textAt(row, 'supplier').trim(),
      amounts: () => worthOf,
    }),
  },
  report: {
    section: 'stores',
    sentences: ['订购{ordered|compared}，金额{worth|compared}，到齐率{whole}。'],
    shortcomings: {
      whole: {
        says: '订的货没有按期到齐',
        effect: '库存接不上',
        measure: '到货期前一天联系供应商，误期的记入供应商评价',
      },
    },
  },
  demo: demoOrders,
});
