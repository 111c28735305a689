import { isAccident, isGrave, isHurt } from '../../calculations/accident-kinds.ts';
import { accidentTasks } from '../../calculations/accident-tasks.ts';
import { choice, moment, photo, reference, text } from '../../columns.ts';
import { demoAccidents } from '../../demo/accidents.ts';
import { accidentBreakdowns, accidentFigures } from '../../figures/accidents.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { cadence } from '../../rules/cadence.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { toldInTime } from '../../rules/told-in-time.ts';
import { inDays, inHours } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import { dayOf, localDateTime } from '../../values.ts';

const columns = {
  happened: moment({ zh: '发生时间', en: 'Happened' }, { required: true, stamped: true }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      accident: { zh: '事故', en: 'Accident' },
      monthly: { zh: '月报', en: 'Monthly report' },
    },
    {
      required: true,
      help: { zh: '每月月底报一次，没有事故也要报', en: 'One a month, also when there was none' },
    },
  ),
  place: reference('places', { zh: '地点', en: 'Place' }),
  who: text({ zh: '受伤人', en: 'Who was hurt' }, { personal: true }),
  klass: reference('classes', { zh: '班级', en: 'Class' }),
  what: text(
    { zh: '经过', en: 'What happened' },
    {
      required: true,
      long: true,
      help: { zh: '月报写“本月无事故”或几起', en: 'A monthly report: how many' },
    },
  ),
  injury: choice(
    { zh: '伤情', en: 'Injury' },
    {
      none: { zh: '没受伤', en: 'None' },
      minor: { zh: '轻伤，校内处理', en: 'Minor' },
      hospital: { zh: '送医', en: 'To hospital' },
      serious: { zh: '重伤', en: 'Serious' },
    },
  ),
  firstAid: text(
    { zh: '救护处理', en: 'First aid' },
    { help: { zh: '谁、怎样处理、送哪里', en: 'By whom, how, where to' } },
  ),
  parentsTold: moment(
    { zh: '告知家长时间', en: 'Parents told' },
    { help: { zh: '受伤的是学生时填', en: 'When a student was hurt' } },
  ),
  leadersTold: moment({ zh: '报告领导时间', en: 'Leaders told' }),
  reportedUp: moment(
    { zh: '上报主管时间', en: 'Authority told' },
    { help: { zh: '送医以上报教育主管部门', en: 'To the education authority' } },
  ),
  cause: text({ zh: '原因', en: 'Cause' }, { long: true }),
  hazard: reference(
    'hazards',
    { zh: '背后的隐患', en: 'Hazard behind it' },
    { help: { zh: '先在隐患整改登记编号，再选', en: 'Enter it in 隐患整改 first' } },
  ),
  measures: text(
    { zh: '措施', en: 'Measures' },
    { long: true, help: { zh: '怎样不再发生', en: 'So that it does not happen again' } },
  ),
  writtenBy: reference('people', { zh: '登记人', en: 'Entered by' }, { required: true }),
  photo: photo({ zh: '照片', en: 'Photo' }, { personal: true }),
};

/** Whether an accident is so many days old. */
const isOlder =
  (setting: string) =>
  (row: Row, world: World): boolean => {
    const day = textAt(row, 'happened').slice(0, 10);
    return (
      isAccident(row) &&
      day !== '' &&
      day < plusDays(dayOf(world.now), -world.settings.number(setting))
    );
  };

/**
 * 安全事故 Accidents (C2b; R2). Parents of an injured pupil are told at once (学生伤害事故处理办法 第十五条), the education
 * authority when it is grave (第十六条), the leaders within the hour (生产安全事故报告和调查处理条例 第九条). Cause, hazard
 * and measures follow within days. No accident is reported too, each month (零报告).
 */
