import type { Recurring } from '../../calculations/cadence.ts';
import { choice, moment, quantity, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { kept } from '../../figures/kept.ts';
import { defineRegister } from '../../register.ts';
import { type Row, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { cadence } from '../../rules/cadence.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { monthAndDay } from '../../wording.ts';

const people = { unit: { zh: '人', en: 'people' }, min: 0, max: 500, whole: true } as const;

const columns = {
  done: moment({ zh: '晨检时间', en: 'Checked at' }, { required: true, stamped: true }),
  what: choice(
    { zh: '班次', en: 'Shift' },
    { morning: { zh: '早班', en: 'Morning' }, noon: { zh: '中班', en: 'Noon' } },
    { required: true },
  ),
  expected: quantity({ zh: '应到', en: 'Expected' }, { ...people, required: true }),
  present: quantity({ zh: '实到', en: 'Present' }, { ...people, required: true }),
  unfit: quantity(
    { zh: '异常人数', en: 'Unfit' },
    {
      ...people,
      required: true,
      help: { zh: '发热、腹泻、手外伤、皮疹等', en: 'Fever, diarrhoea, cuts, rash' },
    },
  ),
  finding: text({ zh: '异常情况', en: 'What was found' }, { personal: true }),
  measure: choice(
    { zh: '处理', en: 'What was done' },
    {
      sentHome: { zh: '离岗就医', en: 'Off the post, to a doctor' },
      otherWork: { zh: '调离直接入口食品', en: 'Other work, away from food' },
      stayed: { zh: '继续上岗', en: 'Stayed at work' },
    },
  ),
  by: reference('people', { zh: '检查人', en: 'By' }, { required: true }),
};

const hasUnfit = (row: Row): boolean => Number(valueAt(row, 'unfit') ?? 0) > 0;

const due: readonly Recurring[] = [{ name: 'morning', cadence: 'daily', owner: '' }];

/**
 * 晨检记录 Morning check of the canteen's staff (C6). 食品安全法第四十五条 and 餐饮服务食品安全操作规范: before work each
 * day; whoever is ill or has a cut does not touch food. Certificates themselves stand in 证件.
 */
export const morningChecks = defineRegister({
  key: 'morningChecks',
  title: { zh: '食堂晨检', en: 'Morning checks' },
  purpose: {
    zh: '食堂人员每天上岗前查健康和卫生，有病不碰食品',
    en: 'Health and hygiene of the canteen staff before each day of work',
  },
  workbook: 'canteen',
  columns,
  happened: 'done',
  looksBack: 10,
  form: {
    audience: 'staff',
    intro: { zh: '上岗前查，查完就填。', en: 'Before work begins.' },
    asks: ['what', 'expected', 'present', 'unfit', 'finding', 'measure', 'by'],
    example: { what: 'morning', expected: 6, present: 6, unfit: 0, by: '林小梅' },
  },
  print: { signatures: [{ zh: '检查人', en: 'By' }] },
  rules: [
    cadence({
      happened: 'done',
      of: 'what',
      reads: ['calendar'],
      due: () => due,
      lookBack: (world) => world.settings.number('morningChecks.lookBackDays'),
      message: ([{ span }]) => ({
        zh: `${monthAndDay(span.from)}没有晨检记录，请补登记`,
        en: `No morning check on ${span.from}: enter it`,
      }),
    }),
    needed({
      key: 'unfit',
      columns: ['finding', 'measure'],
      reads: ['unfit'],
      when: hasUnfit,
      because: { zh: '有人异常', en: 'Somebody is unfit' },
    }),
    rowRule<typeof columns>({
      key: 'unfit-at-work',
      columns: ['unfit', 'measure'],
      catches: { zh: '身体异常还上岗', en: 'Unfit and still at work' },
      finds: (row) =>
        hasUnfit(row) && row.values.measure === 'stayed'
          ? {
              column: 'measure',
              severity: 'must',
              message: { zh: '身体异常不能碰食品，请调离岗位', en: 'Unfit: no work with food' },
            }
          : undefined,
    }),
    rowRule<typeof columns>({
      key: 'more-present',
      columns: ['expected', 'present', 'unfit'],
      catches: { zh: '人数对不上', en: 'Numbers that do not agree' },
      finds: ({ values: { expected, present, unfit } }) =>
        (present ?? 0) > (expected ?? Number.POSITIVE_INFINITY) ||
        (unfit ?? 0) > (present ?? Number.POSITIVE_INFINITY)
          ? {
              column: 'present',
              severity: 'must',
              message: { zh: '应到、实到、异常人数对不上，请核对', en: 'Check the three numbers' },
            }
          : undefined,
    }),
  ],
  settings: {
    lookBackDays: inDays({ zh: '缺记录往回查', en: 'Look back for what is missing' }, 7, '惯例'),
  },
  figures: {
    kept: kept({
      title: { zh: '晨检完成率', en: 'Morning checks done' },
      counts: { zh: '期内上学日中有晨检记录的', en: 'Of the school days, with a morning check' },
      happened: 'done',
      of: 'what',
      due: () => due,
      target: 100,
    }),
    unfit: count({
      title: { zh: '晨检发现异常', en: 'Found unfit' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内有人异常的晨检', en: 'Checks of the period with somebody unfit' },
      happened: 'done',
      where: hasUnfit,
    }),
  },
  report: {
    section: 'canteen',
    sentences: ['食堂晨检完成率{kept}，发现异常{unfit}。'],
    shortcomings: {
      kept: {
        says: '食堂晨检有缺漏',
        effect: '带病上岗不能及时发现',
        measure: '晨检码贴在更衣室门口，不检不上岗',
      },
    },
  },
  retention: { finding: { months: 6 } },
  demo: (school) => {
    const days = school.days().filter((day) => school.isSchoolDay(day));
    return days.flatMap((day, index) => {
      if (index === days.length - 6) return [];
      const unfit = index === 9 || index === 24;
      return [
        {
          done: momentOn(day, 325),
          what: 'morning' as const,
          expected: 6,
          present: unfit ? 5 : 6,
          unfit: unfit ? 1 : 0,
          ...(unfit
            ? {
                finding: index === 9 ? '一人手指割伤' : '一人发热',
                measure: index === 9 ? ('otherWork' as const) : ('sentHome' as const),
              }
            : {}),
          by: '林小梅',
        },
      ];
    });
  },
});
