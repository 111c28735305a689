import { trainingTasks } from '../../calculations/training-tasks.ts';
import { choice, date, moment, photo, quantity, reference, text } from '../../columns.ts';
import { demoTrainings } from '../../demo/trainings.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { cadence } from '../../rules/cadence.ts';
import { meant } from '../../rules/meant.ts';
import { missedTraining } from '../../rules/missed-training.ts';
import { needed } from '../../rules/needed.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { daysBetween } from '../../time.ts';
import { dayOf } from '../../values.ts';

const kinds = {
  evacuation: { zh: '疏散演练', en: 'Evacuation drill' },
  fire: { zh: '消防培训', en: 'Fire training' },
  electricity: { zh: '用电培训', en: 'Electrical safety' },
  water: { zh: '防汛防溺水', en: 'Water safety' },
  guard: { zh: '保安业务', en: 'Guard training' },
  food: { zh: '食品安全', en: 'Food safety' },
  trade: { zh: '业务培训', en: 'Trade training' },
  study: { zh: '学习', en: 'Study session' },
  brief: { zh: '晨会', en: 'Daily brief' },
  meeting: { zh: '周例会', en: 'Weekly meeting' },
};

const columns = {
  name: text(
    { zh: '名称', en: 'Name' },
    {
      required: true,
      help: { zh: '带日期，签到时从这里选，如“11-09 疏散演练”', en: 'With its day' },
    },
  ),
  kind: choice({ zh: '类别', en: 'Kind' }, kinds, { required: true }),
  planned: date({ zh: '计划日期', en: 'Planned on' }, { required: true }),
  topic: text({ zh: '内容', en: 'Topic' }, { required: true, long: true }),
  ledBy: text({ zh: '主讲或组织', en: 'Led by' }, { required: true }),
  place: reference('places', { zh: '地点', en: 'Place' }),
  expected: text(
    { zh: '应到', en: 'Expected' },
    {
      required: true,
      help: { zh: '写全体、班组或姓名，用顿号分开', en: 'Everybody, teams or names' },
    },
  ),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      planned: { zh: '待开展', en: 'Planned' },
      held: { zh: '已开展', en: 'Held' },
      dropped: { zh: '取消', en: 'Dropped' },
    },
    { required: true },
  ),
  held: moment({ zh: '开展时间', en: 'Held at' }),
  minutes: quantity({ zh: '时长', en: 'Length' }, { unit: { zh: '分钟', en: 'min' }, min: 0 }),
  record: text(
    { zh: '记录', en: 'Record' },
    { long: true, help: { zh: '讲了什么、查出什么', en: 'What was taught or found' } },
  ),
  reason: text({ zh: '取消或改期原因', en: 'Why dropped or moved' }),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const isHeld = (row: Row): boolean => valueAt(row, 'state') === 'held';

/**
 * 培训演练会议 Trainings (B6; R1, R2, R3): fire, electricity, water and guard training, drills, study, daily brief and
 * weekly meeting. 中小学幼儿园应急疏散演练指南（教基一厅〔2014〕2号）: an evacuation drill at least once a month.
 */
