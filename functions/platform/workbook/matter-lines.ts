import type { Cell } from '#schema/values.ts';

/**
 * Columns of 待办, left to right. The first two feed the look-up beside each row. Only the reason is for staff; the
 * hidden ones at the end say how its row stood when a finding was accepted, where its line belongs, and which finding
 * it is; English came later and stands behind them, so that lines from before keep their places.
 */
export const matterColumns = [
  { key: 'row', title: '行编号', width: 80, hidden: true },
  { key: 'beside', title: '显示', width: 80, hidden: true },
  { key: 'register', title: '登记簿', width: 110 },
  { key: 'link', title: '行', width: 70 },
  { key: 'column', title: '栏目', width: 110 },
  { key: 'severity', title: '程度', width: 80 },
  { key: 'message', title: '问题和办法', width: 360 },
  { key: 'found', title: '发现时间', width: 140 },
  { key: 'owner', title: '负责人', width: 100 },
  { key: 'reason', title: '接受原因', width: 220 },
  { key: 'earlier', title: '改动前的原因', width: 140 },
  { key: 'accepted', title: '接受时', width: 80, hidden: true },
  { key: 'order', title: '次序', width: 60, hidden: true },
  { key: 'identity', title: '标识', width: 80, hidden: true },
  { key: 'english', title: 'In English', width: 640 },
] as const;

export type MatterColumn = (typeof matterColumns)[number]['key'];

/** Where a column of 待办 stands; nobody but us can move it. */
export function matterColumn(key: MatterColumn): number {
  return matterColumns.findIndex((column) => column.key === key);
}

/** A line of 待办 as it was read. */
export interface MatterLine {
  readonly rowIndex: number;
  /** Which finding it is: its `findingKey`. */
  readonly identity: string;
  readonly cells: readonly Cell[];
}

/** 待办 as it was read: a line for each finding, and rows that belong to none. */
export interface MatterLines {
  readonly lines: ReadonlyMap<string, MatterLine>;
  /** Row indexes of lines that say nothing of a finding, or say it a second time. */
  readonly stray: readonly number[];
}

/** The text in a column of a line, '' when blank. */
export function matterText(line: MatterLine | undefined, key: MatterColumn): string {
  const text = String(line?.cells[matterColumn(key)] ?? '');
  return text.trim() === '' ? '' : text;
}

/** The lines of 待办; of two that mean one finding the one with a reason counts. */
export function matterLines(read: readonly (readonly Cell[])[]): MatterLines {
  const lines = new Map<string, MatterLine>();
  const stray: number[] = [];
  const identityOf = (cells: readonly Cell[]) => String(cells[matterColumn('identity')] ?? '');
  const last = read.findLastIndex((cells, rowIndex) => rowIndex > 0 && identityOf(cells) !== '');
  for (const [rowIndex, cells] of read.entries()) {
    const isBlank = cells.every((cell) => cell === undefined || cell === '');
    if (rowIndex === 0 || (isBlank && rowIndex > last)) continue;
    const identity = identityOf(cells);
    const line = { rowIndex, identity, cells };
    const other = lines.get(identity);
    if (identity === '') stray.push(rowIndex);
    else if (other === undefined) lines.set(identity, line);
    else if (matterText(other, 'reason') === '' && matterText(line, 'reason') !== '') {
      stray.push(other.rowIndex);
      lines.set(identity, line);
    } else stray.push(rowIndex);
  }
  return { lines, stray };
}

/** Stands in 接受时 while a reason waits to be taken away because its row changed. */
export const outdated = '-';

/**
 * The findings that people have accepted with a reason, by `findingKey`, as the last check saw it.
 *
 * @param read 待办 as it was read, its header first
 */
export function acceptedIn(read: readonly (readonly Cell[])[]): ReadonlySet<string> {
  const accepted = [...matterLines(read).lines.values()].filter(
    (line) =>
      matterText(line, 'reason') !== '' && !['', outdated].includes(matterText(line, 'accepted')),
  );
  return new Set(accepted.map(({ identity }) => identity));
}
