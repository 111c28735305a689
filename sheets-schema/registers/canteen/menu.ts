import { lastSchoolDay, mealIn, meals, usualMealsSetting } from '../../calculations/meals.ts';
import { choice, date, text } from '../../columns.ts';
import { type DemoDishKind, demoMenu } from '../../demo/meals.ts';
import { within } from '../../figures/count.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { namesIn } from '../../roster/posts.ts';
import { type Row, textAt } from '../../row.ts';
import { type Rule, rowRule } from '../../rule.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { essence } from '../../spelling.ts';
import { daysFrom, plusDays } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const kinds = {
  staple: { zh: '主食', en: 'Staple' },
  meat: { zh: '荤菜', en: 'Meat' },
  half: { zh: '半荤', en: 'Half meat' },
  vegetable: { zh: '素菜', en: 'Vegetable' },
  soup: { zh: '汤', en: 'Soup' },
  extra: { zh: '蛋奶水果', en: 'Egg, milk, fruit' },
} as const satisfies Readonly<Record<DemoDishKind, unknown>>;

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, { required: true }),
  dish: text(
    { zh: '菜名', en: 'Dish' },
    {
      required: true,
      width: 180,
      help: { zh: '一行一道菜，留样和加工都按它对', en: 'One dish a row; samples are held to it' },
    },
  ),
  kind: choice({ zh: '类别', en: 'Kind' }, kinds),
  allergens: text(
    { zh: '过敏提示', en: 'Allergens' },
    { help: { zh: '含花生、牛奶、海鲜等要写明', en: 'Peanut, milk, seafood and the like' } },
  ),
};

/** The days just ahead have a menu (公示菜谱): asked for as long as the register is kept. */
const unpublished: Rule<'day'> = {
  key: 'unpublished',
  columns: ['day'],
  reads: ['calendar'],
  catches: { zh: '快到了还没有菜谱', en: 'A day just ahead without a menu' },
  check: (register, rows, world) => {
    if (rows.length === 0) return [];
    const today = dayOf(world.now);
    const planned = new Set(rows.map((row) => textAt(row, 'day')));
    return daysFrom(today, plusDays(today, world.settings.number('menu.aheadDays')))
      .filter((day) => world.calendar.isSchoolDay(day) && !planned.has(day))
      .map(
        (day): Finding => ({
          register: register.key,
          rule: 'unpublished',
          about: day,
          severity: 'look',
          message: {
            zh: `${monthAndDay(day)}还没有菜谱，请填好公布`,
            en: `No menu yet for ${day}: fill it in and publish it`,
          },
        }),
      );
  },
};

/**
 * 菜谱 Menu (C6; R2). What samples, cooking and diners are held to. 《学校食品安全与营养健康管理规定》: a school's
 * canteen makes no cold, raw or high-risk dishes (四季豆、鲜黄花菜、野生蘑菇、发芽土豆).
 */
