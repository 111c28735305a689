import { fullMonth } from '#platform/documents/index.ts';
import type { Columns } from '#schema/columns.ts';
import { type PlanGroup, type PlanTask, planGroups } from '#schema/plan.ts';
import { type Row, textAt, type Values, valueAt } from '#schema/row.ts';
import { monthFrom } from '#schema/spelling.ts';
import { localDate, monthOf } from '#schema/values.ts';
import type { PlanLine } from './last-month.ts';
import { planRowId } from './row-ids.ts';
import type { NumberedTask } from './tasks.ts';

function isGroup(name: string): name is PlanGroup {
  return name in planGroups;
}

function lineOf(row: Row): PlanLine[] {
  const due = localDate.safeParse(valueAt(row, 'due'));
  const group = textAt(row, 'group');
  const what = textAt(row, 'what').trim();
  if (!due.success || !isGroup(group) || what === '') return [];
  const state = textAt(row, 'state');
  const doneOn = localDate.safeParse(valueAt(row, 'doneOn'));
  const assists = textAt(row, 'assists');
  const note = textAt(row, 'note');
  return [
    {
      id: row.id,
      month: monthFrom(textAt(row, 'month')) ?? monthOf(due.data),
      state: state === 'done' || state === 'dropped' ? state : 'planned',
      ...(doneOn.success ? { doneOn: doneOn.data } : {}),
      task: {
        key: row.id,
        group,
        what,
        standard: textAt(row, 'standard'),
        owner: textAt(row, 'owner'),
        due: due.data,
        ...(assists === '' ? {} : { assists }),
        ...(note === '' ? {} : { note }),
        ...(valueAt(row, 'carriedOver') === true ? { carriedOver: true } : {}),
      },
    },
  ];
}

/** The lines of the 月计划 tab; a row without group, day or words is passed over, its own findings say so. */
export function planLines(rows: readonly Row[]): readonly PlanLine[] {
  return rows.flatMap(lineOf);
}

/**
 * The month's tasks as the sheet has them: what stands there overrules what was planned, the director's own
 * lines are added, lines that he dropped stay away.
 */
export function mergedWithSheet(
  month: string,
  planned: readonly PlanTask[],
  lines: readonly PlanLine[],
): readonly PlanTask[] {
  const there = new Map(
    lines.filter((line) => line.month === month).map((line) => [line.id, line]),
  );
  const ids = new Set(planned.map((task) => planRowId(month, task.key)));
  const kept = planned.flatMap((task) => {
    const line = there.get(planRowId(month, task.key));
    if (line === undefined) return [task];
    return line.state === 'dropped' ? [] : [{ ...line.task, key: task.key }];
  });
  const own = [...there.values()].filter((line) => !ids.has(line.id) && line.state !== 'dropped');
  return [...kept, ...own.map(({ task }) => task)];
}

/** A task as a row of 月计划. Its key names the month, since a matter may be carried over into the next. */
export function planValues(month: string, { number, task }: NumberedTask): Values<Columns> {
  return {
    key: `${month}/${task.key}`,
    month: fullMonth(month),
    number,
    group: task.group,
    what: task.what,
    standard: task.standard,
    owner: task.owner,
    assists: task.assists || undefined,
    due: task.due,
    carriedOver: task.carriedOver ?? false,
    note: task.note || undefined,
    state: 'planned',
  };
}
