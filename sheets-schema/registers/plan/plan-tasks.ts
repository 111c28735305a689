import { workdayFrom } from '../../calendar.ts';
import { choice, code, date, quantity, text, yesNo } from '../../columns.ts';
import { demoPlanTasks } from '../../demo/plan-tasks.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { type PlanGroup, type PlanMonth, type PlanTask, planGroups } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { handedOver } from '../../rules/handed-over.ts';
import { unique } from '../../rules/unique.ts';
import { monthFrom } from '../../spelling.ts';
import { daysBetween } from '../../time.ts';
import { localDate, localDateTime } from '../../values.ts';
import { monthAndDay } from '../../wording.ts';

const columns = {
  key: code({ zh: '来源编号', en: 'Key' }, { hidden: true, filledByCode: true }),
  month: text(
    { zh: '月份', en: 'Month' },
    { required: true, help: { zh: '如 2026年11月', en: 'Such as 2026-11' } },
  ),
  number: quantity({ zh: '序号', en: 'No.' }, { min: 1, whole: true }),
  group: choice({ zh: '类别', en: 'Group' }, planGroups, { required: true }),
  what: text({ zh: '工作内容', en: 'What' }, { required: true, long: true }),
  standard: text({ zh: '完成标准', en: 'Standard' }, { required: true }),
  owner: text(
    { zh: '责任人', en: 'Owner' },
    { required: true, help: { zh: '写岗位或姓名', en: 'A position or a name' } },
  ),
  assists: text({ zh: '协助', en: 'Assists' }),
  due: date({ zh: '完成时间', en: 'Due' }, { required: true }),
  carriedOver: yesNo({ zh: '★上月结转', en: 'Carried over' }),
  note: text({ zh: '备注', en: 'Note' }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      planned: { zh: '未完成', en: 'Not done' },
      done: { zh: '已完成', en: 'Done' },
      dropped: { zh: '取消', en: 'Dropped' },
    },
    { required: true },
  ),
  doneOn: date({ zh: '完成日期', en: 'Done on' }),
};

/** A line that a person wrote: the director's own, or the head's assignment; no source made it. */
function isOwnLine(row: Row): boolean {
  return textAt(row, 'key') === '';
}

const isPlanned = (row: Row): boolean => textAt(row, 'state') !== 'dropped';
const isDoneInTime = ({ values }: Row): boolean =>
  values.state === 'done' &&
  values.doneOn !== undefined &&
  String(values.doneOn) <= String(values.due);

function isGroup(group: string): group is PlanGroup {
  return group in planGroups;
}

/** Own lines of earlier months that are still open; the sources carry over theirs themselves. */
function carriedOver(rows: readonly Row[], month: PlanMonth): PlanTask[] {
  return rows.flatMap((row): PlanTask[] => {
    const group = textAt(row, 'group');
    const due = textAt(row, 'due');
    const open = textAt(row, 'state') === 'planned' && due !== '' && due < month.from;
    if (!isOwnLine(row) || !open || !isGroup(group)) return [];
    return [
      {
        key: `planTasks-${row.id}-${month.month}`,
        group,
        what: textAt(row, 'what'),
        standard: textAt(row, 'standard'),
        owner: textAt(row, 'owner'),
        assists: textAt(row, 'assists'),
        due: month.from,
        note: textAt(row, 'note') || '上月未完成',
        carriedOver: true,
      },
    ];
  });
}

/**
 * 月计划 Monthly plan (B12, papers 表2). The plan writes the lines that follow from the registers; the
 * director adds lines of their own; whoever is responsible enters what was done.
 */
