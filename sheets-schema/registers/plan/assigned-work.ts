import { workdayFrom } from '../../calendar.ts';
import { choice, date, quantity, reference, text } from '../../columns.ts';
import { demoAssignedWork } from '../../demo/assigned-work.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { type PlanGroup, type PlanMonth, type PlanTask, planGroups } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { handedOver } from '../../rules/handed-over.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { daysBetween } from '../../time.ts';
import { dayOf, type LocalDate, localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  assigned: date({ zh: '交办日期', en: 'Assigned' }, { required: true }),
  by: text(
    { zh: '交办人', en: 'Assigned by' },
    { required: true, help: { zh: '如 校长、校务会', en: 'The head, a meeting' } },
  ),
  group: choice({ zh: '类别', en: 'Group' }, planGroups, { required: true }),
  what: text({ zh: '交办事项', en: 'What' }, { required: true, long: true }),
  owner: reference('people', { zh: '责任人', en: 'Owner' }, { required: true }),
  due: date({ zh: '要求完成日期', en: 'Due' }, { required: true }),
  newDue: date(
    { zh: '延期到', en: 'Moved to' },
    {
      help: {
        zh: '同意延期才填；按时率仍按原日期算',
        en: 'When agreed; the rate keeps the first day',
      },
    },
  ),
  why: text({ zh: '延期原因', en: 'Why moved' }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      open: { zh: '在办', en: 'Open' },
      done: { zh: '办结', en: 'Done' },
      dropped: { zh: '取消', en: 'Dropped' },
    },
    { required: true },
  ),
  progress: quantity(
    { zh: '进度', en: 'Progress' },
    { unit: { zh: '%', en: '%' }, min: 0, max: 100 },
  ),
  told: date(
    { zh: '最近汇报', en: 'Last told' },
    { help: { zh: '向交办人汇报的日期', en: 'When the assigner was told' } },
  ),
  doneOn: date({ zh: '办结日期', en: 'Done on' }),
  result: text({ zh: '办理结果', en: 'Result' }, { long: true }),
};

const isOpen = (row: Row): boolean => valueAt(row, 'state') === 'open';
const isKept = (row: Row): boolean => valueAt(row, 'state') !== 'dropped';

/** The day by which it is due now: as moved, if it was. */
function dueNow(row: Row): LocalDate | undefined {
  const day = localDate.safeParse(textAt(row, 'newDue') || textAt(row, 'due'));
  return day.success ? day.data : undefined;
}

/** Done by the day first asked for; an extension does not make it on time (拖拉, R5). */
function isOnTime(row: Row): boolean {
  const [done, due] = [textAt(row, 'doneOn'), textAt(row, 'due')];
  return valueAt(row, 'state') === 'done' && done !== '' && done <= due;
}

/**
 * 交办督办 Assigned work (B12; R1, R5): what the head assigned, its owner, day and state. Late work (拖拉, R5) is a
 * figure of the office itself.
 */
