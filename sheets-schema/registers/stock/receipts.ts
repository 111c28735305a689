import { stockedFrom } from '../../calculations/into-the-ledger.ts';
import { linesOfOpenOrders, supplierOf } from '../../calculations/purchasing.ts';
import { choice, code, moment, photo, quantity, reference, text } from '../../columns.ts';
import { demoReceipts } from '../../demo/purchasing.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import { agrees } from '../../rules/agrees.ts';
import { needed } from '../../rules/needed.ts';
import {
  addsUp,
  checkedByBuyer,
  failingSupplier,
  takenBeyondOrder,
} from '../../rules/receipt-checks.ts';
import { signedBy } from '../../rules/signed-by.ts';
import { stockUnit } from '../../rules/stock-unit.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';

const columns = {
  received: moment({ zh: '到货时间', en: 'Received' }, { required: true, stamped: true }),
  name: text(
    { zh: '验收单', en: 'Receipt' },
    {
      numbered: { prefix: 'YS', names: 'item' },
      width: 200,
      help: { zh: '空着自动编，如“YS-1124-0382 抽纸”', en: 'Given by itself: YS-1124-0382 抽纸' },
    },
  ),
  order: reference('orders', { zh: '采购单', en: 'Order' }, { required: true }),
  item: reference('items', { zh: '物品', en: 'Item' }, { required: true, width: 220 }),
  quantity: quantity({ zh: '到货数量', en: 'Arrived' }, { required: true, min: 0 }),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { help: { zh: '空着就是目录里的单位', en: 'Blank: the unit of the catalogue' } },
  ),
  accepted: quantity({ zh: '合格数量', en: 'Accepted' }, { min: 0 }),
  rejected: quantity({ zh: '不合格数量', en: 'Rejected' }, { min: 0 }),
  fault: text(
    { zh: '质量问题', en: 'What is wrong' },
    { help: { zh: '破损、规格不符、临期等', en: 'Broken, another size, nearly expired' } },
  ),
  handling: choice(
    { zh: '不合格处理', en: 'Handled by' },
    {
      returned: { zh: '退货', en: 'Returned' },
      exchanged: { zh: '换货', en: 'Exchanged' },
      reduced: { zh: '降价收下', en: 'Kept at a lower price' },
    },
  ),
  checkedBy: reference(
    'people',
    { zh: '验收人', en: 'Checked by' },
    { help: { zh: '采购人不能自己验收', en: 'Not whoever bought it' } },
  ),
  invoice: code(
    { zh: '发票号', en: 'Invoice' },
    { help: { zh: '一张发票的几样货填同一个号', en: 'The same for all goods on one invoice' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

/** What is entered of each kind of goods. */
const ofGoods = [
  'order',
  'item',
  'quantity',
  'unit',
  'accepted',
  'rejected',
  'fault',
  'handling',
] as const;

const isRejected = (row: Row): boolean => (numberAt(row, 'rejected') ?? 0) > 0;
const isChecked = (row: Row): boolean => textAt(row, 'checkedBy') !== '';

/**
 * 到货验收 Receipts (A5b, R2): accepted, rejected, returned, by whom. That bought goods deviate in quality is one of
 * the buyer's two fears; so goods are checked by somebody else than the buyer, and only what was accepted goes into
 * stock, by itself.
 */
export const receipts = defineRegister({
  key: 'receipts',
  title: { zh: '到货验收', en: 'Receipts' },
  purpose: {
    zh: '到货当场点数看质量，合格的自动入库',
    en: 'Counted and looked at on arrival; what is accepted goes into stock',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  happened: 'received',
  looksBack: 62,
  form: {
    audience: 'staff',
    intro: { zh: '先点数，再看质量，不合格的拍照。', en: 'Count, look, and photograph faults.' },
    asks: [...ofGoods, 'checkedBy', 'invoice', 'photo'],
    example: {
      order: 'CG-补货 硒鼓 388A',
      item: '硒鼓 388A',
      quantity: 2,
      unit: '个',
      accepted: 2,
      rejected: 0,
      checkedBy: '叶红梅',
    },
  },
  batches: [
    {
      key: 'delivery',
      title: { zh: '一车货验收', en: 'One delivery' },
      audience: 'staff',
      intro: {
        zh: '没到的订单已列出，到了的改数量，没到的不动。',
        en: 'Open orders; change what came, leave the rest.',
      },
      shared: ['received', 'checkedBy', 'invoice'],
      each: ofGoods,
      rows: linesOfOpenOrders,
      untouched: 'leftOut',
      example: {
        shared: { checkedBy: '叶红梅' },
        rows: [
          {
            order: 'CG-补货 硒鼓 388A',
            item: '硒鼓 388A',
            quantity: 2,
            unit: '个',
            accepted: 2,
          },
        ],
      },
    },
  ],
  print: {
    slips: [
      {
        title: { zh: '到货验收单', en: 'Receipt' },
        columns: ['name', 'received', ...ofGoods, 'invoice'],
        signatures: [
          { zh: '送货人', en: 'Brought by' },
          { zh: '验收人', en: 'Checked by' },
          { zh: '库管员', en: 'Storekeeper' },
        ],
      },
    ],
  },
  rules: [
    unique({ columns: ['name'] }),
    stockUnit({ item: 'item', unit: 'unit' }),
    agrees({ link: 'order', to: 'orders', mine: 'item', theirs: 'item' }),
    signedBy({
      by: 'checkedBy',
      happened: 'received',
      within: (world) => world.settings.number('receipts.checkDays'),
      message: { zh: '到货还没验收，请验收并签名', en: 'Received and not checked: check and sign' },
    }),
    needed({
      key: 'checked',
      columns: ['accepted'],
      reads: ['checkedBy'],
      when: isChecked,
      because: { zh: '已验收', en: 'Checked' },
    }),
    needed({
      key: 'rejected',
      columns: ['fault', 'handling'],
      reads: ['rejected'],
      when: isRejected,
      because: { zh: '有不合格', en: 'Rejected' },
    }),
    addsUp({ arrived: 'quantity', accepted: 'accepted', rejected: 'rejected' }),
    checkedByBuyer({ checkedBy: 'checkedBy', order: 'order' }),
    takenBeyondOrder({ order: 'order', quantity: 'quantity', columns: ['item', 'unit'] }),
    failingSupplier({ rejected: 'rejected', received: 'received', order: 'order' }),
  ],
  opens: [{ into: 'movements', from: stockedFrom }],
  settings: {
    checkDays: inDays({ zh: '到货几天内验收', en: 'Checked within' }, 1, 'R2 到货验收'),
    failTimes: {
      kind: 'number',
      title: { zh: '供应商几次不合格要约谈', en: 'A supplier that fails so often' },
      unit: { zh: '次', en: 'times' },
      default: 2,
      source: 'R2 商品质量有偏差',
    },
    failDays: inDays({ zh: '供应商不合格看多少天', en: 'Failures are counted over' }, 60, 'R2'),
  },
  figures: {
    received: count({
      title: { zh: '到货验收', en: 'Deliveries' },
      unit: { zh: '批', en: 'deliveries' },
      counts: { zh: '到货时间在期内的', en: 'Received in the period' },
      happened: 'received',
    }),
    checked: share({
      title: { zh: '到货验收率', en: 'Deliveries checked' },
      counts: { zh: '期内到货中有验收人的', en: 'Of the deliveries, those somebody checked' },
      happened: 'received',
      target: 100,
      where: isChecked,
    }),
    passed: share({
      title: { zh: '到货合格率', en: 'Deliveries accepted whole' },
      counts: { zh: '期内验收的到货中没有不合格的', en: 'Of those checked, without a fault' },
      happened: 'received',
      target: 97,
      among: isChecked,
      where: (row) => !isRejected(row),
    }),
  },
  breakdowns: {
    rejectedBySupplier: splitBy({
      title: { zh: '各供应商不合格到货', en: 'Rejected deliveries by supplier' },
      unit: { zh: '批', en: 'deliveries' },
      happened: 'received',
      where: isRejected,
      names: supplierOf,
    }),
  },
  report: {
    section: 'stores',
    sentences: ['到货{received|compared}，验收率{checked}，合格率{passed}。'],
    indicators: ['passed'],
    shortcomings: {
      passed: {
        says: '部分到货质量不合格',
        effect: '退换耽误使用',
        measure: '同一供应商两次不合格即约谈，三次换定点',
      },
      checked: {
        says: '有的到货没有验收',
        effect: '质量和数量说不清',
        measure: '到货当天由库管员验收签名，没验收的不入库',
      },
    },
  },
  demo: demoReceipts,
});
