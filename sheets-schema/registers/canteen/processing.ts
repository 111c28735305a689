import { mealsNamed } from '../../calculations/meal-duties.ts';
import { mealIn, mealKey, meals, menuOf, usualMealsSetting } from '../../calculations/meals.ts';
import { choice, moment, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoMealMinutes, demoMeals } from '../../demo/meals.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { eachMeal } from '../../rules/each-meal.ts';
import { limits } from '../../rules/limits.ts';
import { needed } from '../../rules/needed.ts';
import { offMenu } from '../../rules/off-menu.ts';
import { inDays } from '../../settings.ts';
import { dayOf } from '../../values.ts';
import { written } from '../../wording.ts';

const columns = {
  cooked: moment({ zh: '出锅时间', en: 'Cooked at' }, { required: true, stamped: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, { required: true }),
  dish: text({ zh: '菜名', en: 'Dish' }, { required: true, width: 180 }),
  cook: reference('people', { zh: '厨师', en: 'Cook' }, { required: true }),
  ingredients: choice(
    { zh: '原料检查', en: 'Ingredients' },
    {
      good: { zh: '新鲜合格', en: 'Fresh and sound' },
      removed: { zh: '有问题已剔除', en: 'Bad ones removed' },
      doubtful: { zh: '有疑问', en: 'Doubtful' },
    },
    { required: true },
  ),
  separated: yesNo({ zh: '生熟分开', en: 'Raw apart from cooked' }, { required: true }),
  cookedThrough: yesNo({ zh: '烧熟煮透', en: 'Cooked through' }, { required: true }),
  temperature: quantity(
    { zh: '中心温度', en: 'Centre temperature' },
    {
      unit: { zh: '℃', en: '℃' },
      min: -20,
      max: 250,
      help: { zh: '荤菜、蒸煮菜量最厚处，应在 70℃ 以上', en: 'At the thickest part, 70 ℃ or more' },
    },
  ),
  measure: text(
    { zh: '处理措施', en: 'What was done' },
    { help: { zh: '不合格时写：回锅、停用、倒掉', en: 'When it fails: cooked again, discarded' } },
  ),
};

/** Something was not as it should be, whatever the temperature says. */
const isFaulty = (row: Row): boolean =>
  valueAt(row, 'cookedThrough') === false ||
  valueAt(row, 'separated') === false ||
  valueAt(row, 'ingredients') === 'doubtful';

const isSound = (row: Row, world: World): boolean =>
  !isFaulty(row) &&
  (numberAt(row, 'temperature') ?? Number.POSITIVE_INFINITY) >=
    world.settings.number('processing.degrees');

const record = {
  happened: 'cooked',
  meal: 'meal',
  usual: (world: World) => world.settings.text('processing.meals'),
} as const;

/** Dishes whose centre is measured in the demo. */
const measured = new Set([
  '红烧鸡腿',
  '土豆烧牛肉',
  '糖醋里脊',
  '清蒸鲈鱼块',
  '板栗烧鸡',
  '煮鸡蛋',
]);

/**
 * 加工记录 Processing (C6; R5: 食品加工、烹饪有严格的操作流程). GB 31654-2021 餐饮服务通用卫生规范: food that is to be
 * cooked through has 70 ℃ or more at its centre; raw and cooked are kept apart. R2: what is doubtful is discarded,
 * never served.
 */
export const processing = defineRegister({
  key: 'processing',
  title: { zh: '加工记录', en: 'Processing' },
  purpose: {
    zh: '每餐加工：原料、生熟分开、烧熟煮透、中心温度，厨师登记',
    en: 'How each meal was made: ingredients, raw apart from cooked, centre temperature',
  },
  workbook: 'canteen',
  columns,
  happened: 'cooked',
  looksBack: 10,
  form: {
    audience: 'staff',
    intro: { zh: '出锅时量中心温度再登记。', en: 'Measure the centre when it is done.' },
    asks: [
      'meal',
      'dish',
      'cook',
      'ingredients',
      'separated',
      'cookedThrough',
      'temperature',
      'measure',
    ],
    example: {
      meal: 'breakfast',
      dish: '煮鸡蛋',
      cook: '马春生',
      ingredients: 'good',
      separated: true,
      cookedThrough: true,
      temperature: 92,
    },
  },
  batches: [
    {
      key: 'meal',
      title: { zh: '一餐加工', en: 'A meal' },
      audience: 'staff',
      intro: {
        zh: '菜名按菜谱列好，逐道填温度，签一次名。',
        en: 'Dishes come from the menu: measure each, sign once.',
      },
      shared: ['meal', 'cook'],
      each: ['dish', 'ingredients', 'separated', 'cookedThrough', 'temperature', 'measure'],
      rows: (world, shared) => {
        const meal = mealIn({ values: shared }, 'meal');
        const dishes = meal && menuOf(world).get(mealKey(dayOf(world.now), meal));
        return (dishes ?? []).map((dish) => ({
          dish,
          ingredients: 'good' as const,
          separated: true,
          cookedThrough: true,
        }));
      },
      untouched: 'leftOut',
      example: {
        shared: { meal: 'breakfast', cook: '马春生' },
        rows: [
          {
            dish: '煮鸡蛋',
            ingredients: 'good',
            separated: true,
            cookedThrough: true,
            temperature: 92,
          },
        ],
      },
    },
  ],
  print: {
    signatures: [
      { zh: '厨师', en: 'Cook' },
      { zh: '食品安全员', en: 'Food safety' },
    ],
  },
  rules: [
    eachMeal({
      ...record,
      lookBack: (world) => world.settings.number('processing.lookBackDays'),
      message: (missing) => ({
        zh: `${mealsNamed(missing).zh}缺加工记录，请补`,
        en: `${mealsNamed(missing).en}: no processing record`,
      }),
    }),
    offMenu({ happened: 'cooked', meal: 'meal', dish: 'dish' }),
    limits({
      at: 'temperature',
      columns: ['measure'],
      catches: { zh: '中心温度没到', en: 'The centre is not hot enough' },
      least: (row, world) =>
        textAt(row, 'measure') === '' ? world.settings.number('processing.degrees') : undefined,
      message: (degrees, least) => ({
        zh: `中心 ${written(degrees)}℃，应满 ${least}℃，请回锅并写措施`,
        en: `${degrees} ℃ at the centre, ${least} asked for: cook it again, say so`,
      }),
    }),
    needed({
      key: 'lacking',
      columns: ['measure'],
      reads: ['ingredients', 'separated', 'cookedThrough'],
      when: isFaulty,
      because: { zh: '加工不合格', en: 'Not made as it should be' },
    }),
  ],
  settings: {
    meals: usualMealsSetting,
    degrees: {
      kind: 'number',
      title: { zh: '中心温度至少', en: 'Centre temperature of at least' },
      unit: { zh: '℃', en: '℃' },
      default: 70,
      source: 'GB 31654-2021 餐饮服务通用卫生规范',
    },
    lookBackDays: inDays({ zh: '缺记录往回查', en: 'Look back for what is missing' }, 7, '惯例'),
  },
  figures: {
    made: count({
      title: { zh: '加工记录', en: 'Processing records' },
      unit: { zh: '条', en: 'records' },
      counts: { zh: '期内登记的加工记录', en: 'Records of the period' },
      happened: 'cooked',
    }),
    sound: share({
      title: { zh: '加工合格率', en: 'Made as it should be' },
      counts: {
        zh: '期内加工记录中原料、生熟、温度都合格的',
        en: 'Of the records, those with nothing lacking',
      },
      happened: 'cooked',
      where: isSound,
      target: 98,
    }),
  },
  report: {
    section: 'canteen',
    sentences: ['登记加工{made|compared}，加工合格率{sound}。'],
    shortcomings: {
      sound: {
        says: '部分菜品加工没有一次合格',
        effect: '回锅耽误开餐，有食品安全隐患',
        measure: '厚块肉菜出锅前必量中心温度，不到不出锅',
      },
    },
  },
  demo: (school) => {
    const chance = school.chance('processing');
    const served = demoMeals(school);
    return served.flatMap(({ day, meal, dishes }, index) => {
      if (meal !== 'breakfast' && dishes.length < 4 && index === served.length - 7) return [];
      const dish = dishes.find((one) => measured.has(one)) ?? dishes[1] ?? dishes[0] ?? '';
      const cold = index === served.length - 6;
      return [
        {
          cooked: momentOn(day, demoMealMinutes[meal] - 20),
          meal,
          dish,
          cook: meal === 'breakfast' ? '胡秀英' : '马春生',
          ingredients: 'good' as const,
          separated: true,
          cookedThrough: true,
          temperature: cold ? 64 : chance.between(78, 95),
        },
      ];
    });
  },
});