export const menu = defineRegister({
  key: 'menu',
  title: { zh: '菜谱', en: 'Menu' },
  purpose: {
    zh: '每天每餐做什么菜，食堂班长提前一周填好并公布',
    en: 'The dishes of each meal, entered a week ahead by the canteen leader',
  },
  workbook: 'canteen',
  startsOn: true,
  columns,
  happened: 'day',
  looksBack: 3,
  label: 'dish',
  batches: [
    {
      key: 'day',
      title: { zh: '一天的菜谱', en: "A day's menu" },
      audience: 'staff',
      intro: {
        zh: '已按两周前同一天的菜谱列出，改好再交。',
        en: 'Prefilled with the menu of two weeks before.',
      },
      shared: ['day'],
      each: ['meal', 'dish', 'kind', 'allergens'],
      rows: (world, shared) => {
        const day = localDate.safeParse(shared.day);
        const before = plusDays(day.success ? day.data : dayOf(world.now), -14);
        return world
          .rows('menu')
          .filter((row) => textAt(row, 'day') === before)
          .flatMap((row) => {
            const meal = mealIn(row, 'meal');
            const kind = kindOf(row);
            return meal
              ? [{ meal, dish: textAt(row, 'dish'), ...(kind === undefined ? {} : { kind }) }]
              : [];
          });
      },
      untouched: 'kept',
      example: {
        shared: { day: localDate.parse('2026-12-01') },
        rows: [
          { meal: 'lunch', dish: '红烧鸡腿', kind: 'meat' },
          { meal: 'lunch', dish: '蚝油生菜', kind: 'vegetable' },
        ],
      },
    },
  ],
  print: {
    signatures: [
      { zh: '制表人', en: 'Made by' },
      { zh: '食品安全员', en: 'Food safety' },
    ],
  },
  rules: [
    unique({
      columns: ['dish', 'meal', 'day'],
      message: (dish) => ({
        zh: `这一餐“${clip(dish, 10)}”写了两次，请删一行`,
        en: `“${clip(dish, 20)}” stands twice in this meal: remove one`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'forbidden',
      columns: ['dish'],
      catches: { zh: '学校食堂不许做的菜', en: 'A dish that a school may not make' },
      finds: ({ values: { dish } }, world) => {
        const forbidden = namesIn(world.settings.text('menu.forbidden'));
        const named = forbidden.find((word) => essence(dish ?? '').includes(essence(word)));
        return named === undefined
          ? undefined
          : {
              column: 'dish',
              severity: 'must',
              message: {
                zh: `学校食堂禁做“${clip(named, 6)}”，请换菜`,
                en: `A school may not serve ${named}: choose another dish`,
              },
            };
      },
    }),
    unpublished,
  ],
  settings: {
    meals: usualMealsSetting,
    forbidden: {
      kind: 'text',
      title: { zh: '不许做的菜（用顿号分开）', en: 'Dishes that may not be made' },
      default: '四季豆、鲜黄花菜、野生蘑菇、发芽土豆、凉拌、生鱼片、裱花',
      source: '《学校食品安全与营养健康管理规定》禁止的冷荤、生食和高风险食品',
    },
    aheadDays: inDays({ zh: '菜谱提前公布', en: 'Menu published ahead by' }, 1, '惯例'),
  },
  figures: {
    served: {
      title: { zh: '供餐', en: 'Meals planned' },
      unit: { zh: '餐次', en: 'meals' },
      better: 'neither',
      counts: { zh: '期内菜谱上的餐次', en: 'Meals on the menu of the period' },
      form: 'amount',
      measure: (rows, period) => {
        const own = within(rows, 'day', period);
        const served = new Set(own.map((row) => `${textAt(row, 'day')} ${textAt(row, 'meal')}`));
        return {
          value: own.length === 0 ? undefined : served.size,
          rows: own.map(({ id }) => id),
        };
      },
    },
    variety: {
      title: { zh: '菜品种类', en: 'Different dishes' },
      unit: { zh: '种', en: 'dishes' },
      better: 'higher',
      counts: { zh: '期内菜谱上不同的菜名', en: 'Different names on the menu of the period' },
      form: 'amount',
      measure: (rows, period) => {
        const own = within(rows, 'day', period);
        return {
          value:
            own.length === 0
              ? undefined
              : new Set(own.map((row) => essence(textAt(row, 'dish')))).size,
          rows: own.map(({ id }) => id),
        };
      },
    },
  },
  plan: {
    tasks: (_rows, month, world) => [
      {
        key: `menu-${month.month}`,
        group: 'canteen',
        what: '按周公布菜谱',
        standard: '每周五前公布下周菜谱，换菜当餐前报',
        owner: '食堂班长',
        due: lastSchoolDay(world, month),
      },
    ],
  },
  report: { section: 'canteen', sentences: ['供餐{served|compared}，菜品{variety|compared}。'] },
  demo: demoMenu,
});

function kindOf(row: Row): DemoDishKind | undefined {
  return (['staple', 'meat', 'half', 'vegetable', 'soup', 'extra'] as const).find(
    (kind) => kind === textAt(row, 'kind'),
  );
}
