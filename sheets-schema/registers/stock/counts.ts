import { adjustmentOf } from '../../calculations/into-the-ledger.ts';
import { nameAt, nameKey, rowsByName } from '../../calculations/named-rows.ts';
import { itemName } from '../../calculations/stock.ts';
import { countedName, itemsToCount, lastDayOf } from '../../calculations/stocktaking.ts';
import type { Columns } from '../../columns.ts';
import { code, moment, quantity, reference, text } from '../../columns.ts';
import { demoCounts } from '../../demo/stocktakes.ts';
import { count } from '../../figures/count.ts';
import {
  asInTheLedger,
  itemsCounted,
  longestSinceCount,
  missingWorth,
} from '../../figures/counted.ts';
import { defineRegister } from '../../register.ts';
import { textAt, type Values } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { campaignServed } from '../../rules/campaign-served.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { countedTwice, difference, notCountedLately } from '../../rules/stock-count.ts';
import { stockUnit } from '../../rules/stock-unit.ts';
import { inDays } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import { dayOf } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  at: moment({ zh: '盘点时间', en: 'Counted at' }, { required: true, stamped: true }),
  stocktake: reference('stocktakes', { zh: '盘点', en: 'Stocktake' }, { required: true }),
  code: code(
    { zh: '物品编号', en: 'Code' },
    { help: { zh: '扫码或填编号，也可只选物品', en: 'Scan or type it, or choose the item' } },
  ),
  item: reference('items', { zh: '物品', en: 'Item' }, { width: 220 }),
  counted: quantity(
    { zh: '实盘数', en: 'Counted' },
    {
      required: true,
      min: 0,
      help: { zh: '点到多少填多少，没有填 0', en: '0 when there is none' },
    },
  ),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { help: { zh: '空着就是目录里的单位', en: 'Blank: the unit of the catalogue' } },
  ),
  place: reference(
    'places',
    { zh: '地点', en: 'Place' },
    { help: { zh: '一样物品放两处，分两行填', en: 'One line for each place' } },
  ),
  counter: reference('people', { zh: '盘点人', en: 'Counted by' }, { required: true }),
  cause: text(
    { zh: '差异原因', en: 'Cause' },
    { help: { zh: '盘点结束后，账物不符的写明原因', en: 'When count and ledger differ' } },
  ),
  approvedBy: reference(
    'people',
    { zh: '同意调整人', en: 'Adjustment approved by' },
    { help: { zh: '填了名字，调整自动记入流水', en: 'Once filled, the ledger is adjusted' } },
  ),
};

/**
 * 盘点记录 Counts (A3, R1: 账物相符). The count is blind: no form shows what the ledger says, and no finding speaks of
 * it before the stocktake has ended. A difference with its cause and an approval becomes an adjustment by itself.
 */
