import { itemCategories } from '../../calculations/item-categories.ts';
import { purchasesToRestock, suppliedShare } from '../../calculations/restocking.ts';
import { choice, code, money, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoItems } from '../../demo/items.ts';
import type { Measured } from '../../figure.ts';
import type { PlanMonth, Purchase } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { together } from '../../rules/together.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import type { LocalDate } from '../../values.ts';

const columns = {
  code: code(
    { zh: '物品编号', en: 'Code' },
    { required: true, help: { zh: '一物一号，如 QJ-001', en: 'One code an item, as QJ-001' } },
  ),
  name: text(
    { zh: '物品名称', en: 'Item' },
    {
      required: true,
      width: 220,
      help: { zh: '名称带规格，如“LED灯管 T8 16W 1.2m”', en: 'With its size: LED灯管 T8 16W 1.2m' },
    },
  ),
  category: choice({ zh: '类别', en: 'Category' }, itemCategories, { required: true }),
  unit: text(
    { zh: '单位', en: 'Unit' },
    {
      required: true,
      help: { zh: '库存按这个单位记，如 瓶、支、公斤', en: 'Stock is kept in this unit' },
    },
  ),
  packUnit: text(
    { zh: '包装单位', en: 'Pack' },
    { help: { zh: '整件的单位，如 箱；没有就空着', en: 'Such as a box; blank if none' } },
  ),
  packFactor: quantity(
    { zh: '每件数量', en: 'In a pack' },
    { min: 0, help: { zh: '1 箱有 24 瓶就填 24', en: '24 when one box holds 24' } },
  ),
  minimum: quantity(
    { zh: '最低库存', en: 'Minimum' },
    { min: 0, help: { zh: '低于它，下月计划就列入采购', en: 'Below it the plan buys' } },
  ),
  maximum: quantity(
    { zh: '最高库存', en: 'Maximum' },
    { min: 0, help: { zh: '采购补到这个数，不多存', en: 'Bought up to here, no more' } },
  ),
  price: money(
    { zh: '参考单价', en: 'Usual price' },
    { min: 0, help: { zh: '每个单位平时多少钱', en: 'What one unit usually costs' } },
  ),
  place: reference('places', { zh: '存放地点', en: 'Kept at' }, { required: true }),
  shelf: text(
    { zh: '货位', en: 'Shelf' },
    { help: { zh: '盘点表按货位排，如 A-1', en: 'Count sheets follow it' } },
  ),
  custodian: reference('people', { zh: '保管人', en: 'Custodian' }, { required: true }),
  discontinued: yesNo(
    { zh: '停用', en: 'Discontinued' },
    { help: { zh: '不再采购的填“是”，不要删行', en: 'Yes when no longer bought; keep the row' } },
  ),
};

type Item = Row<typeof columns>;

