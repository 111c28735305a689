import { mealsNamed } from '../../calculations/meal-duties.ts';
import { lastSchoolDay, meals, mealsOfMonth, usualMealsSetting } from '../../calculations/meals.ts';
import { choice, moment, reference, text } from '../../columns.ts';
import { demoMealMinutes, demoMeals } from '../../demo/meals.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { mealsKept } from '../../figures/meals-kept.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { eachMeal } from '../../rules/each-meal.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import { dayOf } from '../../values.ts';

const columns = {
  ate: moment({ zh: '陪餐时间', en: 'Ate at' }, { required: true, stamped: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, { required: true }),
  companion: reference(
    'people',
    { zh: '陪餐人', en: 'Who' },
    {
      required: true,
      help: { zh: '学校相关负责人', en: 'One of those who answer for the school' },
    },
  ),
  verdict: choice(
    { zh: '评价', en: 'Verdict' },
    {
      good: { zh: '满意', en: 'Good' },
      fair: { zh: '一般', en: 'Fair' },
      bad: { zh: '有问题', en: 'Not good' },
    },
    { required: true },
  ),
  found: text(
    { zh: '发现的问题', en: 'Found' },
    { long: true, help: { zh: '味道、分量、卫生、秩序', en: 'Taste, portions, hygiene, order' } },
  ),
  measure: text({ zh: '处理结果', en: 'What was done' }),
};

const isBad = (row: Row): boolean => valueAt(row, 'verdict') === 'bad';

const record = {
  happened: 'ate',
  meal: 'meal',
  usual: (world: World) => world.settings.text('mealCompanions.meals'),
} as const;

/** Who eats along in the demo, in turn. */
const companions = ['梁雅琴', '何立新', '孙建平', '陈志远', '周敏'] as const;

/**
 * 陪餐记录 Eating along (C6). 《学校食品安全与营养健康管理规定》第十五条: at every meal of a school or kindergarten
 * somebody who answers for it eats with the pupils, writes it down, and sees to what is found.
 */
export const mealCompanions = defineRegister({
  key: 'mealCompanions',
  title: { zh: '陪餐记录', en: 'Eating along' },
  purpose: {
    zh: '每餐有学校负责人与学生同吃，发现问题当场解决',
    en: 'A leader who eats with the pupils at every meal, and what was found',
  },
  workbook: 'canteen',
  columns,
  happened: 'ate',
  looksBack: 10,
  form: {
    audience: 'staff',
    intro: { zh: '吃完就填，有问题写清楚。', en: 'After the meal; say what was not good.' },
    asks: ['meal', 'companion', 'verdict', 'found'],
    example: { meal: 'breakfast', companion: '梁雅琴', verdict: 'good' },
  },
  print: {
    signatures: [
      { zh: '陪餐人', en: 'Who' },
      { zh: '校长', en: 'Head of school' },
    ],
  },
  rules: [
    eachMeal({
      ...record,
      lookBack: (world) => world.settings.number('mealCompanions.lookBackDays'),
      message: (missing) => ({
        zh: `${mealsNamed(missing).zh}无人陪餐，请补记`,
        en: `${mealsNamed(missing).en}: nobody ate along`,
      }),
    }),
    needed({
      key: 'bad',
      columns: ['found'],
      reads: ['verdict'],
      when: isBad,
      because: { zh: '评价有问题', en: 'Not good' },
    }),
    rowRule<typeof columns>({
      key: 'not-followed-up',
      columns: ['ate', 'found', 'verdict', 'measure'],
      catches: { zh: '陪餐发现的问题没处理', en: 'Found while eating along, and nothing done' },
      finds: (row, world) => {
        const { ate, measure } = row.values;
        const days = world.settings.number('mealCompanions.followUpDays');
        return !isBad(row) ||
          ate === undefined ||
          measure !== undefined ||
          dayOf(ate) >= plusDays(dayOf(world.now), -days)
          ? undefined
          : {
              column: 'measure',
              severity: 'must',
              message: { zh: '问题还没写处理结果，请补填', en: 'Say what was done about it' },
            };
      },
    }),
  ],
  settings: {
    meals: usualMealsSetting,
    followUpDays: inDays({ zh: '问题几天内处理', en: 'Seen to within' }, 2, '惯例'),
    lookBackDays: inDays({ zh: '缺陪餐往回查', en: 'Look back for what is missing' }, 7, '惯例'),
  },
  figures: {
    times: count({
      title: { zh: '陪餐', en: 'Meals eaten along' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内的陪餐记录', en: 'Records of the period' },
      happened: 'ate',
    }),
    kept: mealsKept({
      ...record,
      title: { zh: '陪餐率', en: 'Meals with somebody eating along' },
      counts: { zh: '期内已供餐次中有人陪餐的', en: 'Of the meals served, with a companion' },
      target: 100,
    }),
    content: share({
      title: { zh: '陪餐满意率', en: 'Found good' },
      counts: { zh: '期内陪餐中评价满意的', en: 'Of the meals eaten along, found good' },
      happened: 'ate',
      where: (row) => valueAt(row, 'verdict') === 'good',
    }),
  },
  breakdowns: {
    byCompanion: splitBy({
      title: { zh: '各人陪餐次数', en: 'Times by companion' },
      unit: { zh: '次', en: 'times' },
      happened: 'ate',
      names: () => (row) => textAt(row, 'companion'),
    }),
  },
  plan: {
    tasks: (_rows, month, world) => {
      const needs = mealsOfMonth(world, month, world.settings.text('mealCompanions.meals'));
      return needs === 0
        ? []
        : [
            {
              key: `mealCompanions-${month.month}`,
              group: 'canteen',
              what: '负责人每餐陪餐',
              standard: `全月 ${needs} 餐次，缺 0；问题两天内处理`,
              owner: '分管副校长',
              due: lastSchoolDay(world, month),
            },
          ];
    },
  },
  report: {
    section: 'canteen',
    sentences: ['负责人陪餐{times|compared}，陪餐率{kept}，满意率{content}。'],
    shortcomings: {
      kept: {
        says: '没有做到每餐有人陪餐',
        effect: '饭菜问题不能及时发现',
        measure: '陪餐排班上墙，缺席由带班领导补位',
      },
    },
  },
  demo: (school) => {
    const served = demoMeals(school);
    return served.flatMap(({ day, meal }, index) => {
      const before = served.length - index;
      const ate = momentOn(day, demoMealMinutes[meal] + 45);
      if (before === 3 || ate > school.now) return [];
      const bad = before === 20 || before === 8;
      return [
        {
          ate,
          meal,
          companion: companions[(index * 2) % companions.length] ?? '梁雅琴',
          verdict: bad
            ? ('bad' as const)
            : before % 9 === 4
              ? ('fair' as const)
              : ('good' as const),
          ...(bad ? { found: before === 20 ? '汤偏咸' : '二楼窗口排队过长' } : {}),
          ...(before === 20 ? { measure: '已提醒厨师，次日复尝正常' } : {}),
        },
      ];
    });
  },
});
