import { namesIn, progressOf } from '../../calculations/project-progress.ts';
import { workdayFrom } from '../../calendar.ts';
import { choice, date, quantity, reference, text } from '../../columns.ts';
import { demoProjects } from '../../demo/projects.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { handedOver } from '../../rules/handed-over.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { daysBetween } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip, monthAndDay, written } from '../../wording.ts';

const columns = {
  name: text(
    { zh: '整治名称', en: 'Project' },
    { required: true, help: { zh: '如“四栋楼换水龙头”', en: 'Short, as people call it' } },
  ),
  started: date({ zh: '开始日期', en: 'Started' }, { required: true }),
  due: date({ zh: '要求完成', en: 'Due' }, { required: true }),
  what: text({ zh: '做什么', en: 'What' }, { required: true, long: true }),
  scope: quantity({ zh: '总数', en: 'Scope' }, { required: true, min: 1, whole: true }),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { required: true, help: { zh: '如 个、盏', en: 'Of the scope' } },
  ),
  buildings: text(
    { zh: '涉及楼栋', en: 'Buildings' },
    { required: true, help: { zh: '用顿号分开', en: 'Separated by 、' } },
  ),
  leader: reference('people', { zh: '负责人', en: 'Leader' }, { required: true }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      open: { zh: '进行中', en: 'Open' },
      done: { zh: '已完成', en: 'Done' },
      stopped: { zh: '停止', en: 'Stopped' },
    },
    { required: true },
  ),
  doneOn: date({ zh: '完成日期', en: 'Done on' }),
  effect: text(
    { zh: '效果', en: 'Effect' },
    { help: { zh: '停止的写原因', en: 'Or why stopped' } },
  ),
};

const isOpen = (row: Row): boolean => valueAt(row, 'state') === 'open';
const isDone = (row: Row): boolean => valueAt(row, 'state') === 'done';
const isInTime = (row: Row): boolean => isDone(row) && textAt(row, 'doneOn') <= textAt(row, 'due');

/**
 * 专项整治 Projects (D; R1: 300-odd taps, dozens of flush valves and all bulbs replaced at one go in four buildings).
 * What is replaced throughout is a project with its scope, not some hundred repairs.
 */
