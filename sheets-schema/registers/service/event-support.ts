import { hoursFrom } from '../../calculations/hours-between.ts';
import { choice, moment, phone, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoEventSupport } from '../../demo/event-support.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { defineRegister } from '../../register.ts';
import { momentAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { overlap } from '../../rules/overlap.ts';
import { inHours } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { localDate, localDateTime } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  asked: moment({ zh: '申请时间', en: 'Asked' }, { required: true, stamped: true }),
  event: text({ zh: '活动', en: 'Event' }, { required: true }),
  venue: reference('places', { zh: '场地', en: 'Venue' }, { required: true }),
  from: moment(
    { zh: '开始', en: 'Begins' },
    { required: true, help: { zh: '含布置时间', en: 'With the time to set it up' } },
  ),
  until: moment({ zh: '结束', en: 'Ends' }, { required: true }),
  askedBy: text({ zh: '申请人', en: 'Asked by' }, { required: true, personal: true }),
  department: text({ zh: '部门', en: 'Department' }),
  phone: phone({ zh: '联系电话', en: 'Phone' }),
  chairs: quantity(
    { zh: '桌椅', en: 'Chairs' },
    { unit: { zh: '套', en: 'sets' }, min: 0, whole: true },
  ),
  sound: yesNo({ zh: '要音响', en: 'Sound' }),
  water: quantity({ zh: '饮水', en: 'Water' }, { unit: { zh: '瓶', en: 'bottles' }, min: 0 }),
  other: text({ zh: '其他要求', en: 'Other' }, { long: true }),
  answer: choice(
    { zh: '答复', en: 'Answer' },
    {
      asked: { zh: '待答复', en: 'Not yet' },
      accepted: { zh: '已安排', en: 'Arranged' },
      refused: { zh: '不能安排', en: 'Cannot be done' },
      withdrawn: { zh: '申请人取消', en: 'Withdrawn' },
    },
    { required: true },
  ),
  owner: reference('people', { zh: '负责人', en: 'Owner' }),
  reason: text({ zh: '答复说明', en: 'Why' }),
  ready: moment({ zh: '备好时间', en: 'Ready at' }),
};

const isWaiting = (row: Row): boolean => valueAt(row, 'answer') === 'asked';
const isAccepted = (row: Row): boolean => valueAt(row, 'answer') === 'accepted';
const isOn = (row: Row): boolean => isWaiting(row) || isAccepted(row);
const isOver = (row: Row, world: World): boolean =>
  textAt(row, 'until') !== '' && textAt(row, 'until') <= world.now;

