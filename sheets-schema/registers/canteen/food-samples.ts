import { lastSchoolDay, meals, mealsOfMonth, usualMealsSetting } from '../../calculations/meals.ts';
import { demoFoodSamples } from '../../demo/food-samples.ts';
import { count } from '../../figures/count.ts';
import { mealsKept } from '../../figures/meals-kept.ts';
import { share } from '../../figures/share.ts';
import { defineRegister } from '../../register.ts';
import { momentAt, numberAt, type Row } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { eachMeal } from '../../rules/each-meal.ts';
import { inOrder } from '../../rules/in-order.ts';
import { limits } from '../../rules/limits.ts';
import { offMenu } from '../../rules/off-menu.ts';
import { signedBy } from '../../rules/signed-by.ts';
import { together } from '../../rules/together.ts';
import { inDays, inHours } from '../../settings.ts';
import { minutesBetween } from '../../time.ts';
import { clip, monthAndDay, written } from '../../wording.ts';
import { columns, oneMeal } from './food-sample-sheet.ts';

const record = {
  happened: 'kept',
  meal: 'meal',
  dish: 'dish',
  usual: (world: World) => world.settings.text('foodSamples.meals'),
} as const;

/** How long a sample stood, in minutes; `undefined` while it still stands. */
function stood(row: Row, world: World): number | undefined {
  const kept = momentAt(row, 'kept');
  const discarded = momentAt(row, 'discarded');
  return kept === undefined || discarded === undefined
    ? undefined
    : minutesBetween(kept, discarded, world.settings.text('timeZone'));
}

/**
 * 食品留样 Food samples (C6; R2, R5). 《学校食品安全与营养健康管理规定》第四十条: each dish of each meal, at least
 * 125 g, refrigerated for 48 hours or more, with name, amount, time and who kept it. Cold means 0–8 ℃ (GB 31654).
 */
