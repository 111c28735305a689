import {
  gradeAfter,
  gradeNames,
  gradePlace,
  grades,
  schoolYearOn,
} from '../../calculations/moving-up.ts';
import { choice, date, quantity, reference, text } from '../../columns.ts';
import { demoClasses } from '../../demo/classes.ts';
import { listed } from '../../figures/listed.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { unique } from '../../rules/unique.ts';
import { plusDays } from '../../time.ts';
import { dayOf } from '../../values.ts';

const people = { unit: { zh: '人', en: 'people' }, min: 0, whole: true } as const;

const columns = {
  name: text(
    { zh: '班级', en: 'Class' },
    {
      required: true,
      help: {
        zh: '用入学年份起名，升级后不用改，如“2026级1班”',
        en: 'By the year of entry, so that it stays: 2026级1班',
      },
    },
  ),
  grade: choice({ zh: '年级', en: 'Grade' }, grades, { required: true }),
  entered: quantity(
    { zh: '入学年份', en: 'Year of entry' },
    {
      required: true,
      min: 2000,
      max: 2100,
      whole: true,
      help: { zh: '如 2026', en: 'Such as 2026' },
    },
  ),
  enteredAs: choice({ zh: '入学年级', en: 'Began as' }, grades, {
    help: { zh: '空着就是设置里的起始年级', en: 'Blank: the first grade in the settings' },
  }),
  headTeacher: text({ zh: '班主任', en: 'Head teacher' }, { personal: true }),
  pupils: quantity({ zh: '学生数', en: 'Pupils' }, people),
  boarders: quantity({ zh: '住宿生数', en: 'Boarders' }, people),
  room: reference('places', { zh: '教室', en: 'Room' }),
  graduated: date(
    { zh: '毕业日期', en: 'Graduated' },
    { help: { zh: '毕业后只填这一栏，不要删行', en: 'Fill this in; keep the row' } },
  ),
  note: text({ zh: '备注', en: 'Note' }),
};

const isThere = (row: Row): boolean =>
  textAt(row, 'name') !== '' && textAt(row, 'graduated') === '';

/** The grade that a class should have today, by its year of entry. */
function gradeToday(row: Row, world: World): number | 'graduated' | undefined {
  const entered = numberAt(row, 'entered');
  const said = textAt(row, 'enteredAs') || world.settings.text('classes.firstGrade');
  const began = gradePlace(said);
  const last = gradePlace(world.settings.text('classes.lastGrade'));
  if (entered === undefined || began === undefined || last === undefined) return undefined;
  return gradeAfter(began, schoolYearOn(dayOf(world.now), world.calendar) - entered, last);
}

/** 班级 Classes (L): who is taught in which room by whom; each autumn they move up. */
export const classes = defineRegister({
  key: 'classes',
  title: { zh: '班级', en: 'Classes' },
  purpose: {
    zh: '各班年级、班主任和人数，每年秋天升级',
    en: 'Grade, head teacher and pupils of each class; they move up each autumn',
  },
  workbook: 'people',
  columns,
  label: 'name',
  rules: [
    unique({ columns: ['name'] }),
    rowRule<typeof columns>({
      key: 'moved-up',
      columns: ['grade', 'entered', 'enteredAs', 'graduated'],
      reads: ['calendar'],
      catches: {
        zh: '新学年没有升级，或毕业没写日期',
        en: 'Not moved up, or graduated without a day',
      },
      finds: (row, world) => {
        const place = gradePlace(textAt(row, 'grade'));
        const today = gradeToday(row, world);
        if (!isThere(row) || place === undefined || today === undefined || place === today)
          return undefined;
        if (today === 'graduated')
          return {
            column: 'graduated',
            severity: 'must',
            message: { zh: '这届已毕业，请填毕业日期', en: 'They have left: fill in the day' },
          };
        const [zh = '', en = ''] = [
          Object.values(grades)[today]?.zh,
          Object.values(grades)[today]?.en,
        ];
        return {
          column: 'grade',
          severity: 'must',
          message: {
            zh: `按入学年份应是${zh}，请改年级或年份`,
            en: `By its year of entry this is ${en}: change grade or year`,
          },
        };
      },
    }),
    needed({
      key: 'in-use',
      columns: ['headTeacher', 'pupils'],
      reads: ['name', 'graduated'],
      when: isThere,
      because: { zh: '在校班级', en: 'A class at school' },
    }),
    rowRule<typeof columns>({
      key: 'more-boarders',
      columns: ['pupils', 'boarders'],
      catches: { zh: '住宿生比学生多', en: 'More boarders than pupils' },
      finds: ({ values: { pupils, boarders } }) =>
        pupils !== undefined && boarders !== undefined && boarders > pupils
          ? {
              column: 'boarders',
              severity: 'must',
              message: {
                zh: `住宿生 ${boarders} 人多于学生 ${pupils} 人，请核对`,
                en: `${boarders} boarders of ${pupils} pupils: check both`,
              },
            }
          : undefined,
    }),
  ],
  settings: {
    firstGrade: {
      kind: 'text',
      title: { zh: '起始年级', en: 'First grade' },
      default: '七年级',
      words: gradeNames,
      source: '学校',
    },
    lastGrade: {
      kind: 'text',
      title: { zh: '毕业年级', en: 'Last grade' },
      default: '九年级',
      words: gradeNames,
      source: '学校',
    },
  },
  figures: {
    classes: listed({
      title: { zh: '班级数', en: 'Classes' },
      unit: { zh: '个', en: 'classes' },
      counts: { zh: '未毕业的班级', en: 'Classes that have not graduated' },
      where: isThere,
    }),
    pupils: listed({
      title: { zh: '学生数', en: 'Pupils' },
      unit: { zh: '人', en: 'pupils' },
      counts: { zh: '未毕业班级的学生数之和', en: 'Pupils of the classes that have not graduated' },
      where: isThere,
      amount: (row) => numberAt(row, 'pupils'),
    }),
    boarders: listed({
      title: { zh: '住宿生数', en: 'Boarders' },
      unit: { zh: '人', en: 'boarders' },
      counts: { zh: '未毕业班级的住宿生数之和', en: 'Boarders of the classes at school' },
      where: isThere,
      amount: (row) => numberAt(row, 'boarders'),
    }),
  },
  plan: { tasks: (_rows, month, world) => tasks(month, world) },
  demo: demoClasses,
});

/** In the month in which a school year begins, somebody brings the list up to date. */
function tasks(month: PlanMonth, world: World): PlanTask[] {
  const start = world.calendar
    .events(month.from, month.to)
    .find(({ kind, from }) => kind === 'termStart' && from.slice(5, 7) >= '08');
  if (!start) return [];
  return [
    {
      key: `classes-${month.month}`,
      group: 'people',
      what: '更新班级名单：升级、毕业、新生编班',
      standard: '年级、班主任、人数与教务一致',
      owner: '后勤副主任',
      due: start.from < plusDays(month.to, -3) ? plusDays(start.from, 3) : month.to,
    },
  ];
}
