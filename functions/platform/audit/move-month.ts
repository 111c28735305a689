import type { AuditArchive, MonthLines } from './archive.ts';
import { type AuditHead, follow } from './chain.ts';
import type { LineCells, MonthFiles } from './month-files.ts';

/** What became of a month that was to be moved: `broken` and `differs` leave its spreadsheet where it is. */
export type Moved =
  | { readonly outcome: 'moved'; readonly lines: number }
  | { readonly outcome: 'broken'; readonly tab: string; readonly line: number }
  | { readonly outcome: 'differs' };

/**
 * Moves a month from its spreadsheet into a compressed file: copies it, reads the copy back, reads the spreadsheet
 * again, and deletes it only if both end in the same hashes. Whoever dies in between leaves a spreadsheet that counts
 * alone, and the next run does it again. A month whose chain does not hold is not moved: its version history may tell
 * who changed it.
 *
 * @param startOf where the chain of a workbook stood before the month
 * @param beforeRemoval the last word before the spreadsheet goes: throws when it may not
 */
export async function moveMonth(
  { files, archive }: { readonly files: MonthFiles; readonly archive: AuditArchive },
  month: string,
  startOf: (tab: string) => Promise<AuditHead>,
  beforeRemoval: () => Promise<void>,
): Promise<Moved> {
  const standing = async (): Promise<MonthLines> => {
    const lines = new Map<string, LineCells>();
    for (const tab of await files.tabs(month)) {
      const cells = await files.read(tab, month, 0);
      if (cells.length > 0) lines.set(tab, cells);
    }
    return lines;
  };
  const lines = await standing();
  const starts = new Map<string, AuditHead>();
  for (const [tab, cells] of lines) {
    const start = await startOf(tab);
    starts.set(tab, start);
    const { brokenAt } = follow(start, month, cells);
    if (brokenAt !== undefined) return { outcome: 'broken', tab, line: brokenAt };
  }
  await archive.write(month, lines);
  const copy = await archive.read(month);
  if (copy === undefined || copy === 'damaged') return { outcome: 'differs' };
  const now = await standing();
  for (const tab of new Set([...copy.keys(), ...now.keys()])) {
    const start = starts.get(tab) ?? (await startOf(tab));
    const [copied, stands] = [copy, now].map((some) => follow(start, month, some.get(tab) ?? []));
    if (copied?.brokenAt !== undefined || copied?.head.hash !== stands?.head.hash)
      return { outcome: 'differs' };
  }
  await beforeRemoval();
  await files.remove(month);
  return { outcome: 'moved', lines: [...lines.values()].reduce((sum, own) => sum + own.length, 0) };
}
