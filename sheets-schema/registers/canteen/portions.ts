import { meals } from '../../calculations/meals.ts';
import { choice, moment, quantity, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { tooOften } from '../../rules/too-often.ts';
import { inDays, inHours } from '../../settings.ts';
import { essence } from '../../spelling.ts';
import { minutesBetween, plusDays } from '../../time.ts';
import { clip, written } from '../../wording.ts';

const grams = { unit: { zh: '克', en: 'g' }, min: 0, max: 5000 } as const;

const columns = {
  noticed: moment({ zh: '时间', en: 'When' }, { required: true, stamped: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, { required: true }),
  dish: text({ zh: '菜名', en: 'Dish' }, { required: true }),
  source: choice(
    { zh: '来源', en: 'Came from' },
    {
      spotCheck: { zh: '抽查', en: 'Spot check' },
      complaint: { zh: '反映菜少', en: 'Complaint' },
    },
    { required: true },
  ),
  window: text({ zh: '窗口或班级', en: 'Counter or class' }),
  standard: quantity(
    { zh: '标准分量', en: 'Standard' },
    { ...grams, help: { zh: '一份应有多少克', en: 'What one portion should weigh' } },
  ),
  weighed: quantity(
    { zh: '实称', en: 'Weighed' },
    { ...grams, help: { zh: '任取三份的平均数', en: 'The mean of three portions' } },
  ),
  by: reference('people', { zh: '称重人', en: 'Weighed by' }),
  measure: text({ zh: '怎么办', en: 'What was done' }),
};

/** Weighed less than the standard allows; `undefined` while one of the two is not known. */
function isShort(row: Row, world: World): boolean | undefined {
  const [standard, weighed] = [numberAt(row, 'standard'), numberAt(row, 'weighed')];
  if (standard === undefined || weighed === undefined) return undefined;
  return weighed < standard * (1 - world.settings.number('portions.tolerance') / 100);
}

/** Days before today, meal, dish, source, counter, standard, weighed, measure. */
const demoPortions = [
  [47, 'lunch', '红烧鸡腿', 'spotCheck', '一楼2号窗口', 120, 124, ''],
  [33, 'lunch', '青椒肉丝', 'complaint', '2025级3班', 150, 128, '当场补打，统一用 150 克勺'],
  [26, 'dinner', '家常豆腐', 'spotCheck', '二楼1号窗口', 150, 152, ''],
  [18, 'lunch', '糖醋里脊', 'spotCheck', '一楼1号窗口', 120, 118, ''],
  [12, 'lunch', '木须肉', 'complaint', '2026级1班', 150, 149, '当面称重，说明标准'],
  [6, 'lunch', '青椒肉丝', 'complaint', '2025级3班', 150, 122, ''],
  [4, 'dinner', '宫保鸡丁', 'complaint', '2024级2班', undefined, undefined, ''],
] as const;

/**
 * 饭菜分量 Portions (C6; R2: 幼儿菜量少了无人管). A word about less on the plate is weighed against the standard the
 * same day, and what was short is put right.
 */
export const portions = defineRegister({
  key: 'portions',
  title: { zh: '饭菜分量', en: 'Portions' },
  purpose: {
    zh: '抽查或有人反映菜少时，当餐称重、当餐处理',
    en: 'Portions weighed at a spot check or on a complaint, and put right',
  },
  workbook: 'canteen',
  columns,
  happened: 'noticed',
  looksBack: 31,
  form: {
    audience: 'anyone',
    intro: {
      zh: '觉得菜少了请填，食堂当餐称重给答复。',
      en: 'Less on the plate? The canteen weighs it.',
    },
    asks: ['meal', 'dish', 'window'],
    starts: { source: 'complaint' },
    tracks: ['standard', 'weighed', 'measure'],
    example: { meal: 'lunch', dish: '青椒肉丝', window: '一楼2号窗口' },
  },
  rules: [
    rowRule<typeof columns>({
      key: 'not-weighed',
      columns: ['noticed', 'weighed', 'standard'],
      catches: { zh: '反映菜少没人去称', en: 'A complaint that nobody weighed' },
      finds: (row, world) => {
        const { noticed } = row.values;
        if (noticed === undefined || isShort(row, world) !== undefined) return undefined;
        const hours = world.settings.number('portions.withinHours');
        const waited = minutesBetween(noticed, world.now, world.settings.text('timeZone'));
        return waited <= hours * 60
          ? undefined
          : {
              column: 'weighed',
              severity: 'must',
              message: { zh: '反映菜少没称重，请称并答复', en: 'Nobody weighed it: weigh, answer' },
            };
      },
    }),
    rowRule<typeof columns>({
      key: 'short',
      columns: ['standard', 'weighed', 'measure'],
      catches: { zh: '分量不足没处理', en: 'Short, and nothing done' },
      finds: (row, world) =>
        isShort(row, world) !== true || textAt(row, 'measure').trim() !== ''
          ? undefined
          : {
              column: 'measure',
              severity: 'must',
              message: {
                zh: `少 ${written((row.values.standard ?? 0) - (row.values.weighed ?? 0))} 克，请补足并写怎么办`,
                en: 'The portion was short: put it right and say how',
              },
            },
    }),
    needed({
      key: 'weighed',
      columns: ['standard', 'by'],
      reads: ['weighed'],
      when: (row) => valueAt(row, 'weighed') !== undefined,
      because: { zh: '称了', en: 'Weighed' },
    }),
    tooOften({
      at: 'dish',
      happened: 'noticed',
      columns: ['standard', 'weighed'],
      of: (world) => (row) => (isShort(row, world) === true ? essence(textAt(row, 'dish')) : ''),
      times: (world) => world.settings.number('portions.again'),
      days: (world) => world.settings.number('portions.againDays'),
      message: (dish, times, days) => ({
        zh: `“${clip(dish, 8)}”${days}天内${times}次不足，请查原因`,
        en: `${dish}: short ${times} times within ${days} days: find out why`,
      }),
    }),
  ],
  settings: {
    tolerance: {
      kind: 'number',
      title: { zh: '分量允许少', en: 'A portion may be short by' },
      unit: { zh: '%', en: '%' },
      default: 10,
      source: '惯例',
    },
    withinHours: inHours({ zh: '反映后多久称重', en: 'Weighed within' }, 24, 'R2 菜量少了无人管'),
    again: {
      kind: 'number',
      title: { zh: '同一道菜几次不足要查', en: 'The same dish short so often' },
      unit: { zh: '次', en: 'times' },
      default: 2,
      source: 'R2 菜量少了无人管',
    },
    againDays: inDays({ zh: '在多少天内', en: 'Within' }, 30, '惯例'),
  },
  figures: {
    complaints: count({
      title: { zh: '反映菜少', en: 'Complaints of small portions' },
      unit: { zh: '次', en: 'complaints' },
      counts: { zh: '期内来源为反映菜少的登记', en: 'Complaints of the period' },
      better: 'lower',
      happened: 'noticed',
      where: (row) => valueAt(row, 'source') === 'complaint',
    }),
    full: share({
      title: { zh: '分量合格率', en: 'Full portions' },
      counts: { zh: '期内称过的分量中够标准的', en: 'Of the portions weighed, full ones' },
      happened: 'noticed',
      among: (row, world) => isShort(row, world) !== undefined,
      where: (row, world) => isShort(row, world) === false,
      target: 95,
    }),
  },
  report: {
    section: 'canteen',
    sentences: ['反映菜少{complaints|compared}，称重分量合格率{full}。'],
    shortcomings: {
      full: {
        says: '饭菜分量有不足的情况',
        effect: '学生吃不饱，有意见',
        measure: '统一用定量勺，每周抽称一次，不足当餐补',
      },
    },
  },
  demo: (school) =>
    demoPortions.map(([ago, meal, dish, source, window, standard, weighed, measure]) => ({
      noticed: momentOn(plusDays(school.today, -ago), meal === 'lunch' ? 735 : 1065),
      meal,
      dish,
      source,
      window,
      ...(standard === undefined ? {} : { standard, weighed, by: '林小梅' }),
      ...(measure === '' ? {} : { measure }),
    })),
});
