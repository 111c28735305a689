import { type Block, cells, daySpan } from '#platform/documents/index.ts';
import type { Week } from '../weeks.ts';

/** 周历, 表3: what each week is for, who leads the duty, what is inspected. */
export function weeksTable(weeks: readonly Week[], caption: string): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: '周次', width: 9, align: 'centre' },
      { title: '日期', width: 14, align: 'centre' },
      { title: '重点', width: 24 },
      { title: '当周值班领导', width: 12, align: 'centre' },
      { title: '检查、演练、盘点', width: 21 },
    ],
    lines: weeks.map(({ number, from, to, events, focus, leaders, checks }) =>
      cells(
        number === undefined ? '假期' : `第${number}周`,
        daySpan(from, to),
        [...events, ...focus].join('；') || '日常工作',
        leaders.join('、') || '—',
        checks.join('；') || '—',
      ),
    ),
  };
}
