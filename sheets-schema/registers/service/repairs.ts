import { isDone, promisedNow } from '../../calculations/repair-promise.ts';
import { repairTasks } from '../../calculations/repair-tasks.ts';
import {
  choice,
  code,
  date,
  moment,
  money,
  phone,
  photo,
  quantity,
  reference,
  text,
} from '../../columns.ts';
import { demoRepairs } from '../../demo/repairs.ts';
import { repairFigures } from '../../figures/repairs.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { deadline } from '../../rules/deadline.ts';
import { handedOver } from '../../rules/handed-over.ts';
import { handedUp } from '../../rules/handed-up.ts';
import { needed } from '../../rules/needed.ts';
import { recurrence } from '../../rules/recurrence.ts';
import { unique } from '../../rules/unique.ts';
import { warranty } from '../../rules/warranty.ts';
import { inDays, inHours } from '../../settings.ts';
import { essence } from '../../spelling.ts';

const columns = {
  reported: moment({ zh: '报修时间', en: 'Reported' }, { required: true, stamped: true }),
  place: reference('places', { zh: '地点', en: 'Place' }, { required: true }),
  fault: text(
    { zh: '故障情况', en: 'Fault' },
    {
      required: true,
      long: true,
      help: { zh: '什么坏了、坏成什么样', en: 'What is broken, and how' },
    },
  ),
  scale: choice(
    { zh: '大小修', en: 'Scale' },
    { minor: { zh: '小修', en: 'Minor' }, major: { zh: '大修', en: 'Major' } },
    { help: { zh: '小修不过夜，大修不过三天', en: 'Minor: same day. Major: three days' } },
  ),
  urgent: choice(
    { zh: '紧急程度', en: 'Urgency' },
    { normal: { zh: '一般', en: 'Normal' }, urgent: { zh: '紧急', en: 'Urgent' } },
  ),
  reporter: text({ zh: '报修人', en: 'Reported by' }, { personal: true }),
  onBehalf: text(
    { zh: '代谁报', en: 'On behalf of' },
    { personal: true, help: { zh: '替学生或别的房间报时填', en: 'When reporting for another' } },
  ),
  phone: phone({ zh: '联系电话', en: 'Phone' }),
  note: text(
    { zh: '补充说明', en: 'Note' },
    { help: { zh: '具体位置、几点方便', en: 'Where exactly, and when it suits' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
  worker: reference('people', { zh: '维修人', en: 'Repair worker' }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      received: { zh: '已受理', en: 'Received' },
      working: { zh: '维修中', en: 'In repair' },
      waiting: { zh: '等待', en: 'Waiting' },
      handedUp: { zh: '已上报', en: 'Handed up' },
      done: { zh: '已修好', en: 'Done' },
    },
    { required: true },
  ),
  waitingFor: text(
    { zh: '等待原因', en: 'Waiting for' },
    { help: { zh: '如：待厂家保修、待配件', en: 'Warranty, parts' } },
  ),
  warrantyUntil: date(
    { zh: '保修到期', en: 'Warranty until' },
    {
      help: {
        zh: '还在保修期的填，等待时会提醒催修',
        en: 'While under warranty the maker is chased',
      },
    },
  ),
  handedUp: date(
    { zh: '上报学校日期', en: 'Handed up' },
    { help: { zh: '后勤修不了，报学校的日期', en: 'When the school was asked' } },
  ),
  decision: text({ zh: '学校答复', en: "The school's answer" }),
  done: moment({ zh: '修好时间', en: 'Done at' }),
  labour: quantity({ zh: '工时', en: 'Labour' }, { unit: { zh: '小时', en: 'h' }, min: 0 }),
  parts: text(
    { zh: '所用配件', en: 'Parts used' },
    { help: { zh: '没用配件填“无”', en: 'Write 无 if none' } },
  ),
  reopened: moment(
    { zh: '再次报修时间', en: 'Reported again' },
    { help: { zh: '说没修好时填，状态改回维修中', en: 'When the reporter says it still fails' } },
  ),
  cost: money({ zh: '费用', en: 'Cost' }, { min: 0 }),
  answer: text(
    { zh: '答复', en: 'Answer' },
    { help: { zh: '报修人能看到', en: 'The reporter sees it' } },
  ),
  hazard: reference(
    'hazards',
    { zh: '来自隐患', en: 'From hazard' },
    { help: { zh: '隐患转来的，写隐患编号', en: 'The number of the hazard it came from' } },
  ),
  number: code(
    { zh: '维修单号', en: 'Number' },
    {
      numbered: { prefix: 'BX' },
      help: { zh: '空着自动编；领配件时写它', en: 'Given by itself; parts name it' },
    },
  ),
};

type Repair = Row<typeof columns>;

/**
 * 报修 Repairs. R1, R2, R3, R5: minor repairs never overnight, major within three days; the reporter gets an
 * answer; while the maker is chased under warranty the reason for waiting is shown.
 */
export const repairs = defineRegister({
  key: 'repairs',
  title: { zh: '报修', en: 'Repairs' },
  purpose: {
    zh: '报修、派工、修好、答复都记在这里',
    en: 'Reports of faults, who mends them, and the answer',
  },
  workbook: 'service',
  startsOn: true,
  columns,
  label: 'number',
  happened: 'reported',
  form: {
    audience: 'anyone',
    intro: {
      zh: '填好后维修班马上能看到。小修不过夜，大修不过三天。',
      en: 'The repair team sees it at once.',
    },
    asks: ['place', 'fault', 'urgent', 'reporter', 'phone', 'onBehalf'],
    starts: { state: 'received' },
    tracks: ['state', 'waitingFor', 'done', 'answer'],
    example: {
      place: '教学楼 A201',
      fault: '后排第三盏灯不亮',
      urgent: 'normal',
      reporter: '王老师',
      phone: '13800001234',
    },
  },
  batches: [
    {
      key: 'rooms',
      title: { zh: '几处一起报修', en: 'Several places at once' },
      audience: 'anyone',
      intro: {
        zh: '同一种故障、好几个房间：故障写一次，地点一行一个。替别人报的，写上代谁报。',
        en: 'One fault in several rooms: say it once, then a row for each place.',
      },
      shared: ['fault', 'urgent', 'reporter', 'phone'],
      each: ['place', 'note', 'onBehalf'],
      rows: () => [],
      untouched: 'leftOut',
      starts: { state: 'received' },
      example: {
        shared: {
          fault: '床头灯不亮',
          urgent: 'normal',
          reporter: '沈月娥',
          phone: '13800001234',
        },
        rows: [
          { place: '教学楼 A201', note: '靠窗两盏', onBehalf: '七年级3班' },
          { place: '教学楼 A202' },
        ],
      },
    },
  ],
  print: {
    columns: ['reported', 'place', 'fault', 'scale', 'worker', 'state', 'done', 'parts', 'labour'],
    signatures: [
      { zh: '维修班长', en: 'Repair team' },
      { zh: '后勤主任', en: 'Director' },
    ],
    slips: [
      {
        title: { zh: '维修单', en: 'Repair slip' },
        columns: [
          'number',
          'reported',
          'place',
          'fault',
          'note',
          'scale',
          'worker',
          'parts',
          'labour',
          'done',
        ],
        signatures: [
          { zh: '维修人', en: 'Repaired by' },
          { zh: '报修人确认', en: 'Confirmed by' },
        ],
      },
    ],
  },
  rules: [
    unique({ columns: ['number'] }),
    deadline({
      from: 'reported',
      until: 'done',
      within: promisedNow,
      message: (promise, open) =>
        open
          ? {
              zh: `已超“${promise.zh}”，请修好或写等待原因`,
              en: `Past the promise (${promise.en}): mend it or say why it waits`,
            }
          : {
              zh: `修好时已超“${promise.zh}”，请核对时间`,
              en: `Done after the promise (${promise.en})`,
            },
    }),
    needed({
      key: 'done',
      columns: ['done', 'worker', 'labour', 'parts'],
      reads: ['state'],
      when: isDone,
      because: { zh: '已修好', en: 'Done' },
    }),
    needed({
      key: 'waiting',
      columns: ['waitingFor'],
      reads: ['state'],
      when: (row) => valueAt(row, 'state') === 'waiting',
      because: { zh: '在等待', en: 'Waiting' },
    }),
    handedOver({ person: 'worker', state: 'state', open: (row) => !isDone(row) }),
    handedUp({
      state: 'state',
      on: 'handedUp',
      answer: 'decision',
      days: (world) => world.settings.number('repairs.answerDays'),
    }),
    warranty({
      until: 'warrantyUntil',
      columns: ['state'],
      waits: (row) => valueAt(row, 'state') === 'waiting',
      ahead: (world) => world.settings.number('repairs.warrantyDays'),
    }),
    rowRule<typeof columns>({
      key: 'reopened',
      columns: ['state', 'done', 'reopened'],
      catches: { zh: '又报没修好，没人再去', en: 'Reported again after it was done' },
      finds: ({ values: { state, done, reopened } }: Repair) =>
        state === 'done' && reopened !== undefined && (done === undefined || reopened > done)
          ? {
              column: 'reopened',
              severity: 'must',
              message: { zh: '报修人说没修好，请再去看', en: 'It still fails: go and look again' },
            }
          : undefined,
    }),
    recurrence({
      from: 'reported',
      until: 'done',
      columns: ['place', 'fault'],
      same: (row) => {
        const fault = essence(textAt(row, 'fault'));
        return fault === '' ? '' : `${essence(textAt(row, 'place'))} ${fault}`;
      },
      within: (world) => world.settings.number('repairs.againWithinDays'),
      message: (_row, days) => ({
        zh: `同样故障${days}天前刚修过，请查原因`,
        en: `The same was mended ${days} days before: find the cause`,
      }),
    }),
  ],
  settings: {
    minorHours: inHours({ zh: '小修时限', en: 'Minor repairs within' }, 24, 'R3 小修不过夜'),
    majorHours: inHours({ zh: '大修时限', en: 'Major repairs within' }, 72, 'R3 大修不过三'),
    waitDays: inDays({ zh: '等待最长', en: 'Waiting at most' }, 14, 'R2 保修期内催修'),
    warrantyDays: inDays(
      { zh: '保修到期前提醒', en: 'Chase the maker before the warranty ends by' },
      7,
      'R2 保修期内催修',
    ),
    answerDays: inDays(
      { zh: '上报学校后催问', en: 'Ask again when handed up for' },
      7,
      'R4 上报事项要有答复',
    ),
    againWithinDays: inDays(
      { zh: '同样故障多少天内再报要查', en: 'The same fault again within' },
      14,
      '惯例',
    ),
  },
  figures: repairFigures,
  breakdowns: {
    byBuilding: splitBy({
      title: { zh: '各楼报修', en: 'Repairs by building' },
      unit: { zh: '件', en: 'repairs' },
      happened: 'reported',
      names: () => (row) => textAt(row, 'place').split(' ')[0] ?? '',
    }),
  },
  plan: { tasks: repairTasks },
  report: {
    section: 'repairs',
    sentences: [
      '共受理报修{received|compared}；完成率{completion}。',
      '按“小修不过夜，大修不过三天”的承诺，小修按时办结率{minorOnTime}，大修按时办结率{majorOnTime}。',
      '等待厂家保修或配件{waiting}，返修率{again}。',
    ],
    indicators: ['received', 'completion', 'onTime'],
    shortcomings: {
      completion: {
        says: '报修没有全部修好',
        effect: '损坏设施影响使用',
        measure: '未修好的逐件写明等待原因，每周催一次厂家和配件',
      },
      onTime: {
        says: '报修未全部按承诺办结',
        effect: '影响正常上课和住宿',
        measure: '每天查一次未完成的报修，逐件定人定时间',
      },
    },
  },
  retention: { reporter: { months: 6 }, onBehalf: { months: 6 }, phone: { months: 6 } },
  demo: demoRepairs,
});
