import { weekdays, weeks } from '../../calculations/timetable.ts';
import { choice, date, quantity, reference, text } from '../../columns.ts';
import { demoTimetable } from '../../demo/timetable.ts';
import { listed } from '../../figures/listed.ts';
import type { Finding } from '../../finding.ts';
import type { Label } from '../../language.ts';
import { defineRegister } from '../../register.ts';
import { inSequence, numberAt, type Row, textAt } from '../../row.ts';
import { type Rule, rowRule } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { plain } from '../../spelling.ts';
import { clip } from '../../wording.ts';

const columns = {
  weekday: choice({ zh: '星期', en: 'Weekday' }, weekdays, { required: true }),
  period: quantity(
    { zh: '第几节', en: 'Period' },
    { required: true, unit: { zh: '节', en: '' }, min: 1, max: 15, whole: true },
  ),
  room: reference('places', { zh: '功能室', en: 'Room' }, { required: true }),
  klass: reference('classes', { zh: '班级', en: 'Class' }, { required: true }),
  subject: text({ zh: '科目', en: 'Subject' }),
  weeks: choice({ zh: '单双周', en: 'Weeks' }, weeks, {
    help: { zh: '空着就是每周', en: 'Blank: every week' },
  }),
  from: date({ zh: '开始日期', en: 'From' }, { help: { zh: '空着就是一直', en: 'Blank: always' } }),
  to: date({ zh: '结束日期', en: 'To' }),
};

/** Whether two lines can fall on one day. */
function meet(a: Row, b: Row): boolean {
  const [one, other] = [textAt(a, 'weeks') || 'every', textAt(b, 'weeks') || 'every'];
  const sameWeeks = one === other || one === 'every' || other === 'every';
  const [from, to] = [textAt(a, 'from'), textAt(a, 'to')];
  const [otherFrom, otherTo] = [textAt(b, 'from'), textAt(b, 'to')];
  return (
    sameWeeks &&
    (to === '' || otherFrom === '' || otherFrom <= to) &&
    (otherTo === '' || from === '' || from <= otherTo)
  );
}

/** Nothing is twice at one time: a room with two classes, a class in two rooms. The later written line is told. */
function once(of: 'room' | 'klass', message: (other: Row) => Label): Rule<keyof typeof columns> {
  const key = `${of}-twice`;
  return {
    key,
    columns: ['weekday', 'period', 'room', 'klass', 'weeks', 'from', 'to'],
    reads: [],
    catches:
      of === 'room'
        ? { zh: '同一节两个班用一间', en: 'Two classes in one room at once' }
        : { zh: '同一节一个班在两间', en: 'One class in two rooms at once' },
    check: (register, rows) => {
      const known = inSequence(rows).filter(
        (row) => textAt(row, of) !== '' && numberAt(row, 'period') !== undefined,
      );
      const groups = Map.groupBy(known, (row) =>
        [textAt(row, 'weekday'), numberAt(row, 'period'), plain(textAt(row, of))].join('|'),
      );
      return [...groups.values()].flatMap((group) =>
        group.flatMap((row, index): Finding[] => {
          const other = group.slice(0, index).find((earlier) => meet(earlier, row));
          return other === undefined
            ? []
            : [
                {
                  register: register.key,
                  rule: key,
                  row: row.id,
                  column: of,
                  severity: 'must',
                  message: message(other),
                },
              ];
        }),
      );
    },
  };
}

/** 课表 Timetable of the function rooms (L; C5): which class is in which room when, to compare with its log. */
export const timetable = defineRegister({
  key: 'timetable',
  title: { zh: '功能室课表', en: 'Timetable' },
  purpose: {
    zh: '哪个班星期几第几节用哪间功能室，与使用登记对照',
    en: 'Which class uses which function room when, compared with its log',
  },
  workbook: 'people',
  columns,
  rules: [
    once('room', (other) => ({
      zh: `这节${clip(textAt(other, 'klass'), 8)}已在用这间，请改一个`,
      en: `${textAt(other, 'klass')} has the room then: change one`,
    })),
    once('klass', (other) => ({
      zh: `这节该班已在${clip(textAt(other, 'room'), 10)}，请改一个`,
      en: `The class is in ${textAt(other, 'room')} then: change one`,
    })),
    inOrder({ from: 'from', until: 'to' }),
    rowRule<typeof columns>({
      key: 'past-periods',
      columns: ['period'],
      catches: { zh: '一天没有这么多节', en: 'More periods than a day has' },
      finds: ({ values: { period } }, world) => {
        const most = world.settings.number('timetable.periods');
        return period !== undefined && period > most
          ? {
              column: 'period',
              severity: 'must',
              message: {
                zh: `一天 ${most} 节，没有第 ${period} 节，请改`,
                en: `A day has ${most} periods: change it`,
              },
            }
          : undefined;
      },
    }),
  ],
  settings: {
    periods: {
      kind: 'number',
      title: { zh: '一天几节课', en: 'Periods a day' },
      unit: { zh: '节', en: 'periods' },
      default: 10,
      source: '学校',
    },
  },
  figures: {
    lessons: listed({
      title: { zh: '功能室每周课时', en: 'Lessons in function rooms' },
      unit: { zh: '节', en: 'lessons' },
      counts: { zh: '课表中的行', en: 'Lines of the timetable' },
    }),
  },
  demo: demoTimetable,
});
