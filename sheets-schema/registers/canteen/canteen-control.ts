import type { Recurring } from '../../calculations/cadence.ts';
import { lastSchoolDay } from '../../calculations/meals.ts';
import { choice, date, moment, reference, text } from '../../columns.ts';
import { demoCanteenControl } from '../../demo/canteen-control.ts';
import { count } from '../../figures/count.ts';
import { kept } from '../../figures/kept.ts';
import { defineRegister } from '../../register.ts';
import { type Row, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { cadence } from '../../rules/cadence.ts';
import { copied } from '../../rules/copied.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { daysBetween } from '../../time.ts';
import { dayOf } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const levels = {
  daily: { zh: '日管控', en: 'Daily control' },
  weekly: { zh: '周排查', en: 'Weekly search' },
  monthly: { zh: '月调度', en: 'Monthly session' },
};

const columns = {
  done: moment({ zh: '时间', en: 'When' }, { required: true, stamped: true }),
  level: choice({ zh: '哪一级', en: 'Level' }, levels, { required: true }),
  by: reference(
    'people',
    { zh: '负责人', en: 'By' },
    {
      required: true,
      help: {
        zh: '日、周：食品安全员或总监；月：校长',
        en: 'Day and week: food safety; month: the head',
      },
    },
  ),
  checked: text(
    { zh: '查了什么', en: 'What was looked at' },
    { required: true, long: true, help: { zh: '按风险管控清单', en: 'By the list of risks' } },
  ),
  result: choice(
    { zh: '结果', en: 'Result' },
    {
      clear: { zh: '无风险', en: 'No risk found' },
      found: { zh: '有风险', en: 'Risk found' },
    },
    { required: true, help: { zh: '没有问题也要记（零风险报告）', en: 'No risk is noted too' } },
  ),
  found: text({ zh: '风险和问题', en: 'Found' }, { long: true }),
  measure: text({ zh: '防范措施', en: 'Measure' }, { long: true }),
  mended: date({ zh: '解决日期', en: 'Mended on' }),
};

const hasFound = (row: Row): boolean => valueAt(row, 'result') === 'found';

/** What is due: each day, each week, each month with school. */
const due: readonly Recurring[] = (['daily', 'weekly', 'monthly'] as const).map((level) => ({
  name: level,
  cadence: level,
  owner: '',
}));

/**
 * 日管控·周排查·月调度 (C6). 《集中用餐单位落实食品安全主体责任监督管理规定》（2025 年 4 月 15 日起施行）: each day the
 * food safety officer checks by the list of risks and notes it even when nothing is wrong; each week risks are
 * searched for; each month the head of school hears and decides.
 */
export const canteenControl = defineRegister({
  key: 'canteenControl',
  title: { zh: '日管控周排查月调度', en: 'Canteen control' },
  purpose: {
    zh: '食品安全每天查、每周排查、每月校长听一次，零风险也要记',
    en: 'Food safety checked each day, searched each week, heard by the head each month',
  },
  workbook: 'canteen',
  columns,
  happened: 'done',
  looksBack: 62,
  form: {
    audience: 'staff',
    intro: { zh: '当天查当天记，没问题也要记。', en: 'The same day, even when nothing is wrong.' },
    asks: ['level', 'by', 'checked', 'result', 'found', 'measure'],
    example: {
      level: 'daily',
      by: '林小梅',
      checked: '晨检、原料、加工、留样、消毒、环境',
      result: 'clear',
    },
  },
  print: {
    signatures: [
      { zh: '食品安全员', en: 'Food safety officer' },
      { zh: '食品安全总监', en: 'Food safety director' },
      { zh: '校长', en: 'Head of school' },
    ],
  },
  rules: [
    cadence({
      happened: 'done',
      of: 'level',
      reads: ['calendar'],
      due: () => due,
      lookBack: (world) => world.settings.number('canteenControl.lookBackDays'),
      message: ([{ recurring, span }]) =>
        ({
          daily: {
            zh: `${monthAndDay(span.from)}没有日管控记录，请补查补记`,
            en: `No daily control on ${span.from}: check and enter it`,
          },
          weekly: {
            zh: `${monthAndDay(span.from)}那周没有周排查，请补`,
            en: `No weekly search in the week of ${span.from}`,
          },
          monthly: {
            zh: `${Number(span.from.slice(5, 7))}月没有月调度，请补`,
            en: `No monthly session in ${span.from.slice(0, 7)}`,
          },
          term: { zh: '本学期缺记录，请补', en: 'Missing this term' },
          preTerm: { zh: '开学前缺记录，请补', en: 'Missing before term' },
        })[recurring.cadence],
    }),
    needed({
      key: 'found',
      columns: ['found', 'measure'],
      reads: ['result'],
      when: hasFound,
      because: { zh: '有风险', en: 'Risk found' },
    }),
    rowRule<typeof columns>({
      key: 'not-mended',
      columns: ['done', 'found', 'result', 'mended'],
      catches: { zh: '查出的风险一直没解决', en: 'A risk found and never mended' },
      finds: (row, world) => {
        const { done, mended } = row.values;
        if (!hasFound(row) || done === undefined || mended !== undefined) return undefined;
        const days = world.settings.number('canteenControl.mendDays');
        const late = daysBetween(dayOf(done), dayOf(world.now));
        return late <= days
          ? undefined
          : {
              column: 'mended',
              severity: 'must',
              message: {
                zh: `“${clip(row.values.found ?? '风险', 8)}”${late}天没解决，请处理`,
                en: `Found ${late} days ago and not mended: see to it`,
              },
            };
      },
    }),
    copied({
      happened: 'done',
      by: 'by',
      at: 'result',
      clear: (row) => !hasFound(row),
      days: (world) => world.settings.number('canteenControl.copiedDays'),
      message: (name, days) => ({
        zh: `${clip(name, 4)}连续${days}天零风险，请现场抽查`,
        en: `${name}: no risk found ${days} days running: look on the spot`,
      }),
    }),
  ],
  settings: {
    lookBackDays: inDays({ zh: '缺记录往回查', en: 'Look back for what is missing' }, 40, '惯例'),
    mendDays: inDays({ zh: '风险几天内解决', en: 'Risks mended within' }, 3, '惯例'),
    copiedDays: inDays(
      { zh: '连续零风险多少天要抽查', en: 'No risk so many days running is looked at' },
      20,
      'R2 巡查松懈',
    ),
  },
  figures: {
    entries: count({
      title: { zh: '食品安全检查', en: 'Food safety checks' },
      unit: { zh: '次', en: 'checks' },
      counts: { zh: '期内日管控、周排查、月调度记录', en: 'Daily, weekly and monthly records' },
      happened: 'done',
    }),
    kept: kept({
      title: { zh: '日周月管控完成率', en: 'Controls done of those due' },
      counts: { zh: '期内应做的日、周、月管控中做了的', en: 'Of the controls due, those done' },
      happened: 'done',
      of: 'level',
      due: () => due,
      target: 100,
    }),
    risks: count({
      title: { zh: '查出食品安全风险', en: 'Risks found' },
      unit: { zh: '处', en: 'risks' },
      counts: { zh: '期内结果为有风险的记录', en: 'Records of the period with a risk' },
      happened: 'done',
      where: hasFound,
    }),
  },
  plan: {
    tasks: (_rows, month, world) => [
      {
        key: `canteenControl-${month.month}`,
        group: 'canteen',
        what: '食品安全日管控、周排查、月调度',
        standard: '每个供餐日、每周、每月各一次，缺 0',
        owner: '食品安全员',
        assists: '校长',
        due: lastSchoolDay(world, month),
      },
    ],
  },
  report: {
    section: 'canteen',
    sentences: ['日管控、周排查、月调度{entries|compared}，完成率{kept}，查出风险{risks}。'],
    indicators: ['kept'],
    shortcomings: {
      kept: {
        says: '日管控、周排查、月调度有缺漏',
        effect: '食品安全风险发现不及时',
        measure: '放学前由食堂班长核对当天记录，缺的当天补查',
      },
    },
  },
  demo: demoCanteenControl,
});
