import { mealsNamed } from '../../calculations/meal-duties.ts';
import { lastSchoolDay, meals, mealsOfMonth, usualMealsSetting } from '../../calculations/meals.ts';
import { choice, moment, quantity, reference, text } from '../../columns.ts';
import { demoMealMinutes, demoMeals } from '../../demo/meals.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { mealsKept } from '../../figures/meals-kept.ts';
import { defineRegister } from '../../register.ts';
import { type Row, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { eachMeal } from '../../rules/each-meal.ts';
import { limits } from '../../rules/limits.ts';
import { needed } from '../../rules/needed.ts';
import { inDays, type Setting } from '../../settings.ts';
import { written } from '../../wording.ts';

const methods = {
  steam: { zh: '蒸汽煮沸', en: 'Steam or boiling' },
  infrared: { zh: '红外消毒柜', en: 'Infrared cabinet' },
  dishwasher: { zh: '洗碗机', en: 'Dishwasher' },
  chlorine: { zh: '含氯消毒液', en: 'Chlorine solution' },
};

const columns = {
  done: moment({ zh: '消毒时间', en: 'Disinfected' }, { required: true, stamped: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, {
    required: true,
    help: { zh: '哪一餐用过的餐具', en: 'The meal that they were used for' },
  }),
  utensils: text(
    { zh: '消毒物品', en: 'Utensils' },
    { required: true, help: { zh: '如：餐盘、筷勺、汤桶', en: 'Plates, spoons, pots' } },
  ),
  method: choice({ zh: '方法', en: 'Method' }, methods, { required: true }),
  minutes: quantity(
    { zh: '时长', en: 'For' },
    { required: true, unit: { zh: '分钟', en: 'min' }, min: 0, max: 600 },
  ),
  strength: quantity(
    { zh: '消毒液浓度', en: 'Strength' },
    {
      unit: { zh: 'mg/L', en: 'mg/L' },
      min: 0,
      help: { zh: '用消毒液的必填，按有效氯算', en: 'For a solution: available chlorine' },
    },
  ),
  by: reference('people', { zh: '消毒人', en: 'By' }, { required: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

const source = '餐饮服务食品安全操作规范（推荐的餐用具清洗消毒方法）';

/** How long a method takes at least. */
function atLeast(zh: string, en: string, minutes: number): Setting {
  return {
    kind: 'number',
    title: { zh: `${zh}至少`, en: `${en} for at least` },
    unit: { zh: '分钟', en: 'min' },
    default: minutes,
    source,
  };
}

const methodsOf = ['steam', 'infrared', 'dishwasher', 'chlorine'] as const;

const isSolution = (row: Row): boolean => valueAt(row, 'method') === 'chlorine';

const record = {
  happened: 'done',
  meal: 'meal',
  usual: (world: World) => world.settings.text('disinfection.meals'),
} as const;

/**
 * 餐具消毒 Disinfection of utensils (C6; R2, R5: 餐具坚持每餐消毒). 食品安全法第五十六条; times and strength after
 * 餐饮服务食品安全操作规范: steam or boiling 10 minutes, infrared 10, chlorine of 250 mg/L for 5.
 */
export const disinfection = defineRegister({
  key: 'disinfection',
  title: { zh: '餐具消毒', en: 'Disinfection' },
  purpose: {
    zh: '每餐餐具消毒一次登记一行，消毒人签名',
    en: 'Each disinfection of utensils, after every meal',
  },
  workbook: 'canteen',
  columns,
  happened: 'done',
  looksBack: 10,
  form: {
    audience: 'staff',
    intro: { zh: '每餐一次，做完就填。', en: 'Once a meal, when it is done.' },
    asks: ['meal', 'utensils', 'method', 'minutes', 'strength', 'by'],
    example: {
      meal: 'breakfast',
      utensils: '餐盘、筷勺',
      method: 'infrared',
      minutes: 20,
      by: '朱丽华',
    },
  },
  print: {
    signatures: [
      { zh: '消毒人', en: 'By' },
      { zh: '食品安全员', en: 'Food safety' },
    ],
  },
  rules: [
    eachMeal({
      ...record,
      lookBack: (world) => world.settings.number('disinfection.lookBackDays'),
      message: (missing) => ({
        zh: `${mealsNamed(missing).zh}缺消毒记录，请补`,
        en: `${mealsNamed(missing).en}: no disinfection`,
      }),
    }),
    limits({
      at: 'minutes',
      columns: ['method'],
      catches: { zh: '消毒时间不够', en: 'Not disinfected long enough' },
      least: (row, world) => {
        const method = methodsOf.find((one) => one === valueAt(row, 'method'));
        return method && world.settings.number(`disinfection.${method}`);
      },
      message: (minutes, least) => ({
        zh: `只消毒 ${written(minutes)} 分钟，应满 ${least}，请重做`,
        en: `${minutes} min, ${least} asked for: disinfect again`,
      }),
    }),
    needed({
      key: 'solution',
      columns: ['strength'],
      reads: ['method'],
      when: isSolution,
      because: { zh: '用消毒液', en: 'A solution' },
    }),
    limits({
      at: 'strength',
      columns: ['method'],
      catches: { zh: '消毒液浓度不够', en: 'The solution is too weak' },
      least: (row, world) =>
        isSolution(row) ? world.settings.number('disinfection.strength') : undefined,
      message: (strength, least) => ({
        zh: `浓度 ${written(strength)}，应满 ${least} mg/L，请重配`,
        en: `${strength} mg/L, ${least} asked for: mix it anew`,
      }),
    }),
  ],
  settings: {
    meals: usualMealsSetting,
    steam: atLeast('蒸汽煮沸', 'Steam or boiling', 10),
    infrared: atLeast('红外消毒柜', 'Infrared', 10),
    dishwasher: atLeast('洗碗机', 'Dishwasher', 1),
    chlorine: atLeast('含氯消毒液', 'Chlorine', 5),
    strength: {
      kind: 'number',
      title: { zh: '含氯消毒液浓度至少', en: 'Chlorine of at least' },
      unit: { zh: 'mg/L', en: 'mg/L' },
      default: 250,
      source,
    },
    lookBackDays: inDays({ zh: '缺记录往回查', en: 'Look back for what is missing' }, 7, '惯例'),
  },
  figures: {
    times: count({
      title: { zh: '餐具消毒', en: 'Disinfections' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内登记的餐具消毒', en: 'Disinfections of the period' },
      happened: 'done',
    }),
    kept: mealsKept({
      ...record,
      title: { zh: '餐具消毒率', en: 'Meals with disinfection' },
      counts: { zh: '期内已供餐次中有消毒记录的', en: 'Of the meals served, with a disinfection' },
      target: 100,
    }),
  },
  plan: {
    tasks: (_rows, month, world) => {
      const total = mealsOfMonth(world, month, world.settings.text('disinfection.meals'));
      return total === 0
        ? []
        : [
            {
              key: `disinfection-${month.month}`,
              group: 'canteen',
              what: '餐具每餐消毒并登记',
              standard: `全月 ${total} 餐次，缺 0`,
              owner: '食堂班长',
              due: lastSchoolDay(world, month),
            },
          ];
    },
  },
  report: {
    section: 'canteen',
    sentences: ['餐具消毒{times|compared}，餐具消毒率{kept}。'],
    indicators: ['kept'],
    shortcomings: {
      kept: {
        says: '餐具没有做到每餐消毒登记',
        effect: '餐具卫生无据可查',
        measure: '消毒柜旁放登记码，做完当场登记，食品安全员每天核对',
      },
    },
  },
  demo: (school) => {
    const chance = school.chance('disinfection');
    const served = demoMeals(school).filter(({ meal, day }) => {
      const over = momentOn(day, demoMealMinutes[meal] + 160);
      return over <= school.now;
    });
    return served.flatMap(({ day, meal }, index) => {
      const before = served.length - index;
      if (before === 5) return [];
      const chlorine = before === 9 || before === 16;
      return [
        {
          done: momentOn(day, demoMealMinutes[meal] + 120 + chance.between(0, 30)),
          meal,
          utensils: meal === 'breakfast' ? '餐盘、碗、筷勺' : '餐盘、筷勺、汤桶',
          ...(chlorine
            ? { method: 'chlorine' as const, minutes: 10, strength: before === 9 ? 200 : 300 }
            : {
                method: 'infrared' as const,
                minutes: before === 12 ? 8 : 5 * chance.between(4, 6),
              }),
          by: chance.percent(50) ? '朱丽华' : '高建华',
        },
      ];
    });
  },
});