export const foodSamples = defineRegister({
  key: 'foodSamples',
  title: { zh: '食品留样', en: 'Food samples' },
  purpose: {
    zh: '每餐每道菜留样不少于125克，冷藏满48小时，留样人当餐登记',
    en: 'A sample of each dish of each meal, kept cold for 48 hours',
  },
  workbook: 'canteen',
  startsOn: true,
  columns,
  happened: 'kept',
  looksBack: 10,
  form: {
    audience: 'staff',
    intro: {
      zh: '一道菜一次；整餐请用“一餐留样”。',
      en: 'One dish; for a whole meal use its sheet.',
    },
    asks: ['meal', 'dish', 'grams', 'place', 'temperature', 'by'],
    example: {
      meal: 'breakfast',
      dish: '煮鸡蛋',
      grams: 150,
      place: '留样柜第一层',
      temperature: 4,
      by: '林小梅',
    },
  },
  batches: [oneMeal],
  print: {
    signatures: [
      { zh: '留样人', en: 'Kept by' },
      { zh: '食品安全员', en: 'Food safety' },
    ],
  },
  rules: [
    eachMeal({
      ...record,
      lookBack: (world) => world.settings.number('foodSamples.lookBackDays'),
      message: (missing) => {
        const [{ day, meal, dish }] = missing;
        const what =
          dish === ''
            ? ''
            : `：${clip(dish, 7)}${missing.length > 1 ? `等${missing.length}道` : ''}`;
        return {
          zh: `${monthAndDay(day)}${meals[meal].zh}缺留样${what}，请查明`,
          en: `${meals[meal].en} of ${day}: no sample of ${missing.map((one) => one.dish || 'any dish').join(', ')}`,
        };
      },
    }),
    offMenu({ happened: 'kept', meal: 'meal', dish: 'dish' }),
    limits({
      at: 'grams',
      catches: { zh: '留样量不够', en: 'A sample under weight' },
      least: (_row, world) => world.settings.number('foodSamples.grams'),
      message: (grams, least) => ({
        zh: `留样 ${written(grams)} 克，应满 ${least} 克，请补足`,
        en: `${grams} g kept, ${least} g asked for: add to it`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'thrown-early',
      columns: ['kept', 'discarded'],
      catches: { zh: '留样没满时间就倒了', en: 'A sample thrown away early' },
      finds: (row, world) => {
        const hours = world.settings.number('foodSamples.hours');
        const minutes = stood(row, world);
        return minutes === undefined || minutes < 0 || minutes >= hours * 60
          ? undefined
          : {
              column: 'discarded',
              severity: 'must',
              message: {
                zh: `只留了 ${Math.floor(minutes / 60)} 小时，应满 ${hours}，请核对`,
                en: `Kept ${Math.floor(minutes / 60)} h, ${hours} asked for: check the times`,
              },
            };
      },
    }),
    inOrder({ from: 'kept', until: 'discarded' }),
    together({ given: 'discarded', needs: 'discardedBy' }),
    limits({
      at: 'temperature',
      catches: { zh: '留样柜温度不对', en: 'The sample fridge is too warm or too cold' },
      least: () => 0,
      most: (_row, world) => world.settings.number('foodSamples.warmest'),
      message: (degrees, limit) => ({
        zh: `柜温 ${written(degrees)}℃，${degrees < limit ? '不能低于' : '不能高于'} ${limit}℃，请调`,
        en: `The fridge has ${degrees} ℃, the limit is ${limit}: set it`,
      }),
    }),
    signedBy({
      by: 'discarded',
      happened: 'kept',
      within: (world) => world.settings.number('foodSamples.mostDays'),
      message: { zh: '留样久未倒掉，请倒掉并登记', en: 'Kept too long: discard it and say so' },
    }),
  ],
  settings: {
    meals: usualMealsSetting,
    grams: {
      kind: 'number',
      title: { zh: '每道菜最少留', en: 'Least amount of a dish' },
      unit: { zh: '克', en: 'g' },
      default: 125,
      source: '《学校食品安全与营养健康管理规定》第四十条',
    },
    hours: inHours(
      { zh: '至少留', en: 'Kept for at least' },
      48,
      '《学校食品安全与营养健康管理规定》第四十条',
    ),
    warmest: {
      kind: 'number',
      title: { zh: '留样柜最高温度', en: 'Warmest fridge' },
      unit: { zh: '℃', en: '℃' },
      default: 8,
      source: 'GB 31654-2021 冷藏 0–8℃',
    },
    mostDays: inDays({ zh: '最多留', en: 'Kept for at most' }, 7, '惯例'),
    lookBackDays: inDays({ zh: '缺留样往回查', en: 'Look back for what is missing' }, 7, '惯例'),
  },
  figures: {
    samples: count({
      title: { zh: '食品留样', en: 'Food samples' },
      unit: { zh: '份', en: 'samples' },
      counts: { zh: '期内登记的留样', en: 'Samples of the period' },
      happened: 'kept',
    }),
    kept: mealsKept({
      ...record,
      title: { zh: '留样完成率', en: 'Samples kept of those due' },
      counts: { zh: '期内每餐每道菜中留了样的', en: 'Of each dish of each meal, with a sample' },
      target: 100,
    }),
    sound: share({
      title: { zh: '留样合格率', en: 'Sound samples' },
      counts: {
        zh: '期内留样中够量、没有提前倒的',
        en: 'Of the samples, enough of it and kept long enough',
      },
      happened: 'kept',
      where: (row, world) =>
        (numberAt(row, 'grams') ?? 0) >= world.settings.number('foodSamples.grams') &&
        (stood(row, world) ?? Number.POSITIVE_INFINITY) >=
          world.settings.number('foodSamples.hours') * 60,
      target: 100,
    }),
  },
  plan: {
    tasks: (_rows, month, world) => {
      const total = mealsOfMonth(world, month, world.settings.text('foodSamples.meals'));
      return total === 0
        ? []
        : [
            {
              key: `foodSamples-${month.month}`,
              group: 'canteen',
              what: '每餐每道菜留样',
              standard: `全月 ${total} 餐次，缺 0；每样 125 克、48 小时`,
              owner: '食品安全员',
              due: lastSchoolDay(world, month),
            },
          ];
    },
  },
  report: {
    section: 'canteen',
    sentences: ['食品留样{samples|compared}，留样完成率{kept}，合格率{sound}。'],
    indicators: ['kept'],
    shortcomings: {
      kept: {
        says: '留样有漏项',
        effect: '出现问题时无样可查',
        measure: '开餐前按菜谱逐道留样，食品安全员当餐核对签字',
      },
      sound: {
        says: '留样量或保存时间不够',
        effect: '留样不能用于检验',
        measure: '留样柜旁放秤和时间牌，满48小时由食品安全员倒样',
      },
    },
  },
  demo: demoFoodSamples,
});
