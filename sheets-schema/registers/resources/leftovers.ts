import { meals } from '../../calculations/meals.ts';
import { nameAt } from '../../calculations/named-rows.ts';
import { choice, date, photo, quantity, reference, text } from '../../columns.ts';
import { demoLeftovers } from '../../demo/leftovers.ts';
import { average } from '../../figures/average.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { band } from '../../rules/band.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { rising } from '../../rules/rising.ts';
import { unique } from '../../rules/unique.ts';
import { localDate } from '../../values.ts';
import { monthAndDay } from '../../wording.ts';

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, { required: true }),
  weight: quantity(
    { zh: '剩饭剩菜', en: 'Leftovers' },
    {
      required: true,
      min: 0,
      unit: { zh: '公斤', en: 'kg' },
      help: { zh: '收餐后过秤', en: 'Weighed after the meal' },
    },
  ),
  diners: quantity(
    { zh: '就餐人数', en: 'Diners' },
    {
      min: 0,
      whole: true,
      unit: { zh: '人', en: 'people' },
      help: { zh: '食堂已登记的可不填', en: 'Not needed when the canteen entered it' },
    },
  ),
  dish: text({ zh: '剩得最多的菜', en: 'Dish left most' }),
  weighedBy: reference('people', { zh: '称重人', en: 'Weighed by' }, { required: true }),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

/** Diners of a row: as written, else as the canteen entered them for that meal. */
function dinersOf(world: World): (row: Row) => number | undefined {
  const counted = new Map(
    world
      .rows('diners')
      .map((row) => [`${textAt(row, 'day')} ${nameAt(row, 'meal')}`, numberAt(row, 'diners')]),
  );
  return (row) => {
    const diners =
      numberAt(row, 'diners') ?? counted.get(`${textAt(row, 'day')} ${nameAt(row, 'meal')}`);
    return diners === undefined || diners <= 0 ? undefined : diners;
  };
}

/** Grams left by a diner. */
function gramsEach(world: World): (row: Row) => number | undefined {
  const diners = dinersOf(world);
  return (row) => {
    const [weight, ate] = [numberAt(row, 'weight'), diners(row)];
    return weight === undefined || ate === undefined ? undefined : (weight * 1000) / ate;
  };
}

const target = 60;

/**
 * 剩饭剩菜 Leftovers (H, R5). 《反食品浪费法》第九条: 学校应当对用餐人员数量、结构进行监测、分析和评估, and mend its service
 * to waste less; so what is left is weighed and held against who ate.
 */
