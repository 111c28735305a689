import type { Recurring } from '../../calculations/cadence.ts';
import { choice, date, photo, reference, text } from '../../columns.ts';
import { demoCleaning } from '../../demo/cleaning.ts';
import { count } from '../../figures/count.ts';
import { kept } from '../../figures/kept.ts';
import { share } from '../../figures/share.ts';
import { byBuilding, splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { cadence } from '../../rules/cadence.ts';
import { deadline } from '../../rules/deadline.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { inDays } from '../../settings.ts';
import { localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const kinds = {
  bigClean: { zh: '周一大扫除', en: 'Monday big clean' },
  check: { zh: '每周检查', en: 'Weekly check' },
  round: { zh: '巡回保洁', en: 'Round' },
};

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  kind: choice({ zh: '类别', en: 'Kind' }, kinds, { required: true }),
  area: reference('places', { zh: '区域', en: 'Area' }, { required: true }),
  cleaner: reference('people', { zh: '保洁员', en: 'Cleaned by' }),
  checker: reference('people', { zh: '检查人', en: 'Checked by' }),
  result: choice(
    { zh: '结果', en: 'Result' },
    { passed: { zh: '合格', en: 'Passed' }, failed: { zh: '不合格', en: 'Failed' } },
    { required: true },
  ),
  found: text({ zh: '发现的问题', en: 'Found' }, { long: true }),
  mended: date(
    { zh: '整改日期', en: 'Cleaned again' },
    { help: { zh: '不合格的重新打扫好的日期', en: 'When it was cleaned again' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const failed = (row: Row): boolean => valueAt(row, 'result') === 'failed';

const weekly = (world: World): readonly Recurring[] =>
  (['bigClean', 'check'] as const).map((name) => ({
    name,
    cadence: 'weekly',
    owner: world.settings.text(`cleaning.${name}Owner`),
  }));

/** 卫生检查 Cleaning (C9; R1, R3): constant rounds, a big clean each Monday, a check every week (周周有检查). */
export const cleaning = defineRegister({
  key: 'cleaning',
  title: { zh: '卫生检查', en: 'Cleaning' },
  purpose: {
    zh: '周一大扫除、每周检查、巡回保洁，不合格的重新打扫',
    en: 'The Monday clean, the weekly check and rounds; what failed is cleaned again',
  },
  workbook: 'service',
  columns,
  happened: 'day',
  looksBack: 31,
  form: {
    audience: 'staff',
    intro: { zh: '一个区域一行；不合格写清哪里。', en: 'One area at a time; say where it failed.' },
    asks: ['day', 'kind', 'area', 'cleaner', 'checker', 'result', 'found', 'photo'],
    example: {
      day: localDate.parse('2026-11-24'),
      kind: 'check',
      area: '教学楼',
      cleaner: '徐美芳',
      checker: '杨玉珍',
      result: 'passed',
    },
  },
  rules: [
    cadence({
      happened: 'day',
      of: 'kind',
      reads: ['calendar'],
      due: weekly,
      lookBack: (world) => world.settings.number('cleaning.lookBackDays'),
      message: ([{ recurring, span }]) => ({
        zh: `${monthAndDay(span.from)}那周没有${recurring.name === 'check' ? '卫生检查' : '大扫除'}，请补登记`,
        en: `No ${recurring.name === 'check' ? 'check' : 'big clean'} in the week of ${span.from}`,
      }),
    }),
    needed({
      key: 'failed',
      columns: ['found'],
      reads: ['result'],
      when: failed,
      because: { zh: '不合格', en: 'Failed' },
    }),
    needed({
      key: 'checked',
      columns: ['checker'],
      reads: ['kind'],
      when: (row) => valueAt(row, 'kind') === 'check',
      because: { zh: '检查', en: 'A check' },
    }),
    deadline({
      from: 'day',
      until: 'mended',
      within: (row, world) => {
        const days = world.settings.number('cleaning.mendDays');
        return failed(row)
          ? { hours: days * 24, promise: { zh: `${days}天`, en: `${days} days` } }
          : undefined;
      },
      message: (time, open) =>
        open
          ? {
              zh: `不合格超${time.zh}没重扫，请重新打扫`,
              en: `Failed, not cleaned again in ${time.en}`,
            }
          : { zh: `重扫晚于${time.zh}，请核对日期`, en: `Cleaned again after ${time.en}: check` },
    }),
    inOrder({ from: 'day', until: 'mended' }),
    secondPerson({
      checker: 'checker',
      others: ['cleaner'],
      message: (name) => ({
        zh: `${clip(name, 8)}自己扫自己查，请换人检查`,
        en: `${name} cleaned it: let another check`,
      }),
    }),
  ],
  settings: {
    lookBackDays: inDays(
      { zh: '缺周往回查', en: 'Look back for weeks left out' },
      21,
      'R1 周周有检查',
    ),
    mendDays: inDays({ zh: '不合格重扫期限', en: 'Cleaned again within' }, 1, '惯例'),
    bigCleanOwner: {
      kind: 'text',
      title: { zh: '大扫除负责人', en: 'Who leads the big clean' },
      default: '保洁班长',
      source: 'R1 每周一大扫',
    },
    checkOwner: {
      kind: 'text',
      title: { zh: '卫生检查负责人', en: 'Who checks' },
      default: '后勤副主任',
      source: 'R1 周周有检查',
    },
  },
  figures: {
    entries: count({
      title: { zh: '卫生检查', en: 'Cleaning entries' },
      unit: { zh: '处次', en: 'entries' },
      counts: { zh: '期内的卫生检查登记', en: 'Entries of the period' },
      happened: 'day',
    }),
    passed: share({
      title: { zh: '卫生合格率', en: 'Passed' },
      counts: { zh: '期内登记中合格的', en: 'Of the entries, passed' },
      happened: 'day',
      where: (row) => valueAt(row, 'result') === 'passed',
      target: 95,
    }),
    kept: kept({
      title: { zh: '周周检查率', en: 'Weeks cleaned and checked' },
      counts: { zh: '期内各周的大扫除和检查中做了的', en: 'Of the weekly cleans and checks, done' },
      happened: 'day',
      of: 'kind',
      due: weekly,
      target: 100,
    }),
  },
  breakdowns: {
    failuresByArea: splitBy({
      title: { zh: '各处卫生不合格', en: 'Failures by area' },
      unit: { zh: '处次', en: 'entries' },
      happened: 'day',
      where: failed,
      names: byBuilding('area'),
    }),
  },
  report: {
    section: 'dorms',
    sentences: ['登记卫生检查{entries|compared}，合格率{passed}，周周检查率{kept}。'],
    indicators: ['passed', 'kept'],
    shortcomings: {
      kept: {
        says: '卫生检查没有做到周周有',
        effect: '个别区域卫生反复',
        measure: '每周五前查完，缺检的下周一补查',
      },
    },
  },
  print: { signatures: [{ zh: '检查人', en: 'Checked by' }] },
  demo: demoCleaning,
});
