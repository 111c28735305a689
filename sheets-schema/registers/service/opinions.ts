import { callBackHours, canBeCalled, hoursTaken } from '../../calculations/calling-back.ts';
import { opinionTasks } from '../../calculations/opinion-tasks.ts';
import { choice, date, moment, phone, reference, text } from '../../columns.ts';
import { demoOpinions } from '../../demo/opinions.ts';
import { channels, opinionBreakdowns, opinionFigures, topics } from '../../figures/opinions.ts';
import { type Promised, saidColumn, starsColumn } from '../../follow-up.ts';
import { defineRegister } from '../../register.ts';
import { momentAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { deadline } from '../../rules/deadline.ts';
import { handedOver } from '../../rules/handed-over.ts';
import { handedUp } from '../../rules/handed-up.ts';
import { needed } from '../../rules/needed.ts';
import { inDays, inHours } from '../../settings.ts';
import { minutesBetween, minutesLater } from '../../time.ts';
import { monthAndDay } from '../../wording.ts';

const columns = {
  received: moment({ zh: '收到时间', en: 'Received' }, { required: true, stamped: true }),
  channel: choice({ zh: '渠道', en: 'Channel' }, channels, { required: true }),
  topic: choice({ zh: '关于', en: 'About' }, topics, { required: true }),
  place: reference('places', { zh: '地点', en: 'Place' }),
  content: text({ zh: '意见内容', en: 'What was said' }, { required: true, long: true }),
  from: text(
    { zh: '提意见人', en: 'From' },
    { personal: true, help: { zh: '可以不填', en: 'May stay blank' } },
  ),
  phone: phone(
    { zh: '回访电话', en: 'Phone' },
    { help: { zh: '留了就在24小时内回访', en: 'Called back within 24 hours' } },
  ),
  owner: reference('people', { zh: '承办人', en: 'Owner' }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      received: { zh: '已收到', en: 'Received' },
      working: { zh: '办理中', en: 'Being seen to' },
      handedUp: { zh: '已上报', en: 'Handed up' },
      done: { zh: '已办结', en: 'Done' },
    },
    { required: true },
  ),
  calledBack: moment({ zh: '回访时间', en: 'Called back' }),
  answer: text({ zh: '答复', en: 'Answer' }, { long: true }),
  handedUp: date({ zh: '上报日期', en: 'Handed up' }),
  promised: date(
    { zh: '学校答应答复日', en: 'Answer promised for' },
    { help: { zh: '学校说哪天答复', en: 'The day that the school named' } },
  ),
  decision: text({ zh: '学校答复', en: "The school's answer" }),
  satisfaction: choice(
    { zh: '满意度', en: 'Satisfaction' },
    {
      satisfied: { zh: '满意', en: 'Satisfied' },
      fair: { zh: '基本满意', en: 'Fairly' },
      dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
    },
  ),
  followUp: text(
    { zh: '再处理', en: 'Seen to again' },
    { help: { zh: '不满意的要填', en: 'When dissatisfied' } },
  ),
  stars: starsColumn,
  said: saidColumn,
};

const isDone = (row: Row): boolean => valueAt(row, 'state') === 'done';

/** By when it is answered; what was handed up waits for the school. */
function answerPromise(row: Row, world: World): Promised | undefined {
  const from = momentAt(row, 'received');
  if (from === undefined || textAt(row, 'answer') !== '' || valueAt(row, 'state') === 'handedUp')
    return undefined;
  const days = world.settings.number('opinions.answerDays');
  return { by: minutesLater(from, days * 24 * 60, world.settings.text('timeZone')) };
}

/**
 * 意见投诉 Opinions and complaints (G; R3, R4): boxes, forms, phone, forums, face to face; whoever left a number is
 * called back within 24 hours, what cannot be solved here is handed up and its answer awaited.
 */
