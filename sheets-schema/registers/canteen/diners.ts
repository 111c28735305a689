import { mealsNamed } from '../../calculations/meal-duties.ts';
import { meals, usualMealsSetting } from '../../calculations/meals.ts';
import { choice, date, quantity, reference, text } from '../../columns.ts';
import { demoMeals } from '../../demo/meals.ts';
import { average } from '../../figures/average.ts';
import { mealsKept } from '../../figures/meals-kept.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { band } from '../../rules/band.ts';
import { eachMeal } from '../../rules/each-meal.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';

const people = { unit: { zh: '人', en: 'people' }, min: 0, whole: true } as const;

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, { required: true }),
  diners: quantity(
    { zh: '就餐人数', en: 'Diners' },
    { ...people, required: true, help: { zh: '学生、教工、来客合计', en: 'All who ate' } },
  ),
  students: quantity({ zh: '其中学生', en: 'Of them students' }, people),
  reported: quantity(
    { zh: '报餐人数', en: 'Meals ordered' },
    { ...people, help: { zh: '各班报的人数', en: 'What the classes ordered' } },
  ),
  by: reference('people', { zh: '登记人', en: 'By' }, { required: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

const record = {
  happened: 'day',
  meal: 'meal',
  usual: (world: World) => world.settings.text('diners.meals'),
} as const;

const dinersOf = (): ((row: Row) => number | undefined) => (row) => numberAt(row, 'diners');

/** Diners of the demo's meals, give or take. */
const usualDiners = { breakfast: 212, lunch: 655, dinner: 208, supper: 60 } as const;

/** 就餐人数 Diners (C6, H, L): how many ate each meal; what samples, purchases and leftovers are held against. */
export const diners = defineRegister({
  key: 'diners',
  title: { zh: '就餐人数', en: 'Diners' },
  purpose: {
    zh: '每餐实际就餐人数，食堂班长当天登记',
    en: 'How many ate each meal, entered the same day by the canteen leader',
  },
  workbook: 'canteen',
  columns,
  happened: 'day',
  looksBack: 45,
  rules: [
    unique({
      columns: ['meal', 'day'],
      message: () => ({ zh: '这一餐登记了两次，请删一行', en: 'This meal stands twice' }),
    }),
    eachMeal({
      ...record,
      lookBack: (world) => world.settings.number('diners.lookBackDays'),
      message: (missing) => ({
        zh: `${mealsNamed(missing).zh}没记人数，请补`,
        en: `${mealsNamed(missing).en}: diners were not counted`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'more-students',
      columns: ['diners', 'students'],
      catches: { zh: '学生比就餐总数多', en: 'More students than diners' },
      finds: ({ values: { diners: all, students } }) =>
        all === undefined || students === undefined || students <= all
          ? undefined
          : {
              column: 'students',
              severity: 'must',
              message: {
                zh: `学生 ${students} 人多于总数 ${all} 人，请核对`,
                en: `${students} students of ${all} diners: check both`,
              },
            },
    }),
    band({
      of: 'meal',
      at: 'diners',
      values: dinersOf,
      usual: () => () => undefined,
      percent: (world) => world.settings.number('diners.band'),
      message: (_row, now, usual) => ({
        zh: `就餐 ${now} 人，平时约 ${Math.round(usual)} 人，请核对`,
        en: `${now} diners, usually about ${Math.round(usual)}: check it`,
      }),
    }),
  ],
  settings: {
    meals: usualMealsSetting,
    band: {
      kind: 'number',
      title: { zh: '人数偏离平时多少要核对', en: 'Check numbers that differ from the usual by' },
      unit: { zh: '%', en: '%' },
      default: 40,
      source: '惯例',
    },
    lookBackDays: inDays({ zh: '缺记录往回查', en: 'Look back for what is missing' }, 7, '惯例'),
  },
  figures: {
    served: total({
      title: { zh: '就餐', en: 'Meals eaten' },
      unit: { zh: '人次', en: 'meals' },
      counts: { zh: '期内每餐就餐人数之和', en: 'Diners of all meals added up' },
      happened: 'day',
      amounts: dinersOf,
    }),
    lunches: average({
      title: { zh: '午餐平均就餐', en: 'Diners at lunch on average' },
      unit: { zh: '人', en: 'people' },
      counts: { zh: '期内午餐就餐人数的平均', en: 'Mean of the diners at lunch' },
      happened: 'day',
      amounts: () => (row) =>
        textAt(row, 'meal') === 'lunch' ? numberAt(row, 'diners') : undefined,
    }),
    kept: mealsKept({
      ...record,
      title: { zh: '就餐人数登记率', en: 'Meals whose diners were counted' },
      counts: { zh: '期内已供餐次中登记了人数的', en: 'Of the meals served, with their diners' },
    }),
  },
  breakdowns: {
    byMeal: splitBy({
      title: { zh: '各餐就餐人次', en: 'Diners by meal' },
      unit: { zh: '人次', en: 'meals' },
      happened: 'day',
      names: () => (row) =>
        Object.entries(meals).find(([key]) => key === textAt(row, 'meal'))?.[1].zh ?? '',
      amounts: dinersOf,
    }),
  },
  report: {
    section: 'canteen',
    sentences: ['就餐{served|compared}，午餐平均{lunches|compared}。'],
  },
  demo: (school) => {
    const chance = school.chance('diners');
    const served = demoMeals(school).filter(({ day }) => day < school.today);
    return served.map(({ day, meal }, index) => {
      const number = usualDiners[meal] + chance.between(-18, 18);
      return {
        day,
        meal,
        diners: index === served.length - 4 ? Math.round(number / 10) : number,
        students: Math.round((index === served.length - 4 ? number / 10 : number) * 0.92),
        by: '张桂兰',
      };
    });
  },
});
