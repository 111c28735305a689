import { lessonsBetween } from '../../calculations/timetable.ts';
import { choice, date, photo, quantity, reference, text } from '../../columns.ts';
import { demoFunctionRooms } from '../../demo/function-rooms.ts';
import type { Period } from '../../figure.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import {
  entered,
  fadingLog,
  filledWeeks,
  firstDay,
  isEntered,
  type LogColumns,
  usedWithoutEntry,
} from '../../rules/timetabled.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const state = {
  tidy: { zh: '整齐', en: 'Tidy' },
  untidy: { zh: '没收拾', en: 'Untidy' },
  broken: { zh: '有损坏', en: 'Something broken' },
};

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  period: quantity(
    { zh: '第几节', en: 'Period' },
    { required: true, unit: { zh: '节', en: '' }, min: 1, max: 15, whole: true },
  ),
  room: reference('places', { zh: '功能室', en: 'Room' }, { required: true }),
  klass: reference('classes', { zh: '班级', en: 'Class' }, { required: true }),
  before: choice({ zh: '用前', en: 'Before' }, state, { required: true }),
  after: choice({ zh: '用后', en: 'After' }, state, { required: true }),
  teacher: text({ zh: '任课教师', en: 'Teacher' }, { personal: true }),
  found: text(
    { zh: '情况', en: 'What was found' },
    { long: true, help: { zh: '没收拾或有损坏的写清', en: 'When untidy or broken' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const log: LogColumns<'day' | 'period' | 'room'> = { day: 'day', period: 'period', room: 'room' };

/** The days of a period that are over, from the first entry of the register on. */
function judged(rows: readonly Row[], period: Period, world: World): Period | undefined {
  const first = firstDay(rows, 'day');
  if (first === undefined) return undefined;
  const yesterday = plusDays(dayOf(world.now), -1);
  return {
    from: first > period.from ? first : period.from,
    to: period.to < yesterday ? period.to : yesterday,
  };
}

const isBad = (row: Row): boolean =>
  [valueAt(row, 'before'), valueAt(row, 'after')].some(
    (said) => said === 'untidy' || said === 'broken',
  );

/**
 * 功能室使用 Function-room log (C5; R2): each class fills in how it found and left the room. The log faded late in term
 * (后期表格的填写有些班级没能坚持), so a lesson without an entry and a falling fill rate are findings.
 */
export const functionRooms = defineRegister({
  key: 'functionRooms',
  title: { zh: '功能室使用', en: 'Function rooms' },
  purpose: {
    zh: '每班用前用后的卫生、物品情况，与课表对照',
    en: 'How each class found and left the room, compared with the timetable',
  },
  workbook: 'service',
  columns,
  happened: 'day',
  looksBack: 14,
  form: {
    audience: 'anyone',
    intro: { zh: '用完功能室请填，一分钟。', en: 'After using the room, please: one minute.' },
    asks: ['day', 'period', 'room', 'klass', 'before', 'after', 'teacher', 'found', 'photo'],
    example: {
      day: localDate.parse('2026-11-24'),
      period: 1,
      room: '实验楼 物理实验室',
      klass: '2025级1班',
      before: 'tidy',
      after: 'tidy',
      teacher: '方老师',
    },
  },
  rules: [
    usedWithoutEntry(log, (world) => world.settings.number('functionRooms.lookBackDays')),
    fadingLog(log, {
      weeks: (world) => world.settings.number('functionRooms.fallingWeeks'),
      percent: (world) => world.settings.number('functionRooms.fillRate'),
    }),
    unique({
      columns: ['room', 'day', 'period'],
      message: (said) => ({
        zh: `${clip(said, 10)}这一节登记了两次，请删一行`,
        en: `${said}: this lesson stands twice, delete one`,
      }),
    }),
    needed({
      key: 'bad',
      columns: ['found'],
      reads: ['before', 'after'],
      when: isBad,
      because: { zh: '没收拾或有损坏', en: 'Untidy or broken' },
    }),
  ],
  settings: {
    lookBackDays: inDays(
      { zh: '漏登记往回查', en: 'Look back for lessons without an entry' },
      7,
      'R2 使用后及时填写',
    ),
    fallingWeeks: {
      kind: 'number',
      title: { zh: '填报率连降几周提醒', en: 'Fill rate falling so many weeks' },
      unit: { zh: '周', en: 'weeks' },
      default: 2,
      source: 'R2 后期没能坚持',
    },
    fillRate: {
      kind: 'number',
      title: { zh: '填报率不低于', en: 'Fill rate at least' },
      unit: { zh: '%', en: '%' },
      default: 90,
      source: '惯例',
    },
  },
  figures: {
    entries: count({
      title: { zh: '功能室使用登记', en: 'Entries' },
      unit: { zh: '次', en: 'entries' },
      counts: { zh: '期内的使用登记', en: 'Entries of the period' },
      happened: 'day',
    }),
    filled: {
      title: { zh: '功能室填报率', en: 'Fill rate' },
      unit: { zh: '%', en: '%' },
      counts: {
        zh: '从第一条登记起，期内课表课时中有登记的',
        en: 'Of the timetabled lessons since the first entry, those with one',
      },
      better: 'higher',
      form: 'share',
      target: 95,
      measure: (rows, period, world) => {
        const span = judged(rows, period, world);
        if (span === undefined) return { value: undefined, rows: [] };
        const { from, to } = span;
        const known = entered(rows, log);
        const whole = lessonsBetween(world.rows('timetable'), from, to, world.calendar);
        const part = whole.filter((use) => isEntered(use, known)).length;
        return {
          value: whole.length === 0 ? undefined : (part / whole.length) * 100,
          part,
          whole: whole.length,
          rows: rows
            .filter((row) => textAt(row, 'day') >= from && textAt(row, 'day') <= to)
            .map(({ id }) => id),
        };
      },
    },
    tidy: share({
      title: { zh: '功能室用后整齐率', en: 'Left tidy' },
      counts: { zh: '期内登记中用后整齐的', en: 'Of the entries, left tidy' },
      happened: 'day',
      where: (row) => valueAt(row, 'after') === 'tidy',
    }),
  },
  breakdowns: {
    filledByWeek: {
      title: { zh: '每周填报率', en: 'Fill rate by week' },
      unit: { zh: '%', en: '%' },
      split: (rows, period, world) => {
        const span = judged(rows, period, world);
        if (span === undefined) return [];
        return filledWeeks(rows, log, span.from, span.to, world).map(
          ({ monday, lessons, entries }) => ({
            name: `${monday.slice(5)}那周`,
            value: Math.round((entries / lessons) * 1000) / 10,
          }),
        );
      },
    },
    untidyByRoom: splitBy({
      title: { zh: '各室没收拾或损坏', en: 'Untidy or broken by room' },
      unit: { zh: '次', en: 'times' },
      happened: 'day',
      where: isBad,
      names: () => (row) => textAt(row, 'room'),
    }),
  },
  report: {
    section: 'dorms',
    sentences: ['登记功能室使用{entries|compared}，填报率{filled}，用后整齐率{tidy}。'],
    indicators: ['filled'],
    shortcomings: {
      filled: {
        says: '功能室使用登记没有坚持到底',
        effect: '物品损坏和卫生问题找不到当时的班级',
        measure: '每周公布各班填报情况，漏填的当周补上',
      },
    },
  },
  retention: { teacher: { months: 12 } },
  demo: demoFunctionRooms,
});
