import { closedDigest, readClosedLines } from '#platform/workbook/closed-rows.ts';
import { closingKind, linesDigest, stateOf } from '#platform/workbook/closing-lines.ts';
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

/** Holds a closed month against its hashes, digests and index: changed, lost and added rows are named. */
export async function verifyMonth(
  ports: Pick<ClosingPorts, 'sheets' | 'closedIds'>,
  workbooks: readonly ClosingWorkbook[],
  month: string,
): Promise<Verified> {
  const problems: string[] = [];
  let count = 0;
  for (const workbook of workbooks) {
    const lines = await workbook.lines(month);
    const state = stateOf(lines, month);
    if (state !== 'closed' && state !== 'stale') continue;
    const own = lines.filter(({ line }) => line.month === month).map(({ line }) => line);
    const rows = await readClosedLines(ports.sheets, workbook.spreadsheetId, month);
    count += rows.length;
    const known = await ports.closedIds.read(workbook.spreadsheetId, month);
    const named = (row: { readonly register: string; readonly summary: string }): string => {
      const register = workbook.registers.find(({ key }) => key === row.register);
      return `${register?.title.zh ?? row.register}“${row.summary.slice(0, 60)}”`;
    };
    const changed = rows.filter(({ row }) => row === undefined);
    const added = rows.filter(({ row, id }) => row !== undefined && !known.has(id));
    const present = new Set(rows.map(({ id }) => id));
    problems.push(
      ...changed.map(
        (row) => `${month} 已结第 ${row.rowIndex + 1} 行被改过：${named(row)}（行编号 ${row.id}）`,
      ),
      ...added.map((row) => `${month} 已结多出一行：${named(row)}（行编号 ${row.id}）`),
    );
    const stated = String(own.find(({ kind }) => kind === closingKind)?.check ?? '');
    if (state === 'stale' || stated === '') continue;
    const [rowsStated, linesStated] = stated.split(' ');
    if (closedDigest(rows.map(({ hash }) => hash)) !== rowsStated) {
      const lost = [...known.keys()].filter((id) => !present.has(id));
      problems.push(
        ...lost.map((id) => `${month} 已结少了一行（行编号 ${id}）`),
        ...(lost.length + changed.length + added.length === 0
          ? [`${month} 已结的行与结账时不符`]
          : []),
      );
    }
    if (linesDigest(own) !== linesStated) problems.push(`${month} 月结的数字被改过`);
  }
  return { month, rows: count, problems };
}

/** Of the closed months those that are verified on a day: the last one, and one of the others, each in its turn. */
export function monthsInTurn(months: readonly string[], day: LocalDate): readonly string[] {
  const others = months.slice(0, -1);
  const turn = daysBetween(firstDay, day) % Math.max(1, others.length);
  return [...others.slice(turn, turn + 1), ...months.slice(-1)];
}

const firstDay = localDate.parse('2000-01-01');
