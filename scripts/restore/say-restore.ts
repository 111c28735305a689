import type { SeenCell } from '#functions/check/snapshot.ts';
import type { Register } from '#schema/register.ts';
import type { Prepared } from './restore.ts';

const mostShown = 40;

/** What a restoration would do, for the person who asked; personal cells are not shown. */
export function sayRestore(
  register: Register,
  { restoration, erased, altered }: Omit<Prepared, 'write'>,
): string {
  const { rows, cells, left } = restoration;
  const title = (column: string): string => register.columns[column]?.title.zh ?? column;
  const lines = [
    `“${register.title.zh}”：放回 ${rows.length} 行，改回 ${cells.length} 格 ${register.title.en}: ${rows.length} rows and ${cells.length} cells`,
    ...rows.map(
      ({ id, row }) =>
        `  + ${id} ${Object.entries(row.cells)
          .slice(0, 4)
          .map(([column, cell]) => `${title(column)}：${shownCell(cell)}`)
          .join('，')}`,
    ),
    ...cells.map(
      ({ id, column, now, back }) =>
        `  ~ ${id} ${title(column)}：${shownCell(now)} → ${shownCell(back)}`,
    ),
    ...left.map(({ id, column, why }) =>
      why === 'added'
        ? `  · ${id} 是后来新增的，不会删除 was added later and stays`
        : `  · ${id} ${title(column)} 之后又有人改过，保持现状 was changed again since and stays`,
    ),
  ];
  return [
    ...lines.slice(0, mostShown + 1),
    ...(lines.length > mostShown + 1 ? [`  … 还有 ${lines.length - mostShown - 1} 条`] : []),
    ...(erased > 0
      ? [`  ${erased} 个到期的个人信息放不回来 ${erased} personal cells are past their time`]
      : []),
    ...altered.map(
      (file) =>
        `  “${file}”被改动过，后面的用不上 ${file} was altered; not all of it could be used`,
    ),
  ].join('\n');
}

function shownCell(cell: SeenCell | undefined): string {
  if (cell === undefined) return '（空）';
  const text = typeof cell === 'object' ? cell.unreadable : String(cell);
  return text.startsWith('🔒') ? '***' : text.slice(0, 30);
}
