import { plusMonths } from '#schema/time.ts';
import type { Drive, Sheets, Storage } from '../google/index.ts';
import { createAuditArchive } from './archive.ts';
import { type AuditHead, type AuditRead, follow, noHead } from './chain.ts';
import { type AuditLine, chained, rowsOf } from './line.ts';
import { createMonthFiles, type LineCells } from './month-files.ts';
import { type Moved, moveMonth } from './move-month.ts';

export { type AuditHead, noHead } from './chain.ts';
export type { AuditLine } from './line.ts';
export { AuditOvertaken } from './month-files.ts';

/** The audit: a chain for each workbook through the months, the late ones in spreadsheets, the old ones compressed. */
export interface Audit {
  /**
   * Appends lines behind a head that was just seen, and answers the new head.
   *
   * @throws AuditOvertaken when the month was begun by somebody else meanwhile
   */
  append(
    tab: string,
    head: AuditHead,
    month: string,
    lines: readonly AuditLine[],
  ): Promise<AuditHead>;
  /** Lines behind a head that somebody wrote who did not live to say so, and the head behind them. */
  since(
    tab: string,
    head: AuditHead,
  ): Promise<{ readonly lines: readonly AuditLine[]; readonly head: AuditHead }>;
  /** All lines of a month, in order, and the first place at which the chain does not hold. */
  read(tab: string, month: string): Promise<AuditRead>;
  /** The same of every month, the oldest first, with the name of the file in which it stands. */
  story(tab: string): AsyncIterable<AuditRead & { readonly file: string }>;
  /** Months with a file, the oldest first. */
  months(): Promise<readonly string[]>;
  /** Months that stand in spreadsheets, the oldest first. */
  inSpreadsheets(): Promise<readonly string[]>;
  /** Moves a month from its spreadsheet into a compressed file in the school's bucket. */
  move(month: string, beforeRemoval: () => Promise<void>): Promise<Moved>;
}

const mostLinesAtOnce = 2_000;

/** Where a month stands. */
interface Place {
  readonly month: string;
  readonly isCompressed: boolean;
  /** What a person finds it by. */
  readonly file: string;
}

/**
 * @param sheets fenced by the lease of whoever writes
 * @param close puts up that fence before a spreadsheet is read in order to go on from where it ends
 */
export function createAudit(options: {
  readonly sheets: Sheets;
  readonly drive: Pick<Drive, 'listFiles' | 'createFile' | 'deleteFile'>;
  readonly storage: Pick<Storage, 'read' | 'write' | 'list'>;
  readonly bucket: string;
  readonly driveId: string;
  readonly close?: (spreadsheetId: string) => Promise<void>;
}): Audit {
  const files = createMonthFiles(options);
  const archive = createAuditArchive(options);
  let archived: string | undefined;

  const lastArchived = async (): Promise<string> => {
    archived ??= (await archive.months()).toSorted().at(-1) ?? '';
    return archived;
  };

  /** Every month with its place, the oldest first; while a move is not finished its spreadsheet counts. */
  const places = async (): Promise<readonly Place[]> => {
    const [standing, old] = await Promise.all([files.months(), archive.months()]);
    return [...new Set([...standing, ...old])].toSorted().map((month) => {
      const isCompressed = !standing.includes(month);
      return { month, isCompressed, file: (isCompressed ? archive : files).nameOf(month) };
    });
  };

  const cellsIn = async (
    tab: string,
    { month, isCompressed }: Place,
    from: number,
  ): Promise<LineCells | 'damaged'> => {
    if (!isCompressed) return files.read(tab, month, from);
    const found = await archive.read(month);
    return found === 'damaged' ? found : (found?.get(tab)?.slice(from) ?? []);
  };

  /** Follows a chain through a month, and says with which hash a later month goes on, whatever was altered. */
  const through = async (
    tab: string,
    start: AuditHead,
    place: Place,
  ): Promise<AuditRead & { readonly next: AuditHead }> => {
    const { month } = place;
    const cells = await cellsIn(tab, place, start.month === month ? start.lines : 0);
    if (cells === 'damaged')
      return { lines: [], brokenAt: 1, head: { ...start, month, lines: 0 }, next: start };
    const read = follow(start, month, cells);
    const hash = cells.at(-1)?.at(-1);
    return { ...read, next: hash === undefined ? start : { month, lines: cells.length, hash } };
  };

  /** Where a workbook's chain stood before a month: months in which nothing happened are passed over. */
  const headBefore = async (tab: string, month: string): Promise<AuditHead> => {
    const earlier = (await places()).filter((other) => other.month < month);
    for (const place of earlier.toReversed()) {
      const cells = await cellsIn(tab, place, 0);
      const hash = cells === 'damaged' ? undefined : cells.at(-1)?.at(-1);
      if (hash !== undefined) return { month: place.month, lines: cells.length, hash };
    }
    return noHead;
  };

  return {
    async append(tab, head, month, lines) {
      // A clock that was ahead for a while: lines go on behind the latest, never before it nor into what is compressed.
      const last = await lastArchived();
      const open = last === '' ? month : plusMonths(last, 1);
      const own = [month, head.month, open].toSorted().at(-1) ?? month;
      let now: AuditHead = head.month === own ? head : { month: own, lines: 0, hash: head.hash };
      for (let start = 0; start < lines.length; start += mostLinesAtOnce) {
        const written: string[][] = [];
        let hash = now.hash;
        for (const cells of lines.slice(start, start + mostLinesAtOnce).flatMap(rowsOf)) {
          hash = chained(hash, cells);
          written.push([...cells, hash]);
        }
        await files.append(tab, own, written, now.lines === 0);
        now = { month: own, lines: now.lines + written.length, hash };
      }
      return now;
    },
    async since(tab, head) {
      if (head.month === '') return { lines: [], head };
      const lines: AuditLine[] = [];
      let at = head;
      for (const place of (await places()).filter(({ month }) => month >= head.month)) {
        const read = await through(tab, at, place);
        lines.push(...read.lines);
        at = read.head;
      }
      return { lines, head: at };
    },
    async read(tab, month) {
      const start = await headBefore(tab, month);
      const place = (await places()).find((known) => known.month === month);
      if (!place) return { lines: [], brokenAt: undefined, head: { ...start, month, lines: 0 } };
      const { next: _, ...read } = await through(tab, start, place);
      return read;
    },
    async *story(tab) {
      let start = noHead;
      for (const place of await places()) {
        const { next, ...read } = await through(tab, start, place);
        yield { ...read, file: place.file };
        start = next;
      }
    },
    months: async () => (await places()).map(({ month }) => month),
    inSpreadsheets: async () => (await files.months()).toSorted(),
    async move(month, beforeRemoval) {
      const moved = await moveMonth(
        { files, archive },
        month,
        (tab) => headBefore(tab, month),
        beforeRemoval,
      );
      archived = undefined;
      return moved;
    },
  };
}
