import { type ClosedLine, closedDigest, readClosedLines } from '#platform/workbook/closed-rows.ts';
import {
  archivedIn,
  closingKind,
  linesDigest,
  type PlacedLine,
  stateOf,
} from '#platform/workbook/closing-lines.ts';
import { daysBetween } from '#schema/time.ts';
import { type LocalDate, localDate } from '#schema/values.ts';
import type { ClosingWorkbook } from './closing-workbook.ts';
import type { ClosingPorts } from './create-closing.ts';

/** What is not as it was when the month was closed, in words for a person; nothing when all is. */
export interface Verified {
  readonly month: string;
  readonly rows: number;
  readonly problems: readonly string[];
}

type Ports = Pick<ClosingPorts, 'sheets' | 'closedIds' | 'archives'>;

/** Holds a closed month against its hashes, digests and index: changed, lost and added rows are named. */
export async function verifyMonth(
  ports: Ports,
  workbooks: readonly ClosingWorkbook[],
  month: string,
): Promise<Verified> {
  const problems: string[] = [];
  let count = 0;
  for (const workbook of workbooks) {
    await ports.sheets.close(workbook.spreadsheetId);
    const lines = await workbook.lines(month);
    const state = stateOf(lines, month);
    if (state !== 'closed' && state !== 'stale') continue;
    const year = archivedIn(lines, month);
    const archiveId =
      year === undefined ? undefined : await ports.archives.find(workbook.spreadsheetId, month);
    if (year !== undefined && archiveId === undefined) {
      problems.push(`${month} 的${year}不见了，请从回收站恢复`);
      continue;
    }
    const rows = await readClosedLines(ports.sheets, archiveId ?? workbook.spreadsheetId, month);
    count += rows.length;
    problems.push(...(await problemsOf(ports, workbook, lines, rows, month, year ?? '已结')));
  }
  return { month, rows: count, problems };
}

/** What is wrong with the rows of a closed month of one workbook, and with its lines. */
export async function problemsOf(
  { closedIds }: Pick<Ports, 'closedIds'>,
  workbook: Pick<ClosingWorkbook, 'spreadsheetId' | 'registers'>,
  lines: readonly PlacedLine[],
  rows: readonly ClosedLine[],
  month: string,
  where: string,
): Promise<readonly string[]> {
  const own = lines.filter(({ line }) => line.month === month).map(({ line }) => line);
  const known = await closedIds.read(workbook.spreadsheetId, month);
  const named = (row: { readonly register: string; readonly summary: string }): string => {
    const register = workbook.registers.find(({ key }) => key === row.register);
    return `${register?.title.zh ?? row.register}“${row.summary.slice(0, 60)}”`;
  };
  const changed = rows.filter(({ row }) => row === undefined);
  const added = rows.filter(({ row, id }) => row !== undefined && !known.has(id));
  const present = new Set(rows.map(({ id }) => id));
  const problems = [
    ...changed.map(
      (row) =>
        `${month} ${where}第 ${row.rowIndex + 1} 行被改过：${named(row)}（行编号 ${row.id}）`,
    ),
    ...added.map((row) => `${month} ${where}多出一行：${named(row)}（行编号 ${row.id}）`),
  ];
  const stated = String(own.find(({ kind }) => kind === closingKind)?.check ?? '');
  if (stateOf(lines, month) === 'stale' || stated === '') return problems;
  const [rowsStated, linesStated] = stated.split(' ');
  if (closedDigest(rows.map(({ hash }) => hash)) !== rowsStated) {
    const lost = [...known.keys()].filter((id) => !present.has(id));
    problems.push(
      ...lost.map((id) => `${month} ${where}少了一行（行编号 ${id}）`),
      ...(lost.length + problems.length === 0 ? [`${month} ${where}的行与结账时不符`] : []),
    );
  }
  if (linesDigest(own) !== linesStated) problems.push(`${month} 月结的数字被改过`);
  return problems;
}

/** Of the closed months those that are verified on a day: the last one, and one of the others, each in its turn. */
export function monthsInTurn(months: readonly string[], day: LocalDate): readonly string[] {
  const others = months.slice(0, -1);
  const turn = daysBetween(firstDay, day) % Math.max(1, others.length);
  return [...others.slice(turn, turn + 1), ...months.slice(-1)];
}

const firstDay = localDate.parse('2000-01-01');
