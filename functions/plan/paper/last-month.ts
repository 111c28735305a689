import {
  type Block,
  cells,
  paragraph,
  percent,
  type Run,
  shortDay,
} from '#platform/documents/index.ts';
import { planGroups } from '#schema/plan.ts';
import type { PlanLine } from '../last-month.ts';
import type { MonthPlan } from '../month-plan.ts';
import type { SourceOf } from './source-of.ts';

const mostNamed = 3;
/** Fewer cases give counts and no percentage (papers.md). */
const casesForPercentage = 20;

/** A count of lines, linked to them. */
function counted(
  name: string,
  lines: readonly PlanLine[],
  unit: string,
  sourceOf: SourceOf,
): readonly Run[] {
  const words = unit === '' ? String(lines.length) : `${lines.length} ${unit}`;
  const source = sourceOf(
    'planTasks',
    lines.map(({ id }) => id),
  );
  return [source ? { kind: 'figure', name, text: words, source } : { kind: 'text', text: words }];
}

/** 一、上月工作完成情况 and 表1. Nothing in the first month. */
export function lastMonthSection(
  { last, today, tasks }: MonthPlan,
  caption: string,
  sourceOf: SourceOf,
): readonly Block[] {
  if (last === undefined) return [];
  const { planned, inTime, late, notDone, ahead } = last;
  const carried = tasks.filter(({ carriedOver }) => carriedOver === true).length;
  const due = planned.length - ahead.length;
  const rate =
    due < casesForPercentage
      ? ''
      : `；除未到期的外，按时完成率 ${percent((inTime.length / due) * 100)}`;
  const open = notDone
    .slice(0, mostNamed)
    .map(({ task }) => `${task.what}（原定${shortDay(task.due)}）`)
    .join('、');
  const groups = [...Map.groupBy(planned, ({ task }) => task.group)].toSorted(
    ([a], [b]) => Object.keys(planGroups).indexOf(a) - Object.keys(planGroups).indexOf(b),
  );
  const only = (lines: readonly PlanLine[], some: readonly PlanLine[]) =>
    some.filter((line) => lines.includes(line));
  return [
    paragraph(
      `截至${shortDay(today)}，${Number(last.month.slice(5))} 月计划 `,
      ...counted('上月计划', planned, '项', sourceOf),
      '，按时完成 ',
      ...counted('上月按时完成', inTime, '项', sourceOf),
      '，逾期完成 ',
      ...counted('上月逾期完成', late, '项', sourceOf),
      '，未完成 ',
      ...counted('上月未完成', notDone, '项', sourceOf),
      ...(ahead.length > 0
        ? ['，尚未到期 ', ...counted('上月尚未到期', ahead, '项', sourceOf)]
        : []),
      `${rate}。`,
    ),
    ...(notDone.length > 0
      ? [
          paragraph(
            `未完成的有${open}${notDone.length > mostNamed ? `等 ${notDone.length} 项` : ''}。${carried > 0 ? `转入本月的共 ${carried} 项，下表以★标明。` : ''}`,
          ),
        ]
      : []),
    {
      kind: 'table',
      caption,
      columns: [
        { title: '类别', width: 16 },
        { title: '计划', width: 8, align: 'centre' },
        { title: '按时完成', width: 8, align: 'centre' },
        { title: '逾期完成', width: 8, align: 'centre' },
        { title: '未完成', width: 8, align: 'centre' },
        { title: '未到期', width: 8, align: 'centre' },
      ],
      lines: [
        ...groups.map(([group, lines]) =>
          cells(
            planGroups[group].zh,
            lines.length,
            only(inTime, lines).length,
            only(late, lines).length,
            only(notDone, lines).length,
            only(ahead, lines).length,
          ),
        ),
        cells(
          '合计',
          counted('上月计划', planned, '', sourceOf),
          counted('上月按时完成', inTime, '', sourceOf),
          counted('上月逾期完成', late, '', sourceOf),
          counted('上月未完成', notDone, '', sourceOf),
          counted('上月尚未到期', ahead, '', sourceOf),
        ),
      ],
    },
  ];
}
