import {
  type Block,
  cells,
  secondLevel,
  shortDay,
  type TableColumn,
  type TableLine,
} from '#platform/documents/index.ts';
import { planGroups } from '#schema/plan.ts';
import type { NumberedTask, TaskTable } from '../tasks.ts';

const columns: readonly TableColumn[] = [
  { title: '序号', width: 5, align: 'centre' },
  { title: '工作内容', width: 19 },
  { title: '完成标准', width: 17 },
  { title: '责任人', width: 9, align: 'centre' },
  { title: '协助', width: 8, align: 'centre' },
  { title: '完成时间', width: 10, align: 'centre' },
  { title: '备注', width: 12 },
];

/** Who helps; where many do, the first two and how many there are. */
function assistance(assists: string | undefined): string {
  const helpers = (assists ?? '').split('、').filter((name) => name !== '');
  if (helpers.length === 0) return '—';
  return helpers.length <= 3
    ? helpers.join('、')
    : `${helpers.slice(0, 2).join('、')}等 ${helpers.length} 人`;
}

function lineOf({ number, task }: NumberedTask): TableLine {
  return cells(
    number,
    `${task.carriedOver ? '★' : ''}${task.what}`,
    task.standard,
    task.owner,
    assistance(task.assists),
    shortDay(task.due),
    task.note || '—',
  );
}

/** 表2: the month's work by group; a group that has nothing to do has no heading. */
export function workTable({ groups }: TaskTable, caption: string): Block {
  return {
    kind: 'table',
    caption,
    columns,
    lines: groups.flatMap(({ group, tasks }, index) => [
      { kind: 'group' as const, text: secondLevel(index + 1, planGroups[group].zh) },
      ...tasks.map(lineOf),
    ]),
  };
}

/** The lines that did not fit into 表2, or those of one kind, for the appendix. */
export function listTable(tasks: readonly NumberedTask[], caption: string): Block {
  return { kind: 'table', caption, columns, lines: tasks.map(lineOf) };
}
