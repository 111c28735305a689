import { isDone, promisedNow, repairPromise } from '../../calculations/repair-promise.ts';
import { repairTasks } from '../../calculations/repair-tasks.ts';
import { demoRepairs } from '../../demo/repairs.ts';
import { repairFigures } from '../../figures/repairs.ts';
import { byBuilding, splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { deadline } from '../../rules/deadline.ts';
import { handedOver } from '../../rules/handed-over.ts';
import { handedUp } from '../../rules/handed-up.ts';
import { needed } from '../../rules/needed.ts';
import { recurrence } from '../../rules/recurrence.ts';
import { unique } from '../../rules/unique.ts';
import { warranty } from '../../rules/warranty.ts';
import { inDays, inHours } from '../../settings.ts';
import { columns, repairSheets } from './repair-sheets.ts';

type Repair = Row<typeof columns>;

/** Mended, or taken up again when whoever reported it said so on its page. */
const isOver = (state: string | undefined): boolean => state === 'done' || state === 'working';

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
  looksBack: 31,
  form: {
    audience: 'anyone',
    intro: {
      zh: '填好后维修班马上能看到。小修不过夜，大修不过三天。',
      en: 'The repair team sees it at once.',
    },
    asks: ['place', 'fault', 'photo', 'urgent', 'reporter', 'phone', 'onBehalf'],
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
  followUp: {
    owner: 'worker',
    promise: repairPromise,
    again: {
      label: { zh: '没修好，请再来', en: 'It still fails' },
      when: isDone,
      sets: { state: 'working' },
      stamps: 'reopened',
    },
    stars: { column: 'stars', when: isDone },
    said: 'said',
  },
  batches: repairSheets,
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
        reopened !== undefined &&
        (done === undefined ? state === 'done' : reopened > done && isOver(state))
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
      place: 'place',
      what: 'fault',
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
      names: byBuilding('place'),
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
