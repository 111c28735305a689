import { foodKinds, goodsOfLastDelivery } from '../../calculations/food-deliveries.ts';
import { choice, code, date, moment, money, quantity, reference, text } from '../../columns.ts';
import type { BatchForm } from '../../register.ts';

/** The columns of 进货验收. */
export const columns = {
  arrived: moment({ zh: '到货时间', en: 'Arrived' }, { required: true, stamped: true }),
  supplier: reference('suppliers', { zh: '供货商', en: 'Supplier' }, { required: true }),
  goods: text({ zh: '品名', en: 'Goods' }, { required: true, width: 160 }),
  kind: choice({ zh: '类别', en: 'Kind' }, foodKinds, { required: true }),
  quantity: quantity({ zh: '数量', en: 'Quantity' }, { required: true, min: 0 }),
  unit: text({ zh: '单位', en: 'Unit' }, { required: true }),
  price: money({ zh: '单价', en: 'Unit price' }, { min: 0 }),
  produced: date(
    { zh: '生产日期', en: 'Produced' },
    { help: { zh: '散装蔬菜可不填', en: 'Not needed for loose vegetables' } },
  ),
  shelfDays: quantity(
    { zh: '保质期', en: 'Shelf life' },
    { unit: { zh: '天', en: 'days' }, min: 1, max: 3650, whole: true },
  ),
  ticket: code(
    { zh: '送货单号', en: 'Delivery note' },
    { help: { zh: '票和货对得上才收', en: 'Goods and note must agree' } },
  ),
  certificate: code(
    { zh: '检疫合格证号', en: 'Certificate' },
    { help: { zh: '畜禽肉必填：检疫和肉品检验', en: 'For meat: quarantine and inspection' } },
  ),
  temperature: quantity(
    { zh: '到货温度', en: 'Temperature' },
    {
      unit: { zh: '℃', en: '℃' },
      min: -60,
      max: 60,
      help: { zh: '冷冻食品要量', en: 'For frozen food' },
    },
  ),
  result: choice(
    { zh: '验收', en: 'Result' },
    {
      accepted: { zh: '合格收下', en: 'Accepted' },
      returned: { zh: '不合格退回', en: 'Returned' },
    },
    { required: true },
  ),
  reason: text({ zh: '不合格原因', en: 'Why not' }),
  acceptedBy: reference('people', { zh: '验收人', en: 'Accepted by' }, { required: true }),
  witness: reference('people', { zh: '复核人', en: 'Second person' }),
};

/** What is asked of each kind of goods. */
export const ofGoods = [
  'goods',
  'kind',
  'quantity',
  'unit',
  'price',
  'produced',
  'shelfDays',
  'certificate',
  'temperature',
  'result',
  'reason',
] as const;

/** What is asked once of a load. */
export const ofLoad = ['supplier', 'ticket', 'acceptedBy', 'witness'] as const;

/** An everyday load, for the examples. */
export const greens = { kind: 'vegetables', unit: '公斤', result: 'accepted' } as const;
export const load = {
  supplier: '绿源蔬菜批发部',
  ticket: 'LY-1124',
  acceptedBy: '林小梅',
  witness: '张桂兰',
} as const;

/** 一车货: the twenty to forty goods of one delivery, weighed one by one and signed for once (M). */
export const oneLoad: BatchForm<typeof columns> = {
  key: 'load',
  title: { zh: '一车货', en: 'A delivery' },
  audience: 'staff',
  intro: {
    zh: '已按该供货商上次的货列好，逐样称重，签一次名。',
    en: 'Prefilled with what this supplier brought last: weigh each, sign once.',
  },
  shared: ofLoad,
  each: ofGoods,
  rows: (world, shared) => goodsOfLastDelivery(world, String(shared.supplier ?? '')),
  untouched: 'leftOut',
  example: {
    shared: load,
    rows: [
      { ...greens, goods: '小白菜', quantity: 30, price: 3.6 },
      { ...greens, goods: '土豆', quantity: 60, price: 2.8 },
    ],
  },
};
