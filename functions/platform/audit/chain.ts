import { type AuditLine, chained, chainStart, continuedBy, lineFrom } from './line.ts';

/** The end of one workbook's chain: in which month's file, after how many lines, with which hash. */
export interface AuditHead {
  readonly month: string;
  readonly lines: number;
  readonly hash: string;
}

/** The head of a workbook whose audit has not begun. */
export const noHead: AuditHead = { month: '', lines: 0, hash: chainStart };

/** A month's lines as they stand. */
export interface AuditRead {
  readonly lines: readonly AuditLine[];
  /** The line, from 1, that was changed, taken away or put in by somebody else; `undefined` when all holds. */
  readonly brokenAt: number | undefined;
  readonly head: AuditHead;
}

/** Follows a chain from a head over cells that should come next in a month. Pure. */
export function follow(
  head: AuditHead,
  month: string,
  cells: readonly (readonly string[])[],
): AuditRead {
  const before = head.month === month ? head.lines : 0;
  let hash = head.hash;
  const lines: AuditLine[] = [];
  for (const [index, row] of cells.entries()) {
    const line = lineFrom(row);
    const next = chained(hash, row.slice(0, -1));
    if (!line || row.at(-1) !== next)
      return { lines, brokenAt: before + index + 1, head: { month, lines: before + index, hash } };
    const above = lines.at(-1);
    if (line.what === 'continued' && above) lines[lines.length - 1] = continuedBy(above, line);
    else lines.push(line);
    hash = next;
  }
  return { lines, brokenAt: undefined, head: { month, lines: before + cells.length, hash } };
}
