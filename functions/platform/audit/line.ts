import { createHash } from 'node:crypto';

/** What happened to a row, as the audit words it. */
const happenings = {
  added: '新增',
  changed: '修改',
  deleted: '删除',
  /** The snapshot was lost: changes between two moments were not seen. */
  blind: '未能察看',
  /** Something about a tab was put right: ids, headers, drop-downs, protections. */
  mended: '修复',
  /** Goes on with the values of the line above, which a cell could not hold. */
  continued: '续上行',
} as const;

/** One line of the audit: a cell that changed, or a row that came or went as a whole. */
export interface AuditLine {
  /** On the school's clock, `YYYY-MM-DDTHH:MM:SS`: when it was seen. */
  readonly seen: string;
  /** Key of the register; '' for a whole workbook. */
  readonly register: string;
  readonly row: string;
  /** What the row is called there, so that a person can find it; sealed where it is personal. */
  readonly label: string;
  readonly what: keyof typeof happenings;
  /** Key of the column; '' when the row came or went as a whole. */
  readonly column: string;
  /** The month whose keys seal the personal cells of the row, `YYYY-MM`. */
  readonly month: string;
  /** A value as JSON; of a whole row, its values by column. Personal ones are sealed. */
  readonly before: string;
  readonly after: string;
  /** Whoever Drive says modified the file last; never guessed. */
  readonly by: string;
  /** 表单, 表格, 系统. */
  readonly how: string;
}

/** The columns of the audit's tabs, in order. */
export const auditHeaders = [
  '看到时间',
  '登记簿',
  '行编号',
  '行',
  '变动',
  '栏目',
  '所属月份',
  '原来',
  '现在',
  '最后修改人',
  '途径',
  '校验',
] as const;

/** A cell holds 50,000 characters. */
const longestCell = 49_000;

/**
 * The rows of a line as they are written and hashed, version 1: cells that are text all of them, in the order of the
 * headers. Mostly one; values that a cell cannot hold go on in the rows beneath.
 */
export function rowsOf(line: AuditLine): readonly (readonly string[])[] {
  const { before, after } = line;
  const count = Math.max(1, Math.ceil(Math.max(before.length, after.length) / longestCell));
  return Array.from({ length: count }, (_, part) => {
    const partOf = (text: string) => text.slice(part * longestCell, (part + 1) * longestCell);
    const parts = { before: partOf(before), after: partOf(after) };
    return cellsOf({ ...line, ...parts, ...(part > 0 && { what: 'continued' }) });
  });
}

/** A line with what the row beneath it goes on with. */
export function continuedBy(line: AuditLine, { before, after }: AuditLine): AuditLine {
  return { ...line, before: line.before + before, after: line.after + after };
}

function cellsOf(line: AuditLine): readonly string[] {
  return [
    line.seen,
    line.register,
    line.row,
    line.label,
    happenings[line.what],
    line.column,
    line.month,
    line.before,
    line.after,
    line.by,
    line.how,
  ];
}

/** A line out of its cells; `undefined` when they are not a line's. */
export function lineFrom(cells: readonly string[]): AuditLine | undefined {
  const [seen = '', register = '', row = '', label = '', word = ''] = cells;
  const [column = '', month = '', before = '', after = '', by = '', how = ''] = cells.slice(5);
  const what = happeningOf(word);
  return what && { seen, register, row, label, what, column, month, before, after, by, how };
}

const happeningKeys = ['added', 'changed', 'deleted', 'blind', 'mended', 'continued'] as const;

function happeningOf(word: string): AuditLine['what'] | undefined {
  return happeningKeys.find((key) => happenings[key] === word);
}

/** Where a chain of hashes begins. */
export const chainStart = 'houqin-audit-1';

/**
 * The hash of a line in its chain: SHA-256 over the hash before it and the JSON of its cells (version 1), base64url.
 * Sealed cells enter as they are, so that the chain still verifies when their keys are gone.
 */
export function chained(previous: string, cells: readonly string[]): string {
  return createHash('sha256')
    .update(`${previous}\n${JSON.stringify(cells)}`)
    .digest('base64url');
}