export const accidents = defineRegister({
  key: 'accidents',
  title: { zh: '安全事故', en: 'Accidents' },
  purpose: {
    zh: '事故经过、救护、报告、原因和措施；每月月报，无事故也报',
    en: 'What happened, who was told when, cause and measures; a report each month',
  },
  workbook: 'service',
  columns,
  happened: 'happened',
  looksBack: 92,
  form: {
    audience: 'staff',
    intro: { zh: '先救人、先打电话，再填表。', en: 'Help and call first, then fill this in.' },
    asks: [
      'happened',
      'kind',
      'place',
      'who',
      'klass',
      'what',
      'injury',
      'firstAid',
      'parentsTold',
      'leadersTold',
      'writtenBy',
    ],
    example: {
      happened: localDateTime.parse('2026-11-24T08:30:00'),
      kind: 'monthly',
      what: '11月至今无事故',
      writtenBy: '郑文博',
    },
  },
  rules: [
    toldInTime({
      happened: 'happened',
      told: 'leadersTold',
      setting: 'accidents.leadersHours',
      whom: { zh: '报告领导', en: 'Leaders told' },
      when: isAccident,
    }),
    toldInTime({
      happened: 'happened',
      told: 'parentsTold',
      setting: 'accidents.parentsHours',
      whom: { zh: '告知家长', en: 'Parents told' },
      when: (row) => isHurt(row) && textAt(row, 'klass') !== '',
    }),
    toldInTime({
      happened: 'happened',
      told: 'reportedUp',
      setting: 'accidents.authorityHours',
      whom: { zh: '上报主管部门', en: 'Authority told' },
      when: isGrave,
    }),
    needed({
      key: 'at-once',
      columns: ['place', 'injury'],
      reads: ['kind'],
      when: isAccident,
      because: { zh: '事故', en: 'An accident' },
    }),
    needed({
      key: 'hurt',
      columns: ['who', 'firstAid'],
      reads: ['kind', 'injury'],
      when: isHurt,
      because: { zh: '有人受伤', en: 'Somebody was hurt' },
    }),
    needed({
      key: 'looked-into',
      columns: ['cause', 'hazard', 'measures'],
      reads: ['kind', 'happened'],
      when: isOlder('accidents.causeDays'),
      because: { zh: '事故要查清', en: 'To be looked into' },
    }),
    inOrder({ from: 'happened', until: 'leadersTold' }),
    inOrder({ from: 'happened', until: 'parentsTold' }),
    cadence({
      happened: 'happened',
      of: 'kind',
      reads: ['calendar'],
      due: (world) => [
        { name: 'monthly', cadence: 'monthly', owner: world.settings.text('safetyLog.officer') },
      ],
      lookBack: (world) => world.settings.number('accidents.lookBackDays'),
      message: ([{ span }]) => ({
        zh: `${Number(span.from.slice(5, 7))}月没有事故月报，无事故也要报`,
        en: `No monthly report for ${span.from.slice(0, 7)}: report none as well`,
      }),
    }),
  ],
  settings: {
    leadersHours: inHours(
      { zh: '报告领导时限', en: 'Leaders told within' },
      1,
      '生产安全事故报告和调查处理条例第九条',
    ),
    parentsHours: inHours(
      { zh: '告知家长时限', en: 'Parents told within' },
      1,
      '学生伤害事故处理办法第十五条 及时告知',
    ),
    authorityHours: inHours(
      { zh: '上报主管部门时限', en: 'Authority told within' },
      24,
      '学生伤害事故处理办法第十六条',
    ),
    causeDays: inDays({ zh: '查清原因期限', en: 'Looked into within' }, 3, 'R2 事故后查清隐患'),
    lookBackDays: inDays(
      { zh: '月报往回查', en: 'Look back for monthly reports' },
      62,
      '惯例 零报告',
    ),
  },
  figures: accidentFigures,
  breakdowns: accidentBreakdowns,
  plan: { tasks: accidentTasks },
  report: {
    section: 'safety',
    sentences: ['发生安全事故{accidents|compared}，受伤{injured}。'],
    indicators: ['accidents'],
    shortcomings: {
      accidents: {
        says: '发生了安全事故',
        effect: '师生受到伤害',
        measure: '逐起查清背后的隐患，措施列入下学期检查项目',
      },
    },
  },
  retention: { who: { months: 36 }, photo: { months: 36 } },
  print: {
    signatures: [
      { zh: '登记人', en: 'Entered by' },
      { zh: '分管领导', en: 'Leader' },
    ],
  },
  demo: demoAccidents,
});
