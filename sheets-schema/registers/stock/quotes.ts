import { nameAt, nameKey, rowsByName } from '../../calculations/named-rows.ts';
import { requestWorth } from '../../calculations/purchasing.ts';
import { catalogueOf, factorOf, itemOf } from '../../calculations/stock.ts';
import { date, money, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoQuotes } from '../../demo/purchasing.ts';
import { comparedPurchases, savedByComparison } from '../../figures/quotes.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import type { Rule, World } from '../../rule.ts';
import { agrees } from '../../rules/agrees.ts';
import { band } from '../../rules/band.ts';
import { threeQuotes } from '../../rules/three-quotes.ts';
import { unique } from '../../rules/unique.ts';
import { localDate } from '../../values.ts';
import { clip, written } from '../../wording.ts';

const columns = {
  quoted: date({ zh: '询价日期', en: 'Quoted' }, { required: true }),
  request: reference('purchaseRequests', { zh: '申购单', en: 'Request' }, { required: true }),
  item: reference('items', { zh: '物品', en: 'Item' }, { width: 220 }),
  supplier: reference('suppliers', { zh: '供应商', en: 'Supplier' }, { required: true }),
  price: money(
    { zh: '单价', en: 'Unit price' },
    { required: true, min: 0, help: { zh: '每个单位多少钱，含运费', en: 'Of one, brought here' } },
  ),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { help: { zh: '三家用同一个单位报价', en: 'All three in the same unit' } },
  ),
  days: quantity(
    { zh: '几天到货', en: 'Days to deliver' },
    { unit: { zh: '天', en: 'days' }, min: 0 },
  ),
  chosen: yesNo({ zh: '选定', en: 'Chosen' }),
  reason: text(
    { zh: '选定理由', en: 'Why' },
    { help: { zh: '没选最便宜的要写理由', en: 'When the cheapest was not taken' } },
  ),
  by: reference('people', { zh: '询价人', en: 'Asked by' }, { required: true }),
};

const threshold = (world: World): number => world.settings.number('quotes.threeFrom');

/**
 * 询价比价 Quotes (A5; R2, R5: 货比三家). Three suppliers say the price of one in the same unit; dearer needs a
 * reason; a price far from what the item costs is looked at.
 */
export const quotes = defineRegister({
  key: 'quotes',
  title: { zh: '询价比价', en: 'Quotes' },
  purpose: {
    zh: '每家报的单价，选了哪家、为什么，采购员登记',
    en: 'What each supplier asks, who was chosen and why, entered by the buyer',
  },
  workbook: 'stores',
  columns,
  happened: 'quoted',
  batches: [
    {
      key: 'three',
      title: { zh: '货比三家', en: 'Three quotes' },
      audience: 'staff',
      intro: { zh: '一张申购单填三家报价，选定一家。', en: 'Three suppliers for one request.' },
      shared: ['quoted', 'request', 'item', 'unit', 'by'],
      each: ['supplier', 'price', 'days', 'chosen', 'reason'],
      rows: () => [],
      untouched: 'leftOut',
      example: {
        shared: {
          quoted: localDate.parse('2026-11-24'),
          request: 'SG-急 LED灯管 T8 16W 1.2m',
          item: 'LED灯管 T8 16W 1.2m',
          unit: '箱',
          by: '吴晓琳',
        },
        rows: [
          { supplier: '安固五金建材店', price: 290, chosen: true },
          { supplier: '通达五金批发', price: 305 },
          { supplier: '万家日用百货', price: 298 },
        ],
      },
    },
  ],
  print: {
    signatures: [
      { zh: '询价人', en: 'Asked by' },
      { zh: '后勤主任', en: 'Director' },
    ],
  },
  rules: [
    unique({
      columns: ['request', 'supplier'],
      message: () => ({ zh: '这家报过价了，请只留一行', en: 'This supplier stands twice' }),
    }),
    agrees({ link: 'request', to: 'purchaseRequests', mine: 'item', theirs: 'item' }),
    compared(),
    band({
      of: 'item',
      at: 'price',
      reads: ['items'],
      values: (world) => {
        const catalogue = catalogueOf(world.rows('items'));
        return (row) => {
          const item = itemOf(row, catalogue);
          const factor = item && factorOf(item, textAt(row, 'unit'));
          const price = numberAt(row, 'price');
          return price === undefined || factor === undefined ? undefined : price / factor;
        };
      },
      usual: (world) => {
        const catalogue = catalogueOf(world.rows('items'));
        return (item) => catalogue.get(item)?.price;
      },
      percent: (world) => world.settings.number('quotes.band'),
      message: (_row, price, usual) => ({
        zh: `报价合 ${cents(price)} 元，平时约 ${cents(usual)} 元，请核对`,
        en: `¥${cents(price)} a unit, usually about ¥${cents(usual)}: check`,
      }),
    }),
    chosenTwice(),
  ],
  settings: {
    threeFrom: {
      kind: 'number',
      title: { zh: '满多少要货比三家', en: 'Three quotes from' },
      unit: { zh: '元', en: 'yuan' },
      default: 1000,
      source: 'R2、R5 货比三家；金额由学校定',
    },
    band: {
      kind: 'number',
      title: { zh: '报价偏离平时多少要核对', en: 'Check quotes that differ from the usual by' },
      unit: { zh: '%', en: '%' },
      default: 40,
      source: 'R2、R5 掌握价格变动',
    },
  },
  figures: {
    compared: comparedPurchases(threshold, 100),
    saved: savedByComparison(),
  },
  report: {
    section: 'stores',
    sentences: ['达到标准的采购货比三家{compared}，比三家均价节约{saved|compared}。'],
    indicators: ['compared'],
    shortcomings: {
      compared: {
        says: '有的采购没有货比三家',
        effect: '价格高低说不清',
        measure: '满标准的采购先填三家报价再订货',
      },
    },
  },
  demo: demoQuotes,
});