export const opinions = defineRegister({
  key: 'opinions',
  title: { zh: '意见投诉', en: 'Opinions' },
  purpose: {
    zh: '各渠道的意见都记在这里，24小时内回访',
    en: 'Opinions from everywhere; called back within 24 hours',
  },
  workbook: 'service',
  columns,
  happened: 'received',
  form: {
    audience: 'anyone',
    intro: {
      zh: '姓名电话可不填；留了电话，24小时内回访，只用于回访。',
      en: 'Name and phone may stay blank; they serve for the call back alone.',
    },
    asks: ['topic', 'place', 'content', 'from', 'phone'],
    starts: { channel: 'form', state: 'received' },
    tracks: ['state', 'answer', 'calledBack', 'decision'],
    example: { topic: 'canteen', content: '二楼晚餐后半段菜凉了', phone: '13800005678' },
  },
  followUp: {
    owner: 'owner',
    promise: answerPromise,
    again: {
      label: { zh: '没解决，请再处理', en: 'Not solved' },
      when: isDone,
      sets: { state: 'working', satisfaction: 'dissatisfied' },
    },
    stars: {
      column: 'stars',
      when: isDone,
      words: {
        column: 'satisfaction',
        byStars: ['dissatisfied', 'dissatisfied', 'fair', 'satisfied', 'satisfied'],
      },
    },
    said: 'said',
  },
  batches: [
    {
      key: 'box',
      title: { zh: '开意见箱', en: 'Opening a box' },
      audience: 'staff',
      intro: { zh: '一箱几张，一张一行，照原话写。', en: 'One slip a line, in its own words.' },
      shared: ['place', 'received', 'owner'],
      each: ['topic', 'content', 'from', 'phone'],
      rows: () => [],
      untouched: 'leftOut',
      starts: { channel: 'box', state: 'received' },
      example: {
        shared: { place: '教学楼', owner: '周敏' },
        rows: [
          { topic: 'repairs', content: 'A302饮水机水不热' },
          { topic: 'cleaning', content: '三楼厕所下午没人打扫' },
        ],
      },
    },
  ],
  rules: [
    deadline({
      from: 'received',
      until: 'calledBack',
      within: (row, world) =>
        canBeCalled(row)
          ? { hours: callBackHours(world), promise: { zh: '回访', en: 'call back' } }
          : undefined,
      tellAboveAfter: (world) => world.settings.number('opinions.warnHours'),
      message: (_promise, open) =>
        open
          ? { zh: '超时没回访，请马上回访并填时间', en: 'Call back at once and enter the time' }
          : { zh: '回访超时了，请核对时间', en: 'Called back too late: check the time' },
    }),
    rowRule<typeof columns>({
      key: 'call-back-soon',
      columns: ['received', 'phone', 'calledBack'],
      catches: { zh: '快到回访时限', en: 'The call back is nearly due' },
      finds: (row, world) => {
        const taken = hoursTaken(row, world);
        const most = callBackHours(world);
        const warned = world.settings.number('opinions.warnHours');
        if (!canBeCalled(row) || textAt(row, 'calledBack') !== '') return undefined;
        return taken >= warned && taken <= most
          ? {
              column: 'calledBack',
              severity: 'look',
              message: {
                zh: `收到${Math.floor(taken)}小时了，请在${most}小时内回访`,
                en: `Received ${Math.floor(taken)} hours ago: call back within ${most}`,
              },
            }
          : undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'unanswered',
      columns: ['received', 'state', 'answer'],
      catches: { zh: '意见久没答复', en: 'Not answered for long' },
      finds: (row, world) => {
        const from = momentAt(row, 'received');
        const state = valueAt(row, 'state');
        if (from === undefined || textAt(row, 'answer') !== '' || state === 'handedUp')
          return undefined;
        const hours = minutesBetween(from, world.now, world.settings.text('timeZone')) / 60;
        const days = world.settings.number('opinions.answerDays');
        return hours > days * 24
          ? {
              column: 'answer',
              severity: 'must',
              message: { zh: `超${days}天没答复，请办理并答复`, en: `Answer: over ${days} days` },
            }
          : undefined;
      },
    }),
    needed({
      key: 'done',
      columns: ['answer', 'owner'],
      reads: ['state'],
      when: isDone,
      because: { zh: '已办结', en: 'Done' },
    }),
    handedUp({
      state: 'state',
      on: 'handedUp',
      answer: 'decision',
      days: (world) => world.settings.number('opinions.schoolDays'),
    }),
    rowRule<typeof columns>({
      key: 'promised-answer',
      columns: ['promised', 'decision'],
      catches: { zh: '过了学校答应的答复日', en: 'Past the day on which the school would answer' },
      finds: ({ values: { promised, decision } }, world) =>
        promised !== undefined && decision === undefined && promised < world.now.slice(0, 10)
          ? {
              column: 'decision',
              severity: 'must',
              message: {
                zh: `学校答应${monthAndDay(promised)}答复，请去问`,
                en: `The school promised an answer for ${promised}: ask`,
              },
            }
          : undefined,
    }),
    needed({
      key: 'dissatisfied',
      columns: ['followUp'],
      reads: ['satisfaction'],
      when: (row) => valueAt(row, 'satisfaction') === 'dissatisfied',
      because: { zh: '不满意', en: 'Dissatisfied' },
    }),
    handedOver({ person: 'owner', state: 'state', open: (row) => !isDone(row) }),
  ],
  settings: {
    callBackHours: inHours({ zh: '回访时限', en: 'Call back within' }, 24, 'R3 回访不超24小时'),
    warnHours: inHours({ zh: '回访提前提醒', en: 'Warn at' }, 20, '惯例'),
    answerDays: inDays({ zh: '答复时限', en: 'Answer within' }, 3, '惯例'),
    schoolDays: inDays({ zh: '上报后催问', en: 'Ask again after' }, 7, 'R4 上报事项要有答复'),
  },
  figures: opinionFigures,
  breakdowns: opinionBreakdowns,
  plan: { tasks: opinionTasks },
  report: {
    section: 'service',
    sentences: [
      '各渠道收到意见{received|compared}，24小时回访率{calledBack}，答复率{answered}。',
      '回访满意率{satisfied}；解决不了的上报学校{handedUp}。',
    ],
    indicators: ['calledBack', 'satisfied'],
    shortcomings: {
      calledBack: {
        says: '意见没有全部在24小时内回访',
        effect: '提意见的人不知道有没有人管',
        measure: '每天下班前看一次未回访的意见，当天回访',
      },
      answered: {
        says: '有的意见没有答复',
        effect: '师生不愿再提意见',
        measure: '每条意见定承办人，三天内答复，上报的写明答复日期',
      },
      satisfied: {
        says: '回访满意率没有达到目标',
        effect: '同样的意见会再来',
        measure: '不满意的由分管主任再处理一次并再回访',
      },
    },
  },
  retention: { from: { months: 6 }, phone: { months: 6 } },
  demo: demoOpinions,
});
