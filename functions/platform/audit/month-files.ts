import type { Drive, Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { GoogleFailure } from '../google/index.ts';
import { quoted } from '../workbook/tabs.ts';
import { auditHeaders } from './line.ts';

/** Lines as they stand in a file: their cells, the hash last. */
export type LineCells = readonly (readonly string[])[];

/** The audit's spreadsheets: one a month, a tab for each workbook, in a shared drive that staff cannot open. */
export interface MonthFiles {
  /** Months that have a spreadsheet. */
  months(): Promise<readonly string[]>;
  /** What a person finds a month's spreadsheet by. */
  nameOf(month: string): string;
  /** Workbooks that have a tab in a month's spreadsheet. */
  tabs(month: string): Promise<readonly string[]>;
  /** Lines of a tab from a place on; none where there is no such file or tab. */
  read(tab: string, month: string, from: number): Promise<LineCells>;
  /**
   * Appends lines, and makes file and tab where they are not there yet.
   *
   * @param isFirst they are to be the first of their month
   * @throws AuditOvertaken when others stand there already
   */
  append(tab: string, month: string, cells: LineCells, isFirst: boolean): Promise<void>;
  /** Takes a month's spreadsheet away. */
  remove(month: string): Promise<void>;
}

/** A former holder of the lease wrote into a file that was made meanwhile: what was read before does not go on there. */
export class AuditOvertaken extends Error {
  constructor(tab: string, month: string) {
    super(`the audit of ${tab} of ${month} was begun by somebody else`);
    this.name = 'AuditOvertaken';
  }
}

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
const prefix = '审计 ';

/**
 * @param sheets fenced by the lease of whoever writes
 * @param close puts up that fence before a spreadsheet is read in order to go on from where it ends
 */
export function createMonthFiles({
  sheets,
  drive,
  driveId,
  close = async () => {},
}: {
  readonly sheets: Sheets;
  readonly drive: Pick<Drive, 'listFiles' | 'createFile' | 'deleteFile'>;
  readonly driveId: string;
  readonly close?: (spreadsheetId: string) => Promise<void>;
}): MonthFiles {
  const files = new Map<string, string>();
  const tabs = new Map<string, Promise<Map<string, number>>>();
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

  const fileOf = async (month: string): Promise<string | undefined> => {
    const id = files.get(month) ?? (await found()).get(month);
    if (id) files.set(month, id);
    return id;
  };

  const fileMade = async (month: string): Promise<string> => {
    await drive.createFile({
      name: prefix + month,
      mimeType: spreadsheetType,
      parents: [driveId],
    });
    // Asked anew: an answer that somebody waits for may be from before.
    const id = (await find()).get(month);
    if (!id) throw new GoogleFailure({ kind: 'unclear', message: 'the audit file has no id' });
    files.set(month, id);
    return id;
  };

  /** Sheet ids by the names of tabs. */
  const tabsOf = async (spreadsheetId: string): Promise<Map<string, number>> => {
    const asked = tabs.get(spreadsheetId) ?? tabsIn(spreadsheetId);
    tabs.set(spreadsheetId, asked);
    return asked.catch((failure: unknown) => {
      tabs.delete(spreadsheetId);
      throw failure;
    });
  };

  const tabsIn = async (spreadsheetId: string): Promise<Map<string, number>> => {
    // Behind the fence, or a former holder makes a tab after this one has looked.
    await close(spreadsheetId);
    const { sheets: present = [] } = await sheets.get(spreadsheetId, {
      fields: 'sheets(properties(sheetId,title))',
    });
    return new Map(
      present.map(({ properties }) => [properties?.title ?? '', properties?.sheetId ?? 0]),
    );
  };

  /** The sheet id of a workbook's tab, made with its headers where it is not there. */
  const tabMade = async (spreadsheetId: string, tab: string): Promise<number> => {
    const ids = await tabsOf(spreadsheetId);
    const known = ids.get(tab);
    if (known !== undefined) return known;
    const sheetId = 1 + Math.max(0, ...ids.values());
    await sheets.batchUpdate(
      spreadsheetId,
      { requests: newTab(sheetId, tab) },
      { fields: 'spreadsheetId' },
    );
    ids.set(tab, sheetId);
    return sheetId;
  };

  /** Lines of a tab from a place on; none where there is no such tab. */
  const linesIn = async (spreadsheetId: string, tab: string, from: number): Promise<LineCells> => {
    if (!(await tabsOf(spreadsheetId)).has(tab)) return [];
    // From the last line that is known, since Google refuses a range that begins behind the last row of a tab.
    const { values } = await sheets.values(spreadsheetId, `${quoted(tab)}!A${from + 1}:L`);
    return (values ?? [])
      .slice(1)
      .map((row: readonly unknown[]) =>
        Array.from({ length: auditHeaders.length }, (_, index) => String(row[index] ?? '')),
      );
  };

  return {
    months: async () => [...(await found()).keys()],
    nameOf: (month) => prefix + month,
    async tabs(month) {
      const spreadsheetId = await fileOf(month);
      return spreadsheetId === undefined ? [] : [...(await tabsOf(spreadsheetId)).keys()];
    },
    async read(tab, month, from) {
      const spreadsheetId = await fileOf(month);
      return spreadsheetId === undefined ? [] : linesIn(spreadsheetId, tab, from);
    },
    async append(tab, month, cells, isFirst) {
      const spreadsheetId = (await fileOf(month)) ?? (await fileMade(month));
      if (isFirst && (await linesIn(spreadsheetId, tab, 0)).length > 0)
        throw new AuditOvertaken(tab, month);
      const sheetId = await tabMade(spreadsheetId, tab);
      await sheets.batchUpdate(
        spreadsheetId,
        { requests: [appendLines(sheetId, cells)] },
        { fields: 'spreadsheetId' },
      );
    },
    async remove(month) {
      const spreadsheetId = await fileOf(month);
      if (spreadsheetId === undefined) return;
      await drive.deleteFile(spreadsheetId);
      files.delete(month);
      tabs.delete(spreadsheetId);
    },
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

function appendLines(sheetId: number, rows: LineCells): sheets_v4.Schema$Request {
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