/** 货比三家, with what each request is worth worked out once. */
function compared(): Rule<keyof typeof columns> {
  const ruleFor = (worth: ReadonlyMap<string, number>) =>
    threeQuotes({
      of: 'request',
      supplier: 'supplier',
      price: 'price',
      chosen: 'chosen',
      reason: 'reason',
      threshold,
      amount: (name) => worth.get(nameKey(name)),
      reads: ['purchaseRequests', 'items'],
      message: {
        few: (name, suppliers) => ({
          zh: `${clip(name, 14)}只有${suppliers}家报价，请补足三家`,
          en: `${name}: only ${suppliers} quotes, three are needed`,
        }),
        dear: (_name, price, cheapest) => ({
          zh: `选了 ${price} 元，最低 ${cheapest} 元，请写理由`,
          en: `¥${price} chosen, the cheapest is ¥${cheapest}: say why`,
        }),
      },
    });
  return {
    ...ruleFor(new Map()),
    check: (register, rows, world) => {
      const catalogue = catalogueOf(world.rows('items'));
      const worth = [...rowsByName(world, 'purchaseRequests')].flatMap(([name, request]) => {
        const yuan = requestWorth(request, catalogue);
        return yuan === undefined ? [] : [[name, yuan] as const];
      });
      return ruleFor(new Map(worth)).check(register, rows, world);
    },
  };
}

/** One quote of a request is chosen, not two. */
function chosenTwice(): Rule<'request' | 'chosen'> {
  return {
    key: 'chosen-twice',
    columns: ['request', 'chosen'],
    reads: [],
    catches: { zh: '同一申购选了两家', en: 'Two suppliers chosen for one request' },
    check: (register, rows) => {
      const seen = new Set<string>();
      return rows
        .filter((row) => row.values.chosen === true && nameAt(row, 'request') !== '')
        .toSorted((a, b) => (a.sequence < b.sequence ? -1 : 1))
        .flatMap((row: Row) => {
          const request = nameAt(row, 'request');
          if (!seen.has(request)) {
            seen.add(request);
            return [];
          }
          return [
            {
              register: register.key,
              rule: 'chosen-twice',
              row: row.id,
              column: 'chosen',
              severity: 'must' as const,
              message: { zh: '同一申购选了两家，请只选一家', en: 'Two are chosen: choose one' },
            },
          ];
        });
    },
  };
}

function cents(yuan: number): string {
  return written(Math.round(yuan * 100) / 100);
}
