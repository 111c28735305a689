import type { Drive, Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { GoogleFailure } from '../google/index.ts';
import { quoted } from '../workbook/tabs.ts';
import {
  type AuditLine,
  auditHeaders,
  chained,
  chainStart,
  continuedBy,
  lineFrom,
  rowsOf,
} from './line.ts';

export type { AuditLine } from './line.ts';

/** The end of one workbook's chain: in which month's file, after how many lines, with which hash. */
export interface AuditHead {
  readonly month: string;
  readonly lines: number;
  readonly hash: string;
}

/** The audit: a spreadsheet a month in a shared drive that staff cannot edit, a tab for each workbook. */
export interface Audit {
  /** Appends lines behind a head that was just seen, and answers the new head. */
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
  /** Months with a file, the oldest first. */
  months(): Promise<readonly string[]>;
}

/** A month's lines as they stand. */
export interface AuditRead {
  readonly lines: readonly AuditLine[];
  /** The line, from 1, that was changed, taken away or put in by somebody else; `undefined` when all holds. */
  readonly brokenAt: number | undefined;
  readonly head: AuditHead;
}

/** The head of a workbook whose audit has not begun. */
export const noHead: AuditHead = { month: '', lines: 0, hash: chainStart };

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
const mostLinesAtOnce = 2_000;

/**
 * @param sheets fenced by the lease of whoever writes
 * @param close puts up that fence before a spreadsheet is read in order to go on from where it ends
 */
export function createAudit({
  sheets,
  drive,
  driveId,
  close = async () => {},
}: {
  readonly sheets: Sheets;
  readonly drive: Pick<Drive, 'listFiles' | 'createFile'>;
  readonly driveId: string;
  readonly close?: (spreadsheetId: string) => Promise<void>;
}): Audit {
  const files = new Map<string, string>();
  const tabs = new Map<string, Promise<Map<string, number>>>();
  const prefix = '审计 ';
  let finding: Promise<ReadonlyMap<string, string>> | undefined;

  /** Files by month; whoever asks while somebody else does shares the answer. */
  const found = (): Promise<ReadonlyMap<string, string>> => {
    finding ??= find().finally(() => {
      finding = undefined;
    });
    return finding;
  };

  /** Of two of one month, made when an answer was lost, the older one is meant, whoever asks. */
  const find = async (): Promise<ReadonlyMap<string, string>> => {
    const listed = await drive.listFiles(
      `mimeType = '${spreadsheetType}' and '${driveId}' in parents and trashed = false`,
      'id,name,createdTime',
    );
    const newestFirst = listed.toSorted((one, other) =>
      `${other.createdTime}${other.id}`.localeCompare(`${one.createdTime}${one.id}`, 'en'),
    );
    return new Map(
      newestFirst.flatMap(({ id, name }) =>
        id && name?.startsWith(prefix) ? [[name.slice(prefix.length), id] as const] : [],
      ),
    );
  };

  const fileOf = async (month: string, make: boolean): Promise<string | undefined> => {
    const known = files.get(month);
    if (known) return known;
    let id = (await found()).get(month);
    if (id === undefined && make) {
      await drive.createFile({
        name: prefix + month,
        mimeType: spreadsheetType,
        parents: [driveId],
      });
      // Asked anew: an answer that somebody waits for may be from before.
      id = (await find()).get(month);
    }
    if (id) files.set(month, id);
    return id;
  };

  /** Sheet ids by the names of tabs. */
  const tabsIn = async (spreadsheetId: string): Promise<Map<string, number>> => {
    const { sheets: present = [] } = await sheets.get(spreadsheetId, {
      fields: 'sheets(properties(sheetId,title))',
    });
    return new Map(
      present.map(({ properties }) => [properties?.title ?? '', properties?.sheetId ?? 0]),
    );
  };

  /** The sheet id of a workbook's tab, made with its headers where it is not there. */
  const tabOf = async (
    spreadsheetId: string,
    tab: string,
    make: boolean,
  ): Promise<number | undefined> => {
    const asked = tabs.get(spreadsheetId) ?? tabsIn(spreadsheetId);
    tabs.set(spreadsheetId, asked);
    const ids = await asked.catch((failure: unknown) => {
      tabs.delete(spreadsheetId);
      throw failure;
    });
    if (!ids.has(tab) && make) {
      const sheetId = 1 + Math.max(0, ...ids.values());
      await sheets.batchUpdate(
        spreadsheetId,
        { requests: newTab(sheetId, tab) },
        { fields: 'spreadsheetId' },
      );
      ids.set(tab, sheetId);
    }
    return ids.get(tab);
  };

  /** Lines of a month from a place on, with the hashes that stand beside them. */
  const rows = async (tab: string, month: string, from: number): Promise<string[][]> => {
    const spreadsheetId = await fileOf(month, false);
    if (!spreadsheetId) return [];
    await close(spreadsheetId);
    if ((await tabOf(spreadsheetId, tab, false)) === undefined) return [];
    const { values = [] } = await sheets.values(spreadsheetId, `${quoted(tab)}!A${from + 2}:L`);
    return (values ?? []).map((row: readonly unknown[]) =>
      Array.from({ length: auditHeaders.length }, (_, index) => String(row[index] ?? '')),
    );
  };

  const follow = (head: AuditHead, month: string, cells: readonly string[][]): AuditRead => {
    let hash = head.hash;
    const lines: AuditLine[] = [];
    for (const [index, row] of cells.entries()) {
      const line = lineFrom(row);
      const own = row.slice(0, -1);
      const next = chained(hash, own);
      if (!line || row.at(-1) !== next)
        return {
          lines,
          brokenAt: head.lines + index + 1,
          head: { month, lines: head.lines + index, hash },
        };
      const above = lines.at(-1);
      if (line.what === 'continued' && above) lines[lines.length - 1] = continuedBy(above, line);
      else lines.push(line);
      hash = next;
    }
    return { lines, brokenAt: undefined, head: { month, lines: head.lines + cells.length, hash } };
  };

  return {
    async append(tab, head, month, lines) {
      let now: AuditHead = head.month === month ? head : { month, lines: 0, hash: head.hash };
      for (let start = 0; start < lines.length; start += mostLinesAtOnce) {
        const spreadsheetId = await fileOf(month, true);
        if (!spreadsheetId)
          throw new GoogleFailure({ kind: 'unclear', message: 'the audit file has no id' });
        const sheetId = await tabOf(spreadsheetId, tab, true);
        const written: string[][] = [];
        let hash = now.hash;
        for (const cells of lines.slice(start, start + mostLinesAtOnce).flatMap(rowsOf)) {
          hash = chained(hash, cells);
          written.push([...cells, hash]);
        }
        await sheets.batchUpdate(
          spreadsheetId,
          { requests: [appendLines(sheetId ?? 0, written)] },
          { fields: 'spreadsheetId' },
        );
        now = { month, lines: now.lines + written.length, hash };
      }
      return now;
    },
    async since(tab, head) {
      if (head.month === '') return { lines: [], head };
      const later = (await found())
        .keys()
        .toArray()
        .filter((month) => month > head.month);
      let at = follow(head, head.month, await rows(tab, head.month, head.lines));
      const lines = [...at.lines];
      for (const month of later.toSorted()) {
        at = follow({ month, lines: 0, hash: at.head.hash }, month, await rows(tab, month, 0));
        lines.push(...at.lines);
      }
      return { lines, head: at.head };
    },
    async read(tab, month) {
      const before = (await found())
        .keys()
        .toArray()
        .filter((other) => other < month)
        .toSorted()
        .at(-1);
      const cells = await rows(tab, month, 0);
      const start =
        before === undefined
          ? chainStart
          : ((await rows(tab, before, 0)).at(-1)?.at(-1) ?? chainStart);
      return follow({ month, lines: 0, hash: start }, month, cells);
    },
    months: async () => [...(await found()).keys()].toSorted(),
  };
}

function newTab(sheetId: number, title: string): sheets_v4.Schema$Request[] {
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          gridProperties: { rowCount: 1000, columnCount: auditHeaders.length, frozenRowCount: 1 },
        },
      },
    },
    appendLines(sheetId, [[...auditHeaders]]),
  ];
}

function appendLines(
  sheetId: number,
  rows: readonly (readonly string[])[],
): sheets_v4.Schema$Request {
  return {
    appendCells: {
      sheetId,
      fields: 'userEnteredValue',
      rows: rows.map((cells) => ({
        values: cells.map((text) =>
          text === '' ? {} : { userEnteredValue: { stringValue: text } },
        ),
      })),
    },
  };
}