export const trainings = defineRegister({
  key: 'trainings',
  title: { zh: '培训演练会议', en: 'Trainings' },
  purpose: {
    zh: '培训、演练、会议的计划和记录，应到的人在签到里签',
    en: 'Trainings, drills and meetings as planned and held; people sign in 培训签到',
  },
  workbook: 'people',
  columns,
  label: 'name',
  happened: 'planned',
  looksBack: 92,
  rules: [
    unique({ columns: ['name'] }),
    meant({ who: 'expected' }),
    rowRule<typeof columns>({
      key: 'not-held',
      columns: ['planned', 'state'],
      catches: { zh: '到了计划日期没开展', en: 'Planned, and not held' },
      finds: ({ values: { planned, state } }, world) => {
        const today = dayOf(world.now);
        if (planned === undefined || state !== 'planned' || planned >= today) return undefined;
        const days = daysBetween(planned, today);
        return {
          column: 'state',
          severity: 'must',
          message: {
            zh: `计划已过 ${days} 天没开展，请补上或改期`,
            en: `Planned ${days} days ago and not held: hold it or move it`,
          },
        };
      },
    }),
    needed({
      key: 'held',
      columns: ['held', 'record'],
      reads: ['state'],
      when: isHeld,
      because: { zh: '已开展', en: 'Held' },
    }),
    needed({
      key: 'dropped',
      columns: ['reason'],
      reads: ['state'],
      when: (row) => valueAt(row, 'state') === 'dropped',
      because: { zh: '取消', en: 'Dropped' },
    }),
    cadence({
      happened: 'held',
      of: 'kind',
      reads: ['calendar'],
      due: (world) => [
        {
          name: 'evacuation',
          cadence: 'monthly',
          owner: world.settings.text('trainings.drillOwner'),
        },
      ],
      lookBack: (world) => world.settings.number('trainings.lookBackDays'),
      message: ([{ span }]) => ({
        zh: `${Number(span.from.slice(5, 7))}月没有疏散演练记录，请补做补记`,
        en: `No evacuation drill in ${span.from.slice(0, 7)}: hold one`,
      }),
    }),
    missedTraining,
  ],
  settings: {
    makeUpDays: inDays({ zh: '缺席补训期限', en: 'Made up within' }, 7, '惯例'),
    lookBackDays: inDays(
      { zh: '疏散演练往回查', en: 'Look back for drills' },
      62,
      '教基一厅〔2014〕2号 每月至少一次',
    ),
    drillOwner: {
      kind: 'text',
      title: { zh: '疏散演练负责人', en: 'Who holds the drills' },
      default: '安全员',
      source: '学校',
    },
  },
  figures: {
    held: count({
      title: { zh: '开展培训演练会议', en: 'Trainings held' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '计划日期在期内且已开展的', en: 'Planned in the period and held' },
      happened: 'planned',
      where: isHeld,
    }),
    drills: count({
      title: { zh: '疏散演练', en: 'Evacuation drills' },
      unit: { zh: '次', en: 'drills' },
      counts: { zh: '期内已开展的疏散演练', en: 'Evacuation drills held in the period' },
      happened: 'planned',
      better: 'higher',
      where: (row) => isHeld(row) && valueAt(row, 'kind') === 'evacuation',
    }),
    asPlanned: share({
      title: { zh: '培训计划完成率', en: 'Trainings held as planned' },
      counts: {
        zh: '期内到期、没有取消的培训中已开展的',
        en: 'Of those due in the period and not dropped, held',
      },
      happened: 'planned',
      among: (row, world) =>
        valueAt(row, 'state') !== 'dropped' && textAt(row, 'planned') < world.now.slice(0, 10),
      where: isHeld,
      target: 95,
    }),
  },
  breakdowns: {
    byKind: splitBy({
      title: { zh: '各类培训演练', en: 'Trainings by kind' },
      unit: { zh: '次', en: 'times' },
      happened: 'planned',
      where: isHeld,
      names: () => (row) =>
        Object.entries(kinds).find(([key]) => key === textAt(row, 'kind'))?.[1].zh ?? '',
    }),
  },
  plan: { tasks: trainingTasks },
  report: {
    section: 'people',
    sentences: [
      '开展培训、演练和会议{held|compared}，其中疏散演练{drills}；计划完成率{asPlanned}。',
    ],
    indicators: ['asPlanned'],
    shortcomings: {
      asPlanned: {
        says: '培训和演练没有全部按计划开展',
        effect: '员工应急处置不熟练',
        measure: '培训演练列入月计划，改期的一周内补上',
      },
    },
  },
  print: {
    signatures: [
      { zh: '组织人', en: 'Led by' },
      { zh: '后勤主任', en: 'Director' },
    ],
  },
  demo: demoTrainings,
});
