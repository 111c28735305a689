import { choice, moment, photo, quantity, reference, text } from '../../columns.ts';
import { demoLights } from '../../demo/lights.ts';
import { count } from '../../figures/count.ts';
import { byBuilding, splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { tooOften } from '../../rules/too-often.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { weekdayOf } from '../../time.ts';
import { localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  found: moment({ zh: '发现时间', en: 'Found' }, { required: true, stamped: true }),
  place: reference('places', { zh: '地点', en: 'Place' }, { required: true }),
  what: choice(
    { zh: '没关什么', en: 'Left on' },
    {
      lights: { zh: '灯', en: 'Lights' },
      fan: { zh: '风扇', en: 'Fan' },
      airConditioner: { zh: '空调', en: 'Air conditioner' },
      screen: { zh: '投影、一体机', en: 'Screen or projector' },
      tap: { zh: '水龙头', en: 'Tap' },
      other: { zh: '其他', en: 'Other' },
    },
    { required: true },
  ),
  number: quantity({ zh: '数量', en: 'Number' }, { min: 1, whole: true }),
  foundBy: reference('people', { zh: '发现人', en: 'Found by' }, { required: true }),
  photo: photo({ zh: '照片', en: 'Photo' }),
  note: text({ zh: '备注', en: 'Note' }),
};

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** 人走灯未关 Lights left on (H, R5): lights, fans and taps that run in empty rooms, and the rooms where it comes back. */
export const lightsLeftOn = defineRegister({
  key: 'lightsLeftOn',
  title: { zh: '人走灯未关', en: 'Lights left on' },
  purpose: {
    zh: '没人的教室灯、扇、空调没关，巡查时登记',
    en: 'What runs in empty rooms, entered on the round',
  },
  workbook: 'stores',
  columns,
  happened: 'found',
  looksBack: 31,
  form: {
    audience: 'staff',
    intro: { zh: '先关掉，再登记。', en: 'Switch it off, then enter it.' },
    asks: ['place', 'what', 'number', 'foundBy', 'photo', 'note'],
    example: { place: '教学楼 A201', what: 'lights', number: 6, foundBy: '彭少华' },
  },
  batches: [
    {
      key: 'round',
      title: { zh: '一圈查完', en: 'One round' },
      audience: 'staff',
      intro: { zh: '只填没关的教室，其余不动。', en: 'Only the rooms where something runs.' },
      shared: ['found', 'foundBy'],
      each: ['place', 'what', 'number', 'note'],
      rows: classrooms,
      untouched: 'leftOut',
      example: {
        shared: { foundBy: '彭少华' },
        rows: [{ place: '教学楼 A201', what: 'lights', number: 6 }],
      },
    },
  ],
  rules: [
    tooOften({
      at: 'place',
      happened: 'found',
      of: () => (row) => plain(textAt(row, 'place')),
      times: (world) => world.settings.number('lightsLeftOn.times'),
      days: (world) => world.settings.number('lightsLeftOn.days'),
      message: (place, times, days) => ({
        zh: `${clip(place, 9)}${days}天内${times}次没关，请告知班级`,
        en: `${place}: left on ${times} times within ${days} days: tell them`,
      }),
    }),
  ],
  settings: {
    times: {
      kind: 'number',
      title: { zh: '同一处几次没关要提醒', en: 'The same room so often' },
      unit: { zh: '次', en: 'times' },
      default: 3,
      source: 'R5 节约意识',
    },
    days: inDays({ zh: '同一处没关看多少天', en: 'Counted over' }, 14, 'R5 节约意识'),
  },
  figures: {
    found: count({
      title: { zh: '无人灯扇未关', en: 'Left on in empty rooms' },
      unit: { zh: '间次', en: 'times' },
      counts: { zh: '期内发现的没关灯、扇、空调等', en: 'Found in the period' },
      better: 'lower',
      happened: 'found',
    }),
    pieces: total({
      title: { zh: '未关灯扇', en: 'Things left on' },
      unit: { zh: '件', en: 'pieces' },
      counts: { zh: '期内发现时写的数量之和', en: 'The numbers added up' },
      better: 'lower',
      happened: 'found',
      amounts: () => (row) => numberAt(row, 'number') ?? 1,
    }),
  },
  breakdowns: {
    byBuilding: splitBy({
      title: { zh: '各楼灯扇未关', en: 'Left on by building' },
      unit: { zh: '间次', en: 'times' },
      happened: 'found',
      names: byBuilding('place'),
    }),
    byWeekday: splitBy({
      title: { zh: '周几灯扇未关', en: 'Left on by weekday' },
      unit: { zh: '间次', en: 'times' },
      happened: 'found',
      names: () => weekdayName,
    }),
  },
  report: {
    section: 'energy',
    sentences: ['查出无人教室灯、扇未关{found|compared}。'],
    indicators: ['found'],
  },
  demo: demoLights,
});

function weekdayName(row: Row): string {
  const day = localDate.safeParse(textAt(row, 'found').slice(0, 10));
  return day.success ? (weekdays[weekdayOf(day.data)] ?? '') : '';
}

/** The rooms of a round: classrooms and function rooms in use. */
function classrooms(world: World) {
  return world
    .rows('places')
    .filter(
      (place) =>
        ['classroom', 'functionRoom'].includes(textAt(place, 'kind')) &&
        valueAt(place, 'outOfUse') !== true,
    )
    .map((place) => ({ place: textAt(place, 'name') }));
}
