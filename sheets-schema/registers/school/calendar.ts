import { choice, date, quantity, text } from '../../columns.ts';
import { demoCalendar } from '../../demo/calendar.ts';
import type { PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { overlap } from '../../rules/overlap.ts';
import type { CalendarLineKind } from '../../school-calendar.ts';
import { spanOfDays } from '../../span.ts';
import { plusDays, weekdayOf } from '../../time.ts';
import { localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const kinds = {
  term: { zh: '学期', en: 'Term' },
  holiday: { zh: '放假', en: 'Holiday' },
  makeUpWorkday: { zh: '调休上课', en: 'Make-up workday' },
  exam: { zh: '考试', en: 'Exam' },
  event: { zh: '活动', en: 'Event' },
  boardersLeave: { zh: '寄宿生离校', en: 'Boarders leave' },
  boardersReturn: { zh: '寄宿生返校', en: 'Boarders return' },
} as const satisfies Readonly<Record<CalendarLineKind, unknown>>;

const columns = {
  kind: choice({ zh: '类别', en: 'Kind' }, kinds, { required: true }),
  name: text({ zh: '名称', en: 'Name' }, { required: true }),
  from: date({ zh: '开始日期', en: 'From' }, { required: true }),
  to: date(
    { zh: '结束日期', en: 'To' },
    { help: { zh: '只有一天可不填', en: 'Blank for a single day' } },
  ),
  staying: quantity(
    { zh: '留校人数', en: 'Staying' },
    { unit: { zh: '人', en: 'people' }, min: 0, whole: true },
  ),
  note: text({ zh: '备注', en: 'Note' }),
};

const termSpan = (row: Row) => {
  const from = localDate.safeParse(row.values.from);
  const to = localDate.safeParse(row.values.to);
  return from.success && to.success ? spanOfDays(from.data, to.data) : undefined;
};

/** What the calendar asks of the office in a month: exams and events to support, boarders' days. */
function tasks(month: { readonly from: string; readonly to: string }, world: World): PlanTask[] {
  const events = world.calendar.events(localDate.parse(month.from), localDate.parse(month.to));
  const supported = events
    .filter(({ kind, from }) => (kind === 'exam' || kind === 'event') && from >= month.from)
    .map(
      (event): PlanTask => ({
        key: `calendar-${event.kind}-${event.from}-${event.name}`,
        group: 'service',
        what: `${event.name}后勤保障`,
        standard:
          event.kind === 'exam' ? '水电、铃声、卫生提前一天检查' : '场地、桌椅、水电提前一天到位',
        owner: '后勤副主任',
        assists: '维修班、保洁',
        due: event.from > month.from ? plusDays(event.from, -1) : event.from,
        note:
          event.to === event.from
            ? monthAndDay(event.from)
            : `${monthAndDay(event.from)}至${monthAndDay(event.to)}`,
      }),
    );
  const moves = events.filter(({ kind }) => kind === 'boardersLeave' || kind === 'boardersReturn');
  const last = moves.at(-1);
  if (!last) return supported;
  const leaves = moves.filter(({ kind }) => kind === 'boardersLeave').length;
  return [
    ...supported,
    {
      key: `calendar-boarders-${month.from.slice(0, 7)}`,
      group: 'safety',
      what: '寄宿生离校、返校值守',
      standard: `离校 ${leaves} 次、返校 ${moves.length - leaves} 次，门岗双人`,
      owner: '保安队长',
      assists: '宿管',
      due: last.from,
    },
  ];
}

/**
 * 校历 School calendar (B4): terms, holidays and make-up workdays (调休), exams, events, the days on which
 * boarders leave and return. A line here overrules the public holidays that the program knows.
 */
export const calendar = defineRegister({
  key: 'calendar',
  title: { zh: '校历', en: 'School calendar' },
  purpose: {
    zh: '学期、放假、调休、考试、活动和离返校',
    en: 'Terms, holidays, exams, events, boarders',
  },
  workbook: 'people',
  alwaysOn: true,
  columns,
  rules: [
    inOrder({ from: 'from', until: 'to' }),
    overlap({
      key: 'terms-overlap',
      columns: ['from', 'to', 'kind'],
      who: (row) => (textAt(row, 'kind') === 'term' ? 'term' : ''),
      span: () => termSpan,
      message: (_, other) => ({
        zh: `与“${clip(textAt(other, 'name'), 14)}”日期重叠，请核对`,
        en: `Overlaps ${textAt(other, 'name')}: check the days`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'term-without-end',
      columns: ['kind', 'to'],
      catches: { zh: '学期没有结束日期', en: 'A term without its last day' },
      finds: ({ values: { kind, to } }) =>
        kind === 'term' && to === undefined
          ? {
              column: 'to',
              severity: 'must',
              message: { zh: '请填学期结束日期', en: 'Fill in the last day of term' },
            }
          : undefined,
    }),
    rowRule<typeof columns>({
      key: 'needless-make-up',
      columns: ['kind', 'from'],
      catches: { zh: '调休上课落在平日', en: 'A make-up workday on an ordinary weekday' },
      finds: ({ values: { kind, from } }, world) => {
        if (kind !== 'makeUpWorkday' || from === undefined) return undefined;
        const weekday = weekdayOf(from);
        const holiday = world.calendar.events(from, from).some((event) => event.kind === 'holiday');
        return weekday === 0 || weekday === 6 || holiday
          ? undefined
          : {
              column: 'from',
              severity: 'look',
              message: {
                zh: '这天本来就上课，请核对调休日期',
                en: 'An ordinary weekday: check the day',
              },
            };
      },
    }),
  ],
  figures: {},
  plan: { tasks: (_rows, month, world) => tasks(month, world) },
  demo: (school) => demoCalendar(school.today).map((line) => ({ ...line })),
});