export const counts = defineRegister({
  key: 'counts',
  title: { zh: '盘点记录', en: 'Counts' },
  purpose: {
    zh: '盘点时点到的数，一样物品一行，不看账',
    en: 'What was counted, one line an item, without a look at the ledger',
  },
  workbook: 'stores',
  columns,
  happened: 'at',
  needs: ({ now }) => new Map([['counts', plusDays(dayOf(now), -366)]]),
  form: {
    audience: 'staff',
    intro: {
      zh: '扫编号或选物品，点到多少填多少。',
      en: 'Scan or choose an item; enter what is there.',
    },
    asks: ['stocktake', 'code', 'item', 'counted', 'unit', 'place', 'counter'],
    example: {
      stocktake: '清洁用品抽盘',
      item: '塑料扫把 软毛',
      counted: 17,
      unit: '把',
      place: '总库房',
      counter: '叶红梅',
    },
  },
  batches: [
    {
      key: 'shelf',
      title: { zh: '按货位盘点', en: 'Count by shelf' },
      audience: 'staff',
      intro: {
        zh: '按货位顺序逐样点，点到的填数，没点到的留空。',
        en: 'In the order of the shelves; leave blank what was not counted.',
      },
      shared: ['stocktake', 'counter'],
      each: ['code', 'item', 'unit', 'place', 'counted'],
      rows: countSheet,
      untouched: 'leftOut',
      example: {
        shared: { stocktake: '清洁用品抽盘', counter: '叶红梅' },
        rows: [{ item: '塑料扫把 软毛', unit: '把', place: '总库房', counted: 17 }],
      },
    },
    {
      key: 'codes',
      title: { zh: '扫码盘点', en: 'Count by code' },
      audience: 'staff',
      intro: { zh: '连续扫码或粘贴编号，每样填实盘数。', en: 'Scan or paste codes, one a line.' },
      shared: ['stocktake', 'counter', 'place'],
      each: ['code', 'counted'],
      rows: () => [],
      untouched: 'leftOut',
      example: {
        shared: { stocktake: '清洁用品抽盘', counter: '叶红梅', place: '总库房' },
        rows: [{ code: 'QJ-010', counted: 17 }],
      },
    },
  ],
  print: {
    signatures: [
      { zh: '盘点人', en: 'Counted by' },
      { zh: '监盘人', en: 'Witness' },
      { zh: '财务', en: 'Finance' },
    ],
  },
  rules: [
    rowRule<typeof columns>({
      key: 'nameless',
      columns: ['code', 'item'],
      catches: { zh: '没写盘的是哪样物品', en: 'It does not say what was counted' },
      finds: ({ values: { code: said, item } }) =>
        said === undefined && item === undefined
          ? {
              column: 'item',
              severity: 'must',
              message: { zh: '请选物品或填物品编号', en: 'Choose the item or enter its code' },
            }
          : undefined,
    }),
    unknownCode(),
    stockUnit({ item: 'item', unit: 'unit' }),
    countedTwice({ of: 'item', code: 'code', campaign: 'stocktake', place: 'place' }),
    campaignServed({
      campaign: 'stocktake',
      to: 'stocktakes',
      of: 'item',
      reads: ['items'],
      due: lastDayOf,
      expected: (world) => (campaign) => itemsToCount(world.rows('items'), campaign).map(itemName),
      name: (world) => countedName(world.rows('items')),
      message: (campaign, left) => ({
        zh: `${clip(campaign, 11)}漏盘${left.length}样，如${clip(left[0], 5)}，请补盘`,
        en: `${campaign}: ${left.length} not counted, such as ${left[0]}`,
      }),
    }),
    difference({ at: 'counted', cause: 'cause', columns: ['stocktake', 'item', 'code', 'unit'] }),
    notCountedLately({ happened: 'at', of: 'item' }),
  ],
  opens: [{ into: 'movements', from: adjustmentOf }],
  settings: {
    staleDays: inDays({ zh: '多少天没盘要提醒', en: 'An item not counted for' }, 35, 'R1 月月盘点'),
  },
  figures: {
    entries: count({
      title: { zh: '盘点登记', en: 'Counts' },
      unit: { zh: '条', en: 'counts' },
      counts: { zh: '期内的盘点记录', en: 'Counts of the period' },
      happened: 'at',
    }),
    covered: itemsCounted(100),
    exact: asInTheLedger(98),
    lost: missingWorth(),
    staleness: longestSinceCount(),
  },
  report: {
    section: 'stores',
    sentences: ['盘点物品{covered}，账物相符率{exact}，盘亏{lost}；最久没盘的物品已{staleness}。'],
    indicators: ['exact'],
    shortcomings: {
      exact: {
        says: '账物没有全部相符',
        effect: '库存数不准，采购和领用都受影响',
        measure: '差异当月查明原因并调整，领用当场登记',
      },
      covered: {
        says: '有的物品没有盘到',
        effect: '账物是否相符说不清',
        measure: '按货位顺序逐样盘，漏盘的三天内补盘',
      },
    },
  },
  demo: demoCounts,
});

function unknownCode() {
  return preparedRowRule<typeof columns>({
    key: 'unknown-code',
    columns: ['code', 'item'],
    reads: ['items'],
    catches: { zh: '物品编号不在目录里，或与物品不符', en: 'A code that the catalogue lacks' },
    finds: (world) => {
      const nameOf = countedName(world.rows('items'));
      return (row) => {
        const { code: said, item } = row.values;
        if (said === undefined || world.rows('items').length === 0) return undefined;
        const coded = nameOf({ ...row, values: { code: said } });
        if (coded !== '' && (item === undefined || nameAt(row, 'item') === nameKey(coded)))
          return undefined;
        return {
          column: 'code',
          severity: 'must',
          message:
            coded === ''
              ? { zh: `目录里没有编号“${clip(said, 10)}”，请核对`, en: `No item has code ${said}` }
              : {
                  zh: `编号是“${clip(coded, 10)}”的，请核对物品`,
                  en: `This is the code of ${coded}: check the item`,
                },
        };
      };
    },
  });
}

/** The items of a stocktake in the order of the shelves, without a word of what the ledger says. */
function countSheet(world: World, shared: Values<Columns>): readonly Values<typeof columns>[] {
  const campaign = rowsByName(world, 'stocktakes').get(nameKey(String(shared.stocktake ?? '')));
  return campaign === undefined
    ? []
    : itemsToCount(world.rows('items'), campaign).map((item) => ({
        code: textAt(item, 'code') || undefined,
        item: itemName(item),
        unit: textAt(item, 'unit') || undefined,
        place: textAt(item, 'place') || undefined,
      }));
}