export const planTasks = defineRegister({
  key: 'planTasks',
  title: { zh: '月计划', en: 'Monthly plan' },
  purpose: {
    zh: '每月工作安排，做完填状态和日期',
    en: 'The work of each month; enter when it is done',
  },
  workbook: 'people',
  startsOn: true,
  columns,
  happened: 'due',
  rules: [
    unique({
      columns: ['key'],
      message: () => ({
        zh: '这项工作重复了，请删去一行',
        en: 'This task stands twice: delete one',
      }),
    }),
    rowRule<typeof columns>({
      key: 'overdue',
      columns: ['due', 'state'],
      catches: { zh: '过了完成时间还没做完', en: 'Past its day and not done' },
      due: (row) => {
        const day = textAt(row, 'due');
        if (day === '' || textAt(row, 'state') !== 'planned') return undefined;
        return {
          at: localDateTime.parse(`${day}T23:59:59`),
          what: { zh: '计划今天完成', en: 'planned for today' },
        };
      },
      finds: ({ values: { due, state } }, world) => {
        const today = localDate.parse(world.now.slice(0, 10));
        if (due === undefined || state !== 'planned' || due >= today) return undefined;
        return {
          column: 'state',
          severity: 'must',
          message: {
            zh: `已过期 ${daysBetween(due, today)} 天，请完成或写原因`,
            en: `${daysBetween(due, today)} days late: finish it or say why`,
          },
        };
      },
    }),
    handedOver({
      person: 'owner',
      state: 'state',
      open: (row) => textAt(row, 'state') === 'planned',
    }),
    rowRule<typeof columns>({
      key: 'done-when',
      columns: ['state', 'doneOn'],
      catches: {
        zh: '已完成没写哪天，或还没做完就写了日期',
        en: 'Done without a day, or a day without being done',
      },
      finds: ({ values: { state, doneOn } }, world) => {
        if (state === 'done' && doneOn === undefined)
          return {
            column: 'doneOn',
            severity: 'must',
            message: { zh: '已完成，请补填完成日期', en: 'Done: fill in the day' },
          };
        if (state === 'planned' && doneOn !== undefined)
          return {
            column: 'state',
            severity: 'must',
            message: { zh: '填了完成日期，请改状态', en: 'A day is given: change the state' },
          };
        if (doneOn !== undefined && doneOn > world.now.slice(0, 10))
          return {
            column: 'doneOn',
            severity: 'must',
            message: { zh: '完成日期还没到，请核对', en: 'That day has not come yet' },
          };
        return undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'on-day-off',
      columns: ['key', 'due', 'state'],
      catches: { zh: '计划排在休息日', en: 'Planned for a day off' },
      finds: (row, { calendar, now }) => {
        const { due, state } = row.values;
        // What the registers themselves bring due (a licence, a holiday duty) falls on the day it falls on.
        if (due === undefined || state !== 'planned' || !isOwnLine(row)) return undefined;
        const isOff = calendar.weekOfTerm(due) !== undefined && !calendar.isWorkday(due);
        if (due < now.slice(0, 10) || !isOff) return undefined;
        const better = workdayFrom(due, calendar);
        return {
          column: 'due',
          severity: 'look',
          message: {
            zh: `${monthAndDay(due)}休息，可改到${monthAndDay(better)}`,
            en: `${due} is a day off: ${better} would do`,
          },
        };
      },
    }),
    rowRule<typeof columns>({
      key: 'which-month',
      columns: ['month', 'due'],
      catches: { zh: '月份看不懂', en: 'A month that cannot be read' },
      finds: ({ values: { month } }) =>
        month === undefined || monthFrom(month) !== undefined
          ? undefined
          : {
              column: 'month',
              severity: 'must',
              message: { zh: '请填月份，如 2026年11月', en: 'Enter a month such as 2026-11' },
            },
    }),
  ],
  figures: {
    planned: count({
      title: { zh: '月计划工作', en: 'Tasks planned' },
      unit: { zh: '项', en: 'tasks' },
      counts: { zh: '完成时间在期内、没有取消的', en: 'Due in the period and not dropped' },
      happened: 'due',
      where: isPlanned,
    }),
    inTime: share({
      title: { zh: '计划按时完成率', en: 'Plan done in time' },
      counts: {
        zh: '期内到期、没有取消的工作中按时完成的',
        en: 'Of the tasks due, done by their day',
      },
      happened: 'due',
      among: (row, world) => isPlanned(row) && textAt(row, 'due') < world.now.slice(0, 10),
      where: isDoneInTime,
      target: 90,
    }),
  },
  plan: { tasks: (rows, month) => carriedOver(rows, month) },
  report: {
    section: 'people',
    sentences: ['列入月计划{planned|compared}，按时完成率{inTime}。'],
    indicators: ['inTime'],
    shortcomings: {
      inTime: {
        says: '计划工作有拖拉',
        effect: '后面的工作跟着推迟',
        measure: '每周例会逐项过一遍未完成的工作，定人定时间',
      },
    },
  },
  demo: (school) => demoPlanTasks(school),
});