/** 活动保障 Event support (B11; R1, R5): venue, chairs, sound and water, asked by whom, answered, ready in time. */
export const eventSupport = defineRegister({
  key: 'eventSupport',
  title: { zh: '活动保障', en: 'Event support' },
  purpose: {
    zh: '借场地、桌椅、音响、饮水的申请和安排',
    en: 'Venues, chairs, sound and water: asked for and arranged',
  },
  workbook: 'service',
  columns,
  happened: 'asked',
  form: {
    audience: 'anyone',
    intro: { zh: '请提前一天申请，后勤会答复。', en: 'Please ask a day ahead; you get an answer.' },
    asks: [
      'event',
      'venue',
      'from',
      'until',
      'askedBy',
      'department',
      'phone',
      'chairs',
      'sound',
      'water',
      'other',
    ],
    starts: { answer: 'asked' },
    tracks: ['answer', 'owner', 'reason', 'ready'],
    example: {
      event: '八年级诗歌朗诵',
      venue: '行政楼 报告厅',
      from: localDateTime.parse('2026-12-03T14:00:00'),
      until: localDateTime.parse('2026-12-03T17:00:00'),
      askedBy: '贺老师',
      department: '八年级组',
      chairs: 120,
      sound: true,
      water: 24,
    },
  },
  rules: [
    inOrder({ from: 'from', until: 'until' }),
    overlap({
      key: 'two-events',
      columns: ['venue', 'from', 'until', 'answer'],
      who: (row) => (isOn(row) ? plain(textAt(row, 'venue')) : ''),
      span: () => (row) => {
        const [from, until] = [momentAt(row, 'from'), momentAt(row, 'until')];
        return from && until ? { from, until } : undefined;
      },
      message: (_row, other) => ({
        zh: `和“${clip(textAt(other, 'event'), 8)}”撞了，请换场地或时间`,
        en: `“${textAt(other, 'event')}” has the venue then: change place or time`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'unanswered',
      columns: ['asked', 'from', 'answer'],
      catches: { zh: '申请了没人答复', en: 'Asked for, and nobody answered' },
      finds: (row, world) => {
        const waited = hoursFrom(textAt(row, 'asked'), world.now, world) ?? 0;
        const left = hoursFrom(world.now, textAt(row, 'from'), world) ?? Number.POSITIVE_INFINITY;
        const most = world.settings.number('eventSupport.answerHours');
        if (!isWaiting(row) || (waited <= most && left > most)) return undefined;
        return {
          column: 'answer',
          severity: 'must',
          message:
            left <= most
              ? { zh: '活动快到了还没答复，请马上安排', en: 'It begins soon: arrange it at once' }
              : {
                  zh: `申请超${most}小时没答复，请答复`,
                  en: `Asked over ${most} hours ago: answer`,
                },
        };
      },
    }),
    needed({
      key: 'accepted',
      columns: ['owner'],
      reads: ['answer'],
      when: isAccepted,
      because: { zh: '已安排', en: 'Arranged' },
    }),
    needed({
      key: 'refused',
      columns: ['reason'],
      reads: ['answer'],
      when: (row) => valueAt(row, 'answer') === 'refused',
      because: { zh: '不能安排', en: 'Cannot be done' },
    }),
    needed({
      key: 'ready',
      columns: ['ready'],
      reads: ['answer', 'from'],
      when: (row, world) =>
        isAccepted(row) && textAt(row, 'from') !== '' && textAt(row, 'from') <= world.now,
      because: { zh: '活动已开始', en: 'It has begun' },
    }),
    rowRule<typeof columns>({
      key: 'ready-late',
      columns: ['from', 'ready', 'answer'],
      catches: { zh: '活动开始了才备好', en: 'Ready after it began' },
      finds: (row) =>
        isAccepted(row) && textAt(row, 'from') !== '' && textAt(row, 'ready') > textAt(row, 'from')
          ? {
              column: 'ready',
              severity: 'look',
              message: { zh: '开始后才备好，请写明原因', en: 'Ready after it began: say why' },
            }
          : undefined,
    }),
    rowRule<typeof columns>({
      key: 'asked-late',
      columns: ['asked', 'from'],
      catches: { zh: '申请得太晚', en: 'Asked too late' },
      finds: (row, world) => {
        const ahead = hoursFrom(textAt(row, 'asked'), textAt(row, 'from'), world);
        const least = world.settings.number('eventSupport.aheadHours');
        return isOn(row) && !isOver(row, world) && ahead !== undefined && ahead < least
          ? {
              column: 'asked',
              severity: 'look',
              message: {
                zh: `离开始不到${least}小时，请先电话安排`,
                en: `Asked less than ${least} hours ahead: telephone first`,
              },
            }
          : undefined;
      },
    }),
  ],
  settings: {
    answerHours: inHours({ zh: '答复时限', en: 'Answered within' }, 24, '惯例'),
    aheadHours: inHours({ zh: '提前申请', en: 'Asked ahead by' }, 24, '惯例'),
  },
  figures: {
    events: count({
      title: { zh: '活动保障', en: 'Events supported' },
      unit: { zh: '场', en: 'events' },
      counts: { zh: '开始时间在期内、已安排并办完的活动', en: 'Arranged events that are over' },
      happened: 'from',
      where: (row, world) => isAccepted(row) && isOver(row, world),
    }),
    ready: share({
      title: { zh: '活动按时备好率', en: 'Ready in time' },
      counts: { zh: '期内办完的活动中开始前备好的', en: 'Of those over, ready before they began' },
      happened: 'from',
      among: (row, world) => isAccepted(row) && isOver(row, world),
      where: (row) => textAt(row, 'ready') !== '' && textAt(row, 'ready') <= textAt(row, 'from'),
      target: 100,
    }),
    answered: share({
      title: { zh: '活动申请答复率', en: 'Requests answered' },
      counts: { zh: '期内的申请中答复了的', en: 'Of the requests of the period, answered' },
      happened: 'asked',
      among: (row) => valueAt(row, 'answer') !== 'withdrawn',
      where: (row) => !isWaiting(row),
    }),
  },
  plan: {
    tasks: (rows, month) =>
      rows.flatMap((row) => {
        const day = localDate.safeParse(textAt(row, 'from').slice(0, 10));
        if (!isOn(row) || !day.success || day.data < month.from || day.data > month.to) return [];
        return [
          {
            key: `eventSupport-${row.id}`,
            group: 'service' as const,
            what: `保障${monthAndDay(day.data)}${clip(textAt(row, 'event'), 16)}`,
            standard: `${clip(textAt(row, 'venue'), 12)}，开始前桌椅、音响、饮水备好`,
            owner: textAt(row, 'owner') || '后勤副主任',
            due: day.data,
          },
        ];
      }),
  },
  report: {
    section: 'service',
    sentences: ['保障活动{events|compared}，开始前备好率{ready}，申请答复率{answered}。'],
    indicators: ['ready'],
    shortcomings: {
      ready: {
        says: '活动保障没有都在开始前备好',
        effect: '活动开始时还在搬桌椅、调音响',
        measure: '前一天定好负责人，开始前一小时到场检查一遍',
      },
    },
  },
  retention: { askedBy: { months: 12 }, phone: { months: 6 } },
  demo: demoEventSupport,
});