/** 物品目录 Item catalogue (A1): what the stores hold, in which unit, how much of it, and who keeps it. */
export const items = defineRegister({
  key: 'items',
  title: { zh: '物品目录', en: 'Items' },
  purpose: {
    zh: '库房所有物品的单位、最低最高库存和保管人，库管员维护',
    en: 'Units, limits and custodian of all that the stores hold, kept by the storekeeper',
  },
  workbook: 'stores',
  startsOn: true,
  columns,
  label: 'name',
  print: {
    sheets: [
      {
        kind: 'count',
        key: 'count',
        title: { zh: '盘点表', en: 'Count sheet' },
        groupBy: 'place',
        orderBy: ['shelf', 'code'],
        columns: ['shelf', 'code', 'name', 'unit'],
        blanks: [
          { zh: '实盘数', en: 'Counted' },
          { zh: '备注', en: 'Note' },
        ],
      },
    ],
    signatures: [
      { zh: '盘点人', en: 'Counted by' },
      { zh: '监盘人', en: 'Witness' },
    ],
  },
  rules: [
    unique({ columns: ['code'] }),
    unique({ columns: ['name'] }),
    together({ given: 'packUnit', needs: 'packFactor' }),
    together({ given: 'packFactor', needs: 'packUnit' }),
    rowRule<typeof columns>({
      key: 'pack-of-itself',
      columns: ['unit', 'packUnit', 'packFactor'],
      catches: {
        zh: '包装单位和单位相同，或每件数量是 0',
        en: 'A pack named like the unit, or of nothing',
      },
      finds: ({ values: { unit, packUnit, packFactor } }: Item) => {
        if (packFactor !== undefined && packFactor <= 0)
          return {
            column: 'packFactor',
            severity: 'must',
            message: { zh: '每件数量要大于 0，请核对', en: 'A pack must hold more than 0' },
          };
        return packUnit !== undefined && packUnit.trim() === unit?.trim()
          ? {
              column: 'packUnit',
              severity: 'must',
              message: {
                zh: '包装单位与单位相同，请改成整件的单位',
                en: 'The pack has the name of the unit: name the pack',
              },
            }
          : undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'minimum-over-maximum',
      columns: ['minimum', 'maximum'],
      catches: { zh: '最低库存高于最高库存', en: 'A minimum over the maximum' },
      finds: ({ values: { minimum, maximum } }: Item) =>
        minimum !== undefined && maximum !== undefined && minimum > maximum
          ? {
              column: 'minimum',
              severity: 'must',
              message: {
                zh: '最低库存高于最高库存，请核对两个数',
                en: 'The minimum is over the maximum: check both',
              },
            }
          : undefined,
    }),
  ],
  settings: {
    neededWithinDays: inDays(
      { zh: '补库物品到货期限', en: 'Stock to be topped up within' },
      10,
      '惯例：月初十天内到货',
    ),
  },
  figures: {
    kinds: {
      title: { zh: '在用物品', en: 'Items in use' },
      unit: { zh: '种', en: 'kinds' },
      better: 'neither',
      counts: { zh: '物品目录中未停用的物品', en: 'Items that are not discontinued' },
      form: 'amount',
      measure: (rows): Measured => {
        const used = rows.filter(isUsed);
        return {
          value: rows.length === 0 ? undefined : used.length,
          rows: used.map(({ id }) => id),
        };
      },
    },
    supplied: {
      title: { zh: '库存达标率', en: 'Items above their minimum' },
      unit: { zh: '%', en: '%' },
      better: 'higher',
      counts: { zh: '期末库存不低于最低库存的在用物品', en: 'Items in use at or above minimum' },
      target: 90,
      form: 'share',
      measure: suppliedShare,
    },
  },
  plan: {
    purchases,
    tasks: (rows, month, world) => {
      const kinds = purchases(rows, month, world).length;
      return kinds === 0
        ? []
        : [
            {
              key: `items-purchase-${month.month}`,
              group: 'stores',
              what: `补足低于最低库存的物品 ${kinds} 种`,
              standard: '货比三家，到货验收入库，不超最高库存',
              owner: '采购员',
              assists: '库管员',
              due: neededBy(month, world),
              note: '明细见采购与经费表',
            },
          ];
    },
  },
  report: {
    section: 'stores',
    sentences: ['库房在用物品{kinds|compared}，期末库存达标率{supplied}。'],
    indicators: ['supplied'],
    shortcomings: {
      supplied: {
        says: '部分物品低于最低库存',
        effect: '急用时领不到，临时采购价高',
        measure: '每月按最低库存列采购计划，月初十天内补齐',
      },
    },
  },
  demo: () =>
    demoItems.map(({ code, name, category, unit, pack, minimum, maximum, price, shelf }) => ({
      code,
      name,
      category,
      unit,
      ...(pack ? { packUnit: pack[0], packFactor: pack[1] } : {}),
      minimum,
      maximum,
      price,
      place: category === 'canteen' ? '食堂 冷库' : '总库房',
      shelf,
      custodian: category === 'repair' ? '丁小军' : '叶红梅',
      discontinued: false,
    })),
});

function isUsed(item: Row): boolean {
  return valueAt(item, 'discontinued') !== true && textAt(item, 'name') !== '';
}

function neededBy(month: PlanMonth, world: World): LocalDate {
  return plusDays(month.from, world.settings.number('items.neededWithinDays') - 1);
}

function purchases(rows: readonly Row[], month: PlanMonth, world: World): readonly Purchase[] {
  const names = new Map(Object.entries(itemCategories).map(([key, { zh }]) => [key, zh]));
  return purchasesToRestock(
    rows,
    world.rows('movements'),
    neededBy(month, world),
    (category) => `${names.get(category) ?? ''}补库`,
  );
}
