import { dueOf, isClosed, mustBeAssigned } from '../../calculations/hazard-due.ts';
import { repairOfHazard } from '../../calculations/hazard-repair.ts';
import { hazardTasks } from '../../calculations/hazard-tasks.ts';
import {
  choice,
  code,
  date,
  moment,
  phone,
  photo,
  reference,
  rowLink,
  text,
  yesNo,
} from '../../columns.ts';
import { demoHazards } from '../../demo/hazards.ts';
import { hazardFigures } from '../../figures/hazards.ts';
import { byBuilding, splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { momentAt, valueAt } from '../../row.ts';
import { chain } from '../../rules/chain.ts';
import { deadline } from '../../rules/deadline.ts';
import { handedOver } from '../../rules/handed-over.ts';
import { handedUp } from '../../rules/handed-up.ts';
import { needed } from '../../rules/needed.ts';
import { recurrence } from '../../rules/recurrence.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { unique } from '../../rules/unique.ts';
import { inDays, inHours } from '../../settings.ts';
import { daysBetween } from '../../time.ts';
import { dayOf } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  number: code(
    { zh: '隐患编号', en: 'Number' },
    {
      numbered: { prefix: 'YH' },
      help: { zh: '空着自动编；事故写它', en: 'Given by itself; accidents name it' },
    },
  ),
  reported: moment({ zh: '上报时间', en: 'Reported' }, { required: true, stamped: true }),
  place: reference('places', { zh: '地点', en: 'Place' }, { required: true }),
  what: text(
    { zh: '隐患情况', en: 'Hazard' },
    {
      required: true,
      long: true,
      help: { zh: '哪里、什么样、会伤到谁', en: 'Where, what, whom it could hurt' },
    },
  ),
  photo: photo({ zh: '现场照片', en: 'Photo' }),
  risk: choice(
    { zh: '风险', en: 'Risk' },
    {
      low: { zh: '低', en: 'Low' },
      medium: { zh: '中', en: 'Medium' },
      high: { zh: '高', en: 'High' },
    },
    { help: { zh: '定了风险就有整改期限', en: 'It sets the time to mend' } },
  ),
  reporter: text({ zh: '上报人', en: 'Reported by' }, { personal: true }),
  phone: phone({ zh: '联系电话', en: 'Phone' }),
  owner: reference('people', { zh: '责任人', en: 'Owner' }),
  due: date(
    { zh: '整改期限', en: 'Due' },
    { help: { zh: '空着按风险定，期限天数在设置里改', en: 'Blank: by its risk' } },
  ),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      reported: { zh: '待整改', en: 'Reported' },
      working: { zh: '整改中', en: 'Being mended' },
      mended: { zh: '待复核', en: 'Mended, to be verified' },
      closed: { zh: '已销号', en: 'Closed' },
      handedUp: { zh: '已上报', en: 'Handed up' },
    },
    { required: true },
  ),
  measures: text({ zh: '整改措施', en: 'Measures' }, { long: true }),
  mendedBy: reference('people', { zh: '整改人', en: 'Mended by' }),
  mended: moment({ zh: '改好时间', en: 'Mended at' }),
  verifiedBy: reference(
    'people',
    { zh: '复核人', en: 'Verified by' },
    { help: { zh: '不能是上报人或整改人', en: 'Neither who reported nor who mended it' } },
  ),
  verified: date({ zh: '复核日期', en: 'Verified' }),
  proof: photo({ zh: '整改照片', en: 'Photo as proof' }),
  handedUp: date(
    { zh: '上报学校日期', en: 'Handed up' },
    { help: { zh: '后勤解决不了，报学校的日期', en: 'When the school was asked' } },
  ),
  decision: text({ zh: '学校答复', en: "The school's answer" }),
  toRepair: yesNo(
    { zh: '转报修', en: 'To repairs' },
    { help: { zh: '填“是”自动开一张报修', en: 'Yes opens a repair by itself' } },
  ),
  source: rowLink('inspections', { zh: '来自检查', en: 'From inspection' }),
};

/**
 * 隐患整改 Hazards (C3; R2, R5): reported at once, an owner, a day, mended, verified by another person. Failed
 * inspections open theirs by themselves.
 */
