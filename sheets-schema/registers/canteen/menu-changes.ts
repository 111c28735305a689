import { beginsAt, mealIn, meals } from '../../calculations/meals.ts';
import { choice, date, moment, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { type Rule, rowRule } from '../../rule.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { essence } from '../../spelling.ts';
import { daysFrom, plusDays } from '../../time.ts';
import { localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  reported: moment({ zh: '报告时间', en: 'Reported' }, { required: true, stamped: true }),
  day: date({ zh: '哪天', en: 'Day' }, { required: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, { required: true }),
  dish: text(
    { zh: '原来的菜', en: 'Planned dish' },
    { help: { zh: '临时加菜的空着', en: 'Blank for a dish that is added' } },
  ),
  instead: text(
    { zh: '改做什么', en: 'Instead' },
    { help: { zh: '只减不加的空着', en: 'Blank when it is dropped' } },
  ),
  reason: text({ zh: '原因', en: 'Reason' }, { required: true }),
  reporter: reference('people', { zh: '报告人', en: 'Reported by' }, { required: true }),
  approver: reference(
    'people',
    { zh: '同意人', en: 'Agreed by' },
    { help: { zh: '食品安全员或后勤负责人', en: 'Food safety officer or logistics' } },
  ),
};

/** Whether a change was reported before its meal began. */
function inTime({ values }: Row): boolean {
  const day = localDate.safeParse(values.day);
  const meal = mealIn({ values }, 'meal');
  return day.success && meal !== undefined && String(values.reported) < beginsAt(day.data, meal);
}

/** The dish that was changed stood on the menu of that meal. */
const notPlanned: Rule<'day' | 'meal' | 'dish'> = {
  key: 'not-planned',
  columns: ['day', 'meal', 'dish'],
  reads: ['menu'],
  catches: { zh: '原菜谱里没有这道菜', en: 'A change of a dish that was not planned' },
  check: (register, rows, world) => {
    const planned = Map.groupBy(world.rows('menu'), (row) =>
      [textAt(row, 'day'), textAt(row, 'meal')].join(' '),
    );
    return rows.flatMap((row): Finding[] => {
      const dish = textAt(row, 'dish');
      const dishes = planned.get([textAt(row, 'day'), textAt(row, 'meal')].join(' '));
      if (dish.trim() === '' || !dishes) return [];
      if (dishes.some((one) => essence(textAt(one, 'dish')) === essence(dish))) return [];
      return [
        {
          register: register.key,
          rule: 'not-planned',
          row: row.id,
          column: 'dish',
          severity: 'must',
          message: {
            zh: `这一餐菜谱没有“${clip(dish, 10)}”，请核对`,
            en: `“${clip(dish, 20)}” was not planned for this meal: check it`,
          },
        },
      ];
    });
  },
};

/** Days before today, meal, planned dish by its place, instead, reason, hours before the meal. */
const demoChanges = [
  [17, 'lunch', 3, '清炒上海青', '小白菜没到货', '张桂兰'],
  [11, 'dinner', 0, '土豆炖肉', '鸡丁验收不合格，已退', '马春生'],
  [4, 'lunch', 4, '紫菜虾皮汤', '冬瓜变质', '张桂兰'],
] as const;

/** 菜谱变更 Menu changes (C6; R2: 调改了菜谱不报). Who changes a dish says so before the meal, and why. */
export const menuChanges = defineRegister({
  key: 'menuChanges',
  title: { zh: '菜谱变更', en: 'Menu changes' },
  purpose: {
    zh: '换菜、加菜、减菜都在开餐前报，写清原因',
    en: 'Dishes changed, added or dropped: reported before the meal, with the reason',
  },
  workbook: 'canteen',
  startsOn: true,
  columns,
  happened: 'reported',
  form: {
    audience: 'staff',
    intro: { zh: '开餐前报；留样按改后的菜留。', en: 'Before the meal; samples follow it.' },
    asks: ['day', 'meal', 'dish', 'instead', 'reason', 'reporter'],
    example: {
      day: localDate.parse('2026-11-25'),
      meal: 'lunch',
      dish: '清炒菠菜',
      instead: '清炒小白菜',
      reason: '菠菜没到货',
      reporter: '张桂兰',
    },
  },
  rules: [
    notPlanned,
    rowRule<typeof columns>({
      key: 'nothing-changed',
      columns: ['dish', 'instead'],
      catches: { zh: '没写换了什么', en: 'A change that changes nothing' },
      finds: ({ values: { dish, instead } }) =>
        essence(dish ?? '') === essence(instead ?? '')
          ? {
              column: 'instead',
              severity: 'must',
              message: {
                zh: '看不出换了什么，请填原来的菜或改做什么',
                en: 'Say which dish it was, or what is made instead',
              },
            }
          : undefined,
    }),
    rowRule<typeof columns>({
      key: 'late',
      columns: ['reported', 'day', 'meal'],
      catches: { zh: '开餐后才报', en: 'Reported after the meal began' },
      finds: (row) =>
        row.values.reported === undefined || row.values.day === undefined || inTime(row)
          ? undefined
          : {
              column: 'reported',
              severity: 'look',
              message: { zh: '开餐后才报，下次请提前报', en: 'Reported after the meal began' },
            },
    }),
    rowRule<typeof columns>({
      key: 'not-agreed',
      columns: ['day', 'approver'],
      catches: { zh: '换菜没人同意', en: 'Changed and nobody agreed' },
      finds: ({ values: { day, approver } }, world) =>
        approver === undefined && day !== undefined && day < world.now.slice(0, 10)
          ? {
              column: 'approver',
              severity: 'must',
              message: { zh: '换菜没有同意人，请补填', en: 'Fill in who agreed to the change' },
            }
          : undefined,
    }),
    secondPerson({
      checker: 'approver',
      others: ['reporter'],
      message: () => ({ zh: '报告人不能自己同意，请换人', en: 'Somebody else must agree' }),
    }),
  ],
  figures: {
    changes: count({
      title: { zh: '菜谱变更', en: 'Menu changes' },
      unit: { zh: '次', en: 'changes' },
      counts: { zh: '期内报告的菜谱变更', en: 'Changes reported in the period' },
      happened: 'reported',
    }),
    inTime: share({
      title: { zh: '换菜提前报告率', en: 'Changes reported in time' },
      counts: { zh: '期内变更中开餐前报的', en: 'Of the changes, reported before the meal' },
      happened: 'reported',
      where: inTime,
      target: 100,
    }),
  },
  report: {
    section: 'canteen',
    sentences: ['换菜{changes|compared}，开餐前报告率{inTime}。'],
    shortcomings: {
      inTime: {
        says: '换菜没有都在开餐前报告',
        effect: '菜谱公示与实际不符，留样易漏',
        measure: '换菜先报食品安全员再下锅，当餐留样按改后的菜留',
      },
    },
  },
  demo: (school) =>
    demoChanges.flatMap(([ago, meal, place, instead, reason, reporter], index) => {
      const day = daysFrom(plusDays(school.today, -ago), plusDays(school.today, -1)).find(
        (candidate) => school.isSchoolDay(candidate),
      );
      const dish = school
        .rows('menu')
        .filter((row) => row.day === day && row.meal === meal)
        .at(place)?.dish;
      if (day === undefined || dish === undefined) return [];
      return [
        {
          reported: momentOn(day, index === 2 ? 730 : 540),
          day,
          meal,
          dish: String(dish),
          instead,
          reason,
          reporter,
          approver: '林小梅',
        },
      ];
    }),
});
