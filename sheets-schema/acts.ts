import { approvalColumns } from './approval.ts';
import { followUpColumns } from './follow-up.ts';
import type { Register } from './register.ts';

/** Something that a person does to a row through a page of ours: it is kept in words in a column of its own. */
export interface Act {
  /** The column that keeps it, which only the functions write. */
  readonly record: string;
  /** All columns that it writes. */
  readonly columns: readonly string[];
}

/** What can be done to the rows of a register through pages of ours. */
export function actsOf({ followUp, approval }: Register): readonly Act[] {
  return [
    ...(followUp ? [{ record: followUp.said, columns: followUpColumns(followUp) }] : []),
    ...(approval ? [{ record: approval.record, columns: approvalColumns(approval) }] : []),
  ];
}

/** A line of such a column: `2026-11-24 10:05 周敏 同意：可以`. */
export function actLine(now: string, who: string, said: string, why = ''): string {
  const words = why.replaceAll(/\s+/g, ' ').trim();
  return `${now.slice(0, 16).replace('T', ' ')} ${who.replaceAll(' ', '')} ${said}${words === '' ? '' : `：${words}`}`;
}

/** Who did what the last line of such a column tells. */
export function whoActed(record: string): string {
  const last = record.trim().split('\n').at(-1) ?? '';
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2} (\S+)/.exec(last)?.[1] ?? '';
}
