import { choice, quantity, text, yesNo } from '../../columns.ts';
import { listed } from '../../figures/listed.ts';
import { defineRegister } from '../../register.ts';
import { textAt, valueAt } from '../../row.ts';
import { unique } from '../../rules/unique.ts';

const columns = {
  name: text({ zh: '条款', en: 'Clause' }, { required: true, width: 220 }),
  kind: choice(
    { zh: '加分扣分', en: 'Reward or deduction' },
    { reward: { zh: '加分', en: 'Reward' }, deduction: { zh: '扣分', en: 'Deduction' } },
    { required: true },
  ),
  points: quantity(
    { zh: '分值', en: 'Points' },
    {
      required: true,
      unit: { zh: '分', en: 'points' },
      min: 0.5,
      max: 100,
      help: { zh: '都填正数', en: 'A positive number' },
    },
  ),
  standard: text(
    { zh: '标准', en: 'Standard' },
    { long: true, help: { zh: '怎样算违反或达到', en: 'What breaks or earns it' } },
  ),
  stopped: yesNo({ zh: '停用', en: 'Stopped' }),
};

/** 考核细则 Appraisal rules (B5; R2): each clause with its points; 考核 counts by them. */
export const appraisalRules = defineRegister({
  key: 'appraisalRules',
  title: { zh: '考核细则', en: 'Appraisal rules' },
  purpose: {
    zh: '哪条加几分、扣几分，考核照它打分',
    en: 'Which clause earns or costs how many points',
  },
  workbook: 'people',
  columns,
  label: 'name',
  rules: [unique({ columns: ['name'] })],
  figures: {
    clauses: listed({
      title: { zh: '考核条款', en: 'Clauses' },
      unit: { zh: '条', en: 'clauses' },
      counts: { zh: '没有停用的条款', en: 'Clauses that are not stopped' },
      where: (row) => textAt(row, 'name') !== '' && valueAt(row, 'stopped') !== true,
    }),
  },
  demo: () =>
    (
      [
        ['卫生不合格', 'deduction', 2, '检查当天没有整改好'],
        ['值班漏签', 'deduction', 1, '班后 24 小时没有签到'],
        ['离岗未锁门', 'deduction', 5, '门口无人且未落锁'],
        ['寝室不合格（全室）', 'deduction', 2, '整间寝室一起扣'],
        ['发现重大隐患', 'reward', 5, '及时上报并处置'],
        ['拾金不昧', 'reward', 3, '上交贵重物品'],
        ['师生表扬', 'reward', 2, '意见登记中点名表扬'],
      ] as const
    ).map(([name, kind, points, standard]) => ({ name, kind, points, standard })),
});
