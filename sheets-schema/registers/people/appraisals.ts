import { choice, date, photo, quantity, reference, text } from '../../columns.ts';
import { demoAppraisals } from '../../demo/appraisals.ts';
import type { Figure } from '../../figure.ts';
import { count, within } from '../../figures/count.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { byClause, lackOfRecord, pointSources, recordBehind } from '../../rules/points.ts';
import { unique } from '../../rules/unique.ts';
import { wholeDorm } from '../../rules/whole-dorm.ts';
import { clip } from '../../wording.ts';

const columns = {
  day: date({ zh: '考核日期', en: 'Day' }, { required: true }),
  person: reference('people', { zh: '被考核人', en: 'Person' }, { required: true }),
  clause: reference('appraisalRules', { zh: '条款', en: 'Clause' }, { required: true }),
  points: quantity(
    { zh: '分数', en: 'Points' },
    {
      required: true,
      unit: { zh: '分', en: 'points' },
      min: -100,
      max: 100,
      help: { zh: '扣分填负数', en: 'Negative when taken' },
    },
  ),
  source: choice({ zh: '依据哪张表', en: 'Rests on' }, pointSources, {
    required: true,
    help: { zh: '没有记录不能打分', en: 'No points without a record' },
  }),
  recordDay: date({ zh: '记录日期', en: 'Day of the record' }),
  record: text(
    { zh: '记录内容', en: 'Words of the record' },
    { help: { zh: '那一行里的几个字，如“宿舍1号楼 202”', en: 'A few words of that row' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
  reason: text(
    { zh: '说明', en: 'Remark' },
    { help: { zh: '分数与条款不同时写原因', en: 'When points differ from the clause' } },
  ),
};

/** Of a period's points, how many rest on a record that is there. */
const backed: Figure = {
  title: { zh: '考核有据率', en: 'Points with a record' },
  unit: { zh: '%', en: '%' },
  counts: {
    zh: '期内的考核中查得到依据的',
    en: 'Of the points of the period, those with a record',
  },
  better: 'higher',
  form: 'share',
  target: 100,
  measure: (rows, period, world) => {
    const lackOf = lackOfRecord(world);
    const whole = within(rows, 'day', period);
    const part = whole.filter((row) => textAt(row, 'source') !== '' && lackOf(row) === undefined);
    return {
      value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
      part: part.length,
      whole: whole.length,
      rows: part.map(({ id }) => id),
    };
  },
};

/**
 * 考核 Appraisals (B5; R2, R3): points by rule, each with the record behind it; a dorm is judged as a whole. Names stay
 * in the sheet: the report speaks of sums only (对事不对人).
 */
export const appraisals = defineRegister({
  key: 'appraisals',
  title: { zh: '考核', en: 'Appraisals' },
  purpose: {
    zh: '按细则加分扣分，每一分都要有记录',
    en: 'Points by the rules, each with the record behind it',
  },
  workbook: 'people',
  columns,
  happened: 'day',
  rules: [
    recordBehind,
    byClause,
    wholeDorm({
      person: 'person',
      source: 'source',
      day: 'recordDay',
      record: 'record',
    }),
    unique({
      columns: ['person', 'clause', 'source', 'recordDay', 'record'],
      message: (said) => ({
        zh: `${clip(said, 8)}同一件事打了两次分，请删一行`,
        en: `${said}: points twice for one thing, delete one`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'before-the-record',
      columns: ['day', 'recordDay'],
      catches: { zh: '考核早于记录', en: 'Points before the record' },
      finds: ({ values: { day, recordDay } }) =>
        day !== undefined && recordDay !== undefined && day < recordDay
          ? {
              column: 'day',
              severity: 'must',
              message: {
                zh: '考核日期早于记录日期，请核对',
                en: 'Points before the record: check',
              },
            }
          : undefined,
    }),
  ],
  figures: {
    entries: count({
      title: { zh: '考核', en: 'Appraisals' },
      unit: { zh: '人次', en: 'entries' },
      counts: { zh: '考核日期在期内的', en: 'Entries of the period' },
      happened: 'day',
    }),
    rewards: total({
      title: { zh: '加分合计', en: 'Points given' },
      unit: { zh: '分', en: 'points' },
      counts: { zh: '期内加分之和', en: 'Sum of the points given' },
      happened: 'day',
      amounts: () => (row) => Math.max(0, numberAt(row, 'points') ?? 0),
    }),
    deductions: total({
      title: { zh: '扣分合计', en: 'Points taken' },
      unit: { zh: '分', en: 'points' },
      counts: { zh: '期内扣分之和', en: 'Sum of the points taken' },
      happened: 'day',
      amounts: () => (row) => Math.max(0, -(numberAt(row, 'points') ?? 0)),
    }),
    backed,
  },
  report: {
    section: 'people',
    sentences: ['考核{entries|compared}，加分{rewards}，扣分{deductions}，考核有据率{backed}。'],
    indicators: ['backed'],
    shortcomings: {
      backed: {
        says: '部分考核没有记录可查',
        effect: '奖惩难以让人信服',
        measure: '没有登记记录的不打分，每月公示前逐条核对',
      },
    },
  },
  print: {
    signatures: [
      { zh: '被考核人', en: 'Person' },
      { zh: '后勤主任', en: 'Director' },
    ],
  },
  demo: demoAppraisals,
});