export const projects = defineRegister({
  key: 'projects',
  title: { zh: '专项整治', en: 'Projects' },
  purpose: {
    zh: '一次换一大批的立成专项，定总数、楼栋和期限',
    en: 'What is replaced throughout: its scope, buildings and day',
  },
  workbook: 'service',
  columns,
  label: 'name',
  happened: 'started',
  rules: [
    unique({ columns: ['name'] }),
    inOrder({ from: 'started', until: 'due' }),
    inOrder({ from: 'started', until: 'doneOn' }),
    needed({
      key: 'ended',
      columns: ['doneOn', 'effect'],
      reads: ['state'],
      when: (row) => !isOpen(row) && textAt(row, 'name') !== '',
      because: { zh: '不再进行', en: 'Ended' },
    }),
    preparedRowRule<typeof columns>({
      key: 'late',
      columns: ['due', 'state', 'scope', 'unit'],
      reads: ['projectProgress'],
      catches: { zh: '专项过期没完成', en: 'A project past its day' },
      finds: (world) => {
        const progress = progressOf(world);
        return (row) => {
          const { due, scope } = row.values;
          if (!isOpen(row) || due === undefined || due >= dayOf(world.now)) return undefined;
          const done = written(progress(row).done);
          return {
            column: 'due',
            severity: 'must',
            message: {
              zh: `已过期限，完成${done}/${written(scope ?? 0)}，请赶完`,
              en: `Past its day with ${done} of ${scope ?? 0} done: finish it`,
            },
          };
        };
      },
    }),
    preparedRowRule<typeof columns>({
      key: 'standing-still',
      columns: ['started', 'state'],
      reads: ['projectProgress'],
      catches: { zh: '专项停着没进展', en: 'A project that stands still' },
      finds: (world) => {
        const most = world.settings.number('projects.stillDays');
        const progress = progressOf(world);
        return (row) => {
          const last = localDate.safeParse(progress(row).last ?? row.values.started);
          const days = last.success ? daysBetween(last.data, dayOf(world.now)) : 0;
          return isOpen(row) && world.register('projectProgress') !== undefined && days > most
            ? {
                column: 'state',
                severity: 'look',
                message: {
                  zh: `${days}天没有进度，请登记或写停止`,
                  en: `No progress for ${days} days: enter it, or stop the project`,
                },
              }
            : undefined;
        };
      },
    }),
    preparedRowRule<typeof columns>({
      key: 'not-all-done',
      columns: ['state', 'scope'],
      reads: ['projectProgress'],
      catches: { zh: '写完成了，数还没做够', en: 'Called done before its scope is' },
      finds: (world) => {
        const progress = progressOf(world);
        return (row) => {
          const { done, last } = progress(row);
          const { scope } = row.values;
          return isDone(row) && last !== undefined && scope !== undefined && done < scope
            ? {
                column: 'state',
                severity: 'must',
                message: {
                  zh: `才做${written(done)}，总数${written(scope)}，请补登记进度`,
                  en: `${done} of ${scope} done: enter the rest`,
                },
              }
            : undefined;
        };
      },
    }),
    preparedRowRule<typeof columns>({
      key: 'building-left-out',
      columns: ['buildings', 'due', 'state'],
      reads: ['projectProgress'],
      catches: { zh: '有的楼还没动', en: 'A building left out' },
      finds: (world) => {
        const ahead = world.settings.number('projects.aheadDays');
        const progress = progressOf(world);
        return (row) => {
          const { due } = row.values;
          const near = due !== undefined && daysBetween(dayOf(world.now), due) <= ahead;
          if (valueAt(row, 'state') === 'stopped' || (isOpen(row) && !near)) return undefined;
          const { buildings, last } = progress(row);
          const left = namesIn(textAt(row, 'buildings')).find((name) => !buildings.has(name));
          return left === undefined || last === undefined
            ? undefined
            : {
                column: 'buildings',
                severity: 'look',
                message: {
                  zh: `${clip(left, 8)}还没有进度，请核对`,
                  en: `${left}: nothing done there yet: check it`,
                },
              };
        };
      },
    }),
    handedOver({ person: 'leader', state: 'state', open: isOpen }),
  ],
  settings: {
    stillDays: inDays({ zh: '多久没进度要提醒', en: 'Stands still after' }, 10, '惯例'),
    aheadDays: inDays({ zh: '到期前多久查漏楼', en: 'Look for gaps before the day by' }, 7, '惯例'),
  },
  figures: {
    started: count({
      title: { zh: '开展专项整治', en: 'Projects' },
      unit: { zh: '项', en: 'projects' },
      counts: { zh: '开始日期在期内的专项', en: 'Projects begun in the period' },
      happened: 'started',
    }),
    inTime: share({
      title: { zh: '专项按期完成率', en: 'Projects done in time' },
      counts: {
        zh: '要求在期内完成且已到期的专项中按期完成的',
        en: 'Of those due, done by the day',
      },
      happened: 'due',
      among: (row, world) =>
        valueAt(row, 'state') !== 'stopped' &&
        (isInTime(row) || textAt(row, 'due') < world.now.slice(0, 10)),
      where: isInTime,
      target: 90,
    }),
  },
  plan: { tasks },
  report: {
    section: 'repairs',
    sentences: ['开展专项整治{started|compared}，按期完成率{inTime}。'],
    shortcomings: {
      inTime: {
        says: '专项整治没有都按期完成',
        effect: '同类故障反复报修',
        measure: '立项时定好每栋楼的日期，每周登记一次进度',
      },
    },
  },
  demo: demoProjects,
});

/** Open projects that go on in the month; ★ when they were due before it. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  const progress = progressOf(world);
  return rows.filter(isOpen).flatMap((row): PlanTask[] => {
    const due = localDate.safeParse(textAt(row, 'due'));
    if (!due.success || textAt(row, 'started') > month.to || textAt(row, 'name') === '') return [];
    const late = due.data < month.from;
    const rest = Math.max(0, (numberAt(row, 'scope') ?? 0) - progress(row).done);
    return [
      {
        key: `projects-${row.id}`,
        group: 'repairs',
        what: `专项整治：${clip(textAt(row, 'name'), 20)}`,
        standard: `还剩${written(rest)}${clip(textAt(row, 'unit'), 3)}，做完一栋验一栋`,
        owner: textAt(row, 'leader') || '维修班长',
        due: late
          ? workdayFrom(month.from, world.calendar)
          : due.data < month.to
            ? due.data
            : month.to,
        ...(late ? { note: `原定${monthAndDay(due.data)}`, carriedOver: true } : {}),
      },
    ];
  });
}
