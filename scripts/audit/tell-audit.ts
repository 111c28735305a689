import type { Audit, AuditLine } from '#platform/audit/index.ts';
import type { Register } from '#schema/register.ts';

/** What somebody wants to know of the audit. */
export interface AuditQuestion {
  /** Lines of this row alone. */
  readonly row?: string | undefined;
  /** Lines of this month alone, `YYYY-MM`. */
  readonly month?: string | undefined;
  /** Says of each month and workbook whether its chain holds. */
  readonly verify: boolean;
}

/** A line for the person who asked. */
export interface Told {
  readonly text: string;
  /** Something was altered. */
  readonly isBroken: boolean;
}

/**
 * Answers from spreadsheets and compressed files alike, workbook by workbook, the oldest first. Wherever a chain does
 * not hold it is said, asked for or not.
 *
 * @param workbooks keys of the workbooks
 */
export async function* tellAudit(
  audit: Pick<Audit, 'story'>,
  workbooks: readonly string[],
  registers: readonly Register[],
  { row, month, verify }: AuditQuestion,
): AsyncGenerator<Told> {
  for (const workbook of workbooks)
    for await (const { lines, brokenAt, head, file } of audit.story(workbook)) {
      if (month !== undefined && head.month !== month) continue;
      if (brokenAt !== undefined)
        yield {
          text: `${file} ${workbook}：第 ${brokenAt} 行起被改动过 altered from line ${brokenAt}`,
          isBroken: true,
        };
      else if (verify)
        yield {
          text: `${file} ${workbook}：${lines.length} 行，完整 ${lines.length} lines, whole`,
          isBroken: false,
        };
      if (row === undefined && verify) continue;
      for (const line of lines)
        if (row === undefined || line.row === row)
          yield { text: said(line, registers), isBroken: false };
    }
}

function said(line: AuditLine, registers: readonly Register[]): string {
  const { seen, register: key, row, what, column, before, after, by, how } = line;
  const register = registers.find((candidate) => candidate.key === key);
  const title = register?.columns[column]?.title.zh ?? '整行';
  const values = `${before || '（空）'} → ${after || '（空）'}`;
  return `${seen.replace('T', ' ')} ${register?.title.zh ?? key} ${row} ${what} ${title} ${values} ${how} ${by}`;
}