export const leftovers = defineRegister({
  key: 'leftovers',
  title: { zh: '剩饭剩菜', en: 'Leftovers' },
  purpose: {
    zh: '每餐剩饭剩菜过秤，看人均剩多少',
    en: 'Leftovers of each meal, weighed, and how much a diner leaves',
  },
  workbook: 'stores',
  columns,
  happened: 'day',
  looksBack: 45,
  form: {
    audience: 'staff',
    intro: { zh: '收餐后过秤，一餐一行。', en: 'Weigh after the meal, one line a meal.' },
    asks: ['day', 'meal', 'weight', 'diners', 'dish', 'weighedBy', 'photo'],
    example: {
      day: localDate.parse('2026-11-24'),
      meal: 'dinner',
      weight: 11.2,
      diners: 205,
      weighedBy: '朱丽华',
    },
  },
  rules: [
    unique({
      columns: ['meal', 'day'],
      message: () => ({ zh: '这一餐称了两次，请删一行', en: 'This meal stands twice' }),
    }),
    preparedRowRule<typeof columns>({
      key: 'diners-unknown',
      columns: ['diners', 'day', 'meal', 'weight'],
      reads: ['diners'],
      catches: { zh: '不知道多少人就餐', en: 'Nobody knows how many ate' },
      finds: (world) => {
        const diners = dinersOf(world);
        return (row) =>
          row.values.weight === undefined || diners(row) !== undefined
            ? undefined
            : {
                column: 'diners',
                severity: 'look',
                message: { zh: '没有就餐人数，请补填', en: 'How many ate? Fill it in' },
              };
      },
    }),
    rising({
      happened: 'day',
      columns: ['weight', 'diners'],
      reads: ['diners'],
      measure: (world) => {
        const diners = dinersOf(world);
        return (rows) => {
          const known = rows.flatMap((row) => {
            const [weight, ate] = [numberAt(row, 'weight'), diners(row)];
            return weight === undefined || ate === undefined ? [] : [{ weight, ate }];
          });
          const ate = known.reduce((sum, one) => sum + one.ate, 0);
          const weight = known.reduce((sum, one) => sum + one.weight, 0);
          return ate === 0 ? undefined : (weight * 1000) / ate;
        };
      },
      weeks: (world) => world.settings.number('leftovers.risingWeeks'),
      message: (monday, now, before, weeks) => ({
        zh: `${monthAndDay(monday)}那周人均剩 ${Math.round(now)} 克，连涨${weeks}周`,
        en: `${Math.round(now)} g a diner in the week of ${monday}, ${Math.round(before)} g before`,
      }),
    }),
    band({
      of: 'meal',
      at: 'weight',
      reads: ['diners'],
      values: gramsEach,
      usual: (world) => () => world.settings.number('leftovers.usualGrams'),
      percent: (world) => world.settings.number('leftovers.band'),
      message: (_row, grams, usual) => ({
        zh: `人均剩 ${Math.round(grams)} 克，平时约 ${Math.round(usual)} 克，请核对`,
        en: `${Math.round(grams)} g a diner, usually about ${Math.round(usual)}: check`,
      }),
    }),
  ],
  settings: {
    risingWeeks: {
      kind: 'number',
      title: { zh: '人均剩余连涨几周要提醒', en: 'Rising for so many weeks' },
      unit: { zh: '周', en: 'weeks' },
      default: 3,
      source: 'R5 节约粮食；《反食品浪费法》第九条',
    },
    usualGrams: {
      kind: 'number',
      title: { zh: '人均剩余平时多少', en: 'A diner usually leaves' },
      unit: { zh: '克', en: 'g' },
      default: 60,
      source: '惯例',
    },
    band: {
      kind: 'number',
      title: { zh: '人均剩余偏离多少要核对', en: 'Check what differs from the usual by' },
      unit: { zh: '%', en: '%' },
      default: 80,
      source: '惯例',
    },
  },
  figures: {
    weight: total({
      title: { zh: '剩饭剩菜', en: 'Leftovers' },
      unit: { zh: '公斤', en: 'kg' },
      counts: { zh: '期内各餐称重之和', en: 'All meals added up' },
      better: 'lower',
      happened: 'day',
      amounts: () => (row) => numberAt(row, 'weight'),
    }),
    perDiner: average({
      title: { zh: '人均剩余', en: 'Left by a diner' },
      unit: { zh: '克', en: 'g' },
      counts: { zh: '期内每餐人均剩余克数的平均', en: 'Mean over the meals of grams a diner' },
      better: 'lower',
      target,
      happened: 'day',
      amounts: (_rows, world) => gramsEach(world),
    }),
  },
  breakdowns: {
    byMeal: splitBy({
      title: { zh: '各餐剩饭剩菜', en: 'Leftovers by meal' },
      unit: { zh: '公斤', en: 'kg' },
      happened: 'day',
      names: () => (row) =>
        Object.entries(meals).find(([key]) => key === textAt(row, 'meal'))?.[1].zh ?? '',
      amounts: () => (row) => numberAt(row, 'weight'),
    }),
  },
  report: {
    section: 'energy',
    sentences: ['剩饭剩菜{weight|compared}，人均每餐剩{perDiner|compared}。'],
    indicators: ['perDiner'],
    shortcomings: {
      perDiner: {
        says: '剩饭剩菜偏多',
        effect: '浪费粮食',
        measure: '按就餐人数备餐，剩得多的菜减量或换做法，小份加餐',
      },
    },
  },
  demo: demoLeftovers,
});
