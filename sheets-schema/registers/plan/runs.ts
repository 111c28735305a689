import { choice, moment, quantity, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { defineRegister } from '../../register.ts';
import { weekdayOf } from '../../time.ts';

const columns = {
  started: moment({ zh: '开始', en: 'Started' }, { required: true, filledByCode: true }),
  ended: moment({ zh: '结束', en: 'Ended' }, { filledByCode: true }),
  function: choice(
    { zh: '运行内容', en: 'Function' },
    {
      check: { zh: '检查', en: 'Check' },
      plan: { zh: '月计划', en: 'Plan' },
      report: { zh: '期末总结', en: 'Report' },
      digest: { zh: '提醒', en: 'Digest' },
      closing: { zh: '月结', en: 'Closing' },
      requests: { zh: '审批邮件', en: 'Requests' },
    },
    { required: true, filledByCode: true },
  ),
  read: quantity(
    { zh: '读了', en: 'Read' },
    { unit: { zh: '行', en: 'rows' }, min: 0, whole: true, filledByCode: true },
  ),
  wrote: quantity(
    { zh: '写了', en: 'Wrote' },
    { unit: { zh: '行', en: 'rows' }, min: 0, whole: true, filledByCode: true },
  ),
  sent: quantity(
    { zh: '发出', en: 'Sent' },
    { unit: { zh: '封', en: 'messages' }, min: 0, whole: true, filledByCode: true },
  ),
  outcome: choice(
    { zh: '结果', en: 'Outcome' },
    {
      done: { zh: '完成', en: 'Done' },
      nothing: { zh: '没有要做的', en: 'Nothing to do' },
      failed: { zh: '没有完成', en: 'Failed' },
    },
    { filledByCode: true },
  ),
  why: text({ zh: '说明', en: 'Why' }, { long: true, filledByCode: true }),
};

/**
 * 运行记录 Runs: each scheduled run leaves one row, also when it did nothing or failed, so that a run that
 * did not happen is noticed.
 */
export const runs = defineRegister({
  key: 'runs',
  title: { zh: '运行记录', en: 'Runs' },
  purpose: {
    zh: '自动运行做了什么、为什么没做成',
    en: 'What the scheduled runs did, or why they failed',
  },
  workbook: 'people',
  alwaysOn: true,
  writtenByCode: true,
  columns,
  happened: 'started',
  rules: [],
  figures: {},
  demo: (school) => {
    const chance = school.chance('runs');
    return school.days().flatMap((day) => {
      const run = day.endsWith('-25')
        ? ('plan' as const)
        : weekdayOf(day) % 6 !== 0
          ? ('digest' as const)
          : undefined;
      if (run === undefined) return [];
      const minute = chance.between(0, 9);
      return [
        {
          started: momentOn(day, 6 * 60 + minute),
          ended: momentOn(day, 6 * 60 + minute + 1),
          function: run,
          read: chance.between(900, 2400),
          wrote: run === 'plan' ? chance.between(240, 290) : 0,
          sent: run === 'plan' ? 1 : chance.between(4, 9),
          outcome: 'done' as const,
        },
      ];
    });
  },
});