export const assignedWork = defineRegister({
  key: 'assignedWork',
  title: { zh: '交办督办', en: 'Assigned work' },
  purpose: {
    zh: '学校领导交办的事，定人定时，督办到底',
    en: 'What the head assigned: owner, day and state, followed to its end',
  },
  workbook: 'people',
  columns,
  happened: 'assigned',
  rules: [
    inOrder({ from: 'assigned', until: 'due' }),
    inOrder({ from: 'assigned', until: 'doneOn' }),
    rowRule<typeof columns>({
      key: 'late',
      columns: ['due', 'newDue', 'state'],
      catches: { zh: '过了日期没办结', en: 'Past its day and not done' },
      finds: (row, world) => {
        const due = dueNow(row);
        const today = dayOf(world.now);
        if (due === undefined || !isOpen(row) || due >= today) return undefined;
        const days = daysBetween(due, today);
        return {
          column: 'state',
          severity: 'must',
          message: {
            zh: `已拖 ${days} 天，请办结，或报告后写延期`,
            en: `${days} days late: finish it, or agree on a new day`,
          },
        };
      },
    }),
    rowRule<typeof columns>({
      key: 'untold',
      columns: ['assigned', 'told', 'state'],
      catches: { zh: '在办的事久不汇报', en: 'Open, and nobody was told for long' },
      finds: (row, world) => {
        const last = localDate.safeParse(textAt(row, 'told') || textAt(row, 'assigned'));
        const days = last.success ? daysBetween(last.data, dayOf(world.now)) : 0;
        return isOpen(row) && days > world.settings.number('assignedWork.tellDays')
          ? {
              column: 'told',
              severity: 'look',
              message: {
                zh: `${days} 天没汇报进展，请报告交办人`,
                en: `${days} days without a word: tell who assigned it`,
              },
            }
          : undefined;
      },
    }),
    needed({
      key: 'done',
      columns: ['doneOn', 'result'],
      reads: ['state'],
      when: (row) => valueAt(row, 'state') === 'done',
      because: { zh: '已办结', en: 'Done' },
    }),
    needed({
      key: 'moved',
      columns: ['why'],
      reads: ['newDue'],
      when: (row) => textAt(row, 'newDue') !== '',
      because: { zh: '延期了', en: 'Moved' },
    }),
    rowRule<typeof columns>({
      key: 'done-but-open',
      columns: ['state', 'doneOn', 'progress'],
      catches: {
        zh: '写了办结日期或 100%，状态还是在办',
        en: 'Done by its day or progress, and still open',
      },
      finds: (row) =>
        isOpen(row) && (textAt(row, 'doneOn') !== '' || numberAt(row, 'progress') === 100)
          ? {
              column: 'state',
              severity: 'look',
              message: { zh: '看着已办完，请改状态', en: 'It looks done: change the state' },
            }
          : undefined,
    }),
    handedOver({ person: 'owner', state: 'state', open: isOpen }),
  ],
  settings: {
    tellDays: inDays({ zh: '在办事项多久要汇报', en: 'Told at least every' }, 14, '惯例'),
  },
  figures: {
    assigned: count({
      title: { zh: '交办事项', en: 'Assigned' },
      unit: { zh: '件', en: 'matters' },
      counts: { zh: '交办日期在期内、没有取消的', en: 'Assigned in the period and not dropped' },
      happened: 'assigned',
      where: isKept,
    }),
    onTime: share({
      title: { zh: '交办按时办结率', en: 'Assigned work done in time' },
      counts: {
        zh: '要求在期内完成且已到期的事项中，按原定日期办结的',
        en: 'Of those due in the period by now, done by the day first asked for',
      },
      happened: 'due',
      among: (row, world) =>
        isKept(row) && (isOnTime(row) || textAt(row, 'due') < world.now.slice(0, 10)),
      where: isOnTime,
      target: 90,
    }),
    late: count({
      title: { zh: '拖拉事项', en: 'Late' },
      unit: { zh: '件', en: 'matters' },
      counts: {
        zh: '要求在期内完成、过了原定日期才办结或还没办结的',
        en: 'Due in the period, done late or not yet',
      },
      better: 'lower',
      happened: 'due',
      where: (row, world) =>
        isKept(row) && !isOnTime(row) && textAt(row, 'due') < world.now.slice(0, 10),
    }),
  },
  plan: { tasks },
  report: {
    section: 'people',
    sentences: ['学校交办{assigned|compared}，按时办结率{onTime}，拖拉{late}。'],
    indicators: ['onTime'],
    shortcomings: {
      onTime: {
        says: '交办工作有拖、拉现象',
        effect: '影响学校整体安排',
        measure: '每周例会过一遍在办事项，到期前三天提醒责任人',
      },
    },
  },
  demo: demoAssignedWork,
});

function isGroup(group: string): group is PlanGroup {
  return group in planGroups;
}

/** Open matters that are due by the end of the month; ★ when they were due before it. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  return rows.filter(isOpen).flatMap((row): PlanTask[] => {
    const due = dueNow(row);
    const group = textAt(row, 'group');
    if (due === undefined || due > month.to || textAt(row, 'what') === '') return [];
    const late = due < month.from;
    return [
      {
        key: `assignedWork-${row.id}`,
        group: isGroup(group) ? group : 'people',
        what: clip(textAt(row, 'what'), 40),
        standard: '办结并向交办人汇报',
        owner: textAt(row, 'owner') || '后勤主任',
        due: late ? workdayFrom(month.from, world.calendar) : due,
        note: late ? `原定${monthAndDay(due)}` : `${textAt(row, 'by') || '学校'}交办`,
        carriedOver: late,
      },
    ];
  });
}