export const hazards = defineRegister({
  key: 'hazards',
  title: { zh: '隐患整改', en: 'Hazards' },
  purpose: {
    zh: '谁都能上报隐患；定人定期整改，改好由另一人复核销号',
    en: 'Anyone reports a hazard; it gets an owner and a day, and another person verifies it',
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
      zh: '发现危险请马上告诉我们，紧急情况先打电话。',
      en: 'Tell us at once; if it is urgent, call first.',
    },
    asks: ['place', 'what', 'photo', 'reporter', 'phone'],
    starts: { state: 'reported' },
    tracks: ['state', 'measures', 'mended', 'decision'],
    example: {
      place: '教学楼 A203',
      what: '讲台旁插座盖脱落，露出电线',
      reporter: '七年级组 方老师',
      phone: '13800005678',
    },
  },
  rules: [
    unique({ columns: ['number'] }),
    deadline({
      from: 'reported',
      until: 'mended',
      within: (row, world) => {
        const reported = momentAt(row, 'reported');
        const due = dueOf(row, world);
        if (reported === undefined || due === undefined || valueAt(row, 'state') === 'handedUp')
          return undefined;
        const hoursOnFirstDay = 24 - Number(reported.slice(11, 13));
        return {
          hours: daysBetween(dayOf(reported), due) * 24 + hoursOnFirstDay,
          promise: { zh: monthAndDay(due), en: due },
        };
      },
      message: (due, open) =>
        open
          ? {
              zh: `期限${due.zh}已过，请整改或改期写原因`,
              en: `Due ${due.en}: mend it, or set a new day and say why`,
            }
          : {
              zh: `改好晚于期限${due.zh}，请核对时间`,
              en: `Mended after ${due.en}: check the time`,
            },
    }),
    deadline({
      from: 'mended',
      until: 'verified',
      within: (_row, world) => {
        const days = world.settings.number('hazards.verifyDays');
        return { hours: days * 24, promise: { zh: `${days}天`, en: `${days} days` } };
      },
      message: (days, open) =>
        open
          ? {
              zh: `改好已超${days.zh}，请另一人复核`,
              en: `Mended ${days.en} ago: let another verify`,
            }
          : {
              zh: `复核晚于${days.zh}，请核对日期`,
              en: `Verified after ${days.en}: check the day`,
            },
    }),
    secondPerson({
      checker: 'verifiedBy',
      others: ['reporter', 'mendedBy'],
      message: (name) => ({
        zh: `${clip(name, 4)}报的或改的，请换人复核`,
        en: `${name} reported or mended it: let another verify`,
      }),
    }),
    needed({
      key: 'closed',
      columns: ['measures', 'mendedBy', 'mended', 'verifiedBy', 'proof'],
      reads: ['state'],
      when: isClosed,
      because: { zh: '已销号', en: 'Closed' },
    }),
    needed({
      key: 'open',
      columns: ['owner', 'risk'],
      reads: ['reported', 'state'],
      when: mustBeAssigned,
      because: { zh: '还没定人定风险', en: 'Nobody answers for it yet' },
    }),
    handedOver({ person: 'owner', state: 'state', open: (row) => !isClosed(row) }),
    chain({
      link: 'source',
      to: 'inspections',
      message: {
        broken: () => ({
          zh: '它来自的检查记录不见了，请恢复',
          en: 'The inspection it came from is gone: put it back',
        }),
      },
    }),
    handedUp({
      state: 'state',
      on: 'handedUp',
      answer: 'decision',
      days: (world) => world.settings.number('hazards.answerDays'),
    }),
    recurrence({
      from: 'reported',
      until: 'mended',
      place: 'place',
      what: 'what',
      within: (world) => world.settings.number('hazards.backWithinDays'),
      message: (_row, days) => ({
        zh: `同一隐患${days}天前刚改好，请查原因`,
        en: `The same was mended ${days} days before: find the cause`,
      }),
    }),
  ],
  settings: {
    highDays: inDays({ zh: '高风险整改期限', en: 'High: mended within' }, 1, 'R2 发现隐患立即整改'),
    mediumDays: inDays({ zh: '中风险整改期限', en: 'Medium: mended within' }, 7, '惯例'),
    lowDays: inDays({ zh: '低风险整改期限', en: 'Low: mended within' }, 30, '惯例'),
    assignHours: inHours({ zh: '定责任人时限', en: 'An owner within' }, 24, 'R5 隐患定人定期'),
    verifyDays: inDays({ zh: '改好后复核时限', en: 'Verified after mending within' }, 3, '惯例'),
    answerDays: inDays(
      { zh: '上报学校后催问', en: 'Ask again when handed up for' },
      7,
      'R4 上报事项要有答复',
    ),
    backWithinDays: inDays(
      { zh: '同一隐患多少天内再现要查', en: 'The same hazard back within' },
      30,
      '惯例',
    ),
  },
  figures: hazardFigures,
  breakdowns: {
    byPlace: splitBy({
      title: { zh: '各处隐患', en: 'Hazards by place' },
      unit: { zh: '处', en: 'hazards' },
      happened: 'reported',
      names: byBuilding('place'),
    }),
  },
  opens: [{ into: 'repairs', from: repairOfHazard }],
  plan: { tasks: hazardTasks },
  report: {
    section: 'safety',
    sentences: [
      '排查隐患{reported|compared}，整改率{mended}，按期整改率{inTime}，复核率{verified}。',
    ],
    indicators: ['mended', 'inTime'],
    shortcomings: {
      mended: {
        says: '部分隐患没有改完',
        effect: '师生安全存在风险',
        measure: '未改完的隐患逐条定人定期，每周通报一次',
      },
      inTime: {
        says: '部分隐患整改超过期限',
        effect: '危险存在时间过长',
        measure: '期限前一天提醒责任人，解决不了的当天上报学校',
      },
    },
  },
  retention: { reporter: { months: 6 }, phone: { months: 6 } },
  demo: demoHazards,
});
