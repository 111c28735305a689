import { costOf, foodKinds } from '../../calculations/food-deliveries.ts';
import { demoDeliveries } from '../../demo/deliveries.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { limits } from '../../rules/limits.ts';
import { needed } from '../../rules/needed.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { shelfLife } from '../../rules/shelf-life.ts';
import { tooOften } from '../../rules/too-often.ts';
import { validThen } from '../../rules/valid-then.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { clip, monthAndDay, written } from '../../wording.ts';
import { columns, greens, load, ofGoods, ofLoad, oneLoad } from './delivery-sheet.ts';

const accepted = (row: Row): boolean => valueAt(row, 'result') === 'accepted';
const returned = (row: Row): boolean => valueAt(row, 'result') === 'returned';

/**
 * 进货验收 Deliveries to the canteen (C6; R2, R5). 食品安全法第五十条、第五十三条 and
 * 《学校食品安全与营养健康管理规定》 on 进货查验: name, quantity, day of production, shelf life, supplier and papers of
 * whatever comes in; no meat without quarantine and inspection; nothing past its day.
 */
export const deliveries = defineRegister({
  key: 'deliveries',
  title: { zh: '进货验收', en: 'Deliveries' },
  purpose: {
    zh: '食堂每次进货：查票、查证、查日期、称重，不合格当场退',
    en: 'What comes into the canteen: papers, dates, weight; what fails goes back at once',
  },
  workbook: 'canteen',
  columns,
  happened: 'arrived',
  looksBack: 31,
  form: {
    audience: 'staff',
    intro: { zh: '一样货一次；整车请用“一车货”。', en: 'One kind; for a load use its sheet.' },
    asks: [...ofLoad, ...ofGoods],
    example: { ...load, ...greens, goods: '小白菜', quantity: 30, price: 3.6 },
  },
  batches: [oneLoad],
  print: {
    signatures: [
      { zh: '验收人', en: 'Accepted by' },
      { zh: '复核人', en: 'Second person' },
    ],
    slips: [
      {
        title: { zh: '食堂进货验收单', en: 'Receipt of goods' },
        columns: ['arrived', ...ofLoad, ...ofGoods],
        signatures: [
          { zh: '送货人', en: 'Brought by' },
          { zh: '验收人', en: 'Accepted by' },
          { zh: '复核人', en: 'Second person' },
        ],
      },
    ],
  },
  rules: [
    shelfLife({
      arrived: 'arrived',
      produced: 'produced',
      shelfDays: 'shelfDays',
      columns: ['result'],
      kept: accepted,
      freshShare: (world) => world.settings.number('deliveries.freshShare'),
    }),
    validThen({
      link: 'supplier',
      to: 'suppliers',
      happened: 'arrived',
      until: (supplier) => textAt(supplier, 'licenceUntil'),
      message: (_name, until) => ({
        zh: `供货商许可证${monthAndDay(until)}到期，请停收换证`,
        en: `The supplier's licence ended on ${until}: take nothing until renewed`,
      }),
    }),
    needed({
      key: 'accepted',
      columns: ['ticket', 'witness'],
      reads: ['result'],
      when: accepted,
      because: { zh: '收货', en: 'Accepted' },
    }),
    needed({
      key: 'meat',
      columns: ['certificate'],
      reads: ['kind', 'result'],
      when: (row) => accepted(row) && valueAt(row, 'kind') === 'meat',
      because: { zh: '收了肉', en: 'Meat' },
    }),
    needed({
      key: 'packaged',
      columns: ['produced', 'shelfDays'],
      reads: ['kind', 'result'],
      when: (row) =>
        accepted(row) && ['staples', 'dairy', 'seasoning', 'frozen'].includes(textAt(row, 'kind')),
      because: { zh: '包装食品', en: 'Packaged food' },
    }),
    limits({
      at: 'temperature',
      columns: ['kind', 'result'],
      catches: { zh: '冷冻食品化了还收', en: 'Frozen food taken in thawed' },
      most: (row, world) =>
        accepted(row) && valueAt(row, 'kind') === 'frozen'
          ? world.settings.number('deliveries.frozen')
          : undefined,
      message: (degrees, most) => ({
        zh: `到货 ${written(degrees)}℃，应在 ${most}℃ 以下，请退货`,
        en: `${degrees} ℃ on arrival, at most ${most}: send it back`,
      }),
    }),
    needed({
      key: 'returned',
      columns: ['reason'],
      reads: ['result'],
      when: returned,
      because: { zh: '退回', en: 'Returned' },
    }),
    secondPerson({
      checker: 'witness',
      others: ['acceptedBy'],
      message: () => ({ zh: '验收和复核是同一人，请换人', en: 'Two people must accept goods' }),
    }),
    tooOften({
      at: 'supplier',
      happened: 'arrived',
      columns: ['result'],
      of: () => (row) => (returned(row) ? plain(textAt(row, 'supplier')) : ''),
      times: (world) => world.settings.number('deliveries.returns'),
      days: (world) => world.settings.number('deliveries.returnDays'),
      message: (supplier, times, days) => ({
        zh: `${clip(supplier, 8)}${days}天退货${times}次，请约谈或更换`,
        en: `${supplier}: ${times} returns within ${days} days: talk to them or change`,
      }),
    }),
  ],
  settings: {
    freshShare: {
      kind: 'number',
      title: { zh: '保质期剩余少于多少要提醒', en: 'Look when less shelf life is left than' },
      unit: { zh: '%', en: '%' },
      default: 33,
      source: '惯例：收货时剩余保质期不少于三分之一',
    },
    frozen: {
      kind: 'number',
      title: { zh: '冷冻食品到货不高于', en: 'Frozen food at most' },
      unit: { zh: '℃', en: '℃' },
      default: -9,
      source: '餐饮服务食品安全操作规范：冷冻食品表面温度不高于 -9℃',
    },
    returns: {
      kind: 'number',
      title: { zh: '退货几次要约谈', en: 'So many returns call for a talk' },
      unit: { zh: '次', en: 'times' },
      default: 2,
      source: 'R2 定点采购',
    },
    returnDays: inDays({ zh: '退货在多少天内算', en: 'Returns within' }, 30, '惯例'),
  },
  figures: {
    accepted: count({
      title: { zh: '进货验收', en: 'Deliveries checked' },
      unit: { zh: '批次', en: 'deliveries' },
      counts: { zh: '期内登记的进货（一样货一批次）', en: 'Goods that came in, one a row' },
      happened: 'arrived',
    }),
    sound: share({
      title: { zh: '进货合格率', en: 'Goods accepted' },
      counts: { zh: '期内进货中合格收下的', en: 'Of the goods that came in, accepted' },
      happened: 'arrived',
      where: accepted,
      target: 98,
    }),
    papers: share({
      title: { zh: '索证索票率', en: 'With delivery note' },
      counts: { zh: '期内收下的货中有送货单号的', en: 'Of the goods accepted, with a note' },
      happened: 'arrived',
      among: accepted,
      where: (row) => textAt(row, 'ticket').trim() !== '',
      target: 100,
    }),
    spent: total({
      title: { zh: '食堂进货金额', en: 'Spent on food' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内收下的数量乘单价', en: 'Quantity accepted times price' },
      happened: 'arrived',
      where: accepted,
      amounts: () => costOf,
    }),
  },
  breakdowns: {
    returnsBySupplier: splitBy({
      title: { zh: '各供货商退货', en: 'Returns by supplier' },
      unit: { zh: '批次', en: 'deliveries' },
      happened: 'arrived',
      where: returned,
      names: () => (row) => textAt(row, 'supplier'),
    }),
    spentByKind: splitBy({
      title: { zh: '各类食材进货金额', en: 'Spent by kind' },
      unit: { zh: '元', en: 'yuan' },
      happened: 'arrived',
      where: accepted,
      names: () => (row) =>
        Object.entries(foodKinds).find(([key]) => key === textAt(row, 'kind'))?.[1].zh ?? '',
      amounts: () => costOf,
    }),
  },
  report: {
    section: 'canteen',
    sentences: ['食堂进货验收{accepted|compared}，合格率{sound}，索证索票率{papers}。'],
    indicators: ['sound'],
    shortcomings: {
      sound: {
        says: '进货质量不稳定',
        effect: '退货影响当餐用料',
        measure: '退货两次的供货商约谈，三次更换',
      },
      papers: {
        says: '进货票据不齐',
        effect: '出现问题无法追溯',
        measure: '无票不卸货，验收人当场拍照留存',
      },
    },
  },
  demo: demoDeliveries,
});
