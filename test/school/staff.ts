import type { Google, SheetsSchema } from '#platform/google/index.ts';
import { quoted, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import type { Cell } from '#schema/values.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';

type Request = SheetsSchema.Schema$Request;

/** A tab as a person sees it: words in cells under headers. */
export interface Seen {
  readonly headers: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What people do with a mouse and a keyboard in their spreadsheets. */
export interface Staff {
  see(register: string): Promise<Seen>;
  /** What a tab of ours says, row by row. */
  seeTab(workbook: WorkbookKey, title: string): Promise<string[][]>;
  /** Types a new row under the last one, by header. */
  type(register: string, cells: Readonly<Record<string, Cell>>): Promise<void>;
  /** Types into one cell; rows count from 1 below the header. */
  edit(register: string, row: number, header: string, value: Cell): Promise<void>;
  sort(register: string, header: string, order?: 'ASCENDING' | 'DESCENDING'): Promise<void>;
  insertColumn(register: string, before: string, header: string): Promise<void>;
  moveColumn(register: string, header: string, before: string): Promise<void>;
  renameHeader(register: string, header: string, to: string): Promise<void>;
  insertRow(register: string, before: number): Promise<void>;
  deleteRow(register: string, row: number): Promise<void>;
  renameTab(register: string, to: string): Promise<void>;
  /** Anything else, as requests of the Sheets API. */
  does(register: string, requests: readonly Request[]): Promise<void>;
}

export function createStaff({
  google,
  registers,
  spreadsheetId,
}: {
  readonly google: Google;
  readonly registers: readonly Register[];
  readonly spreadsheetId: (workbook: WorkbookKey) => string;
}): Staff {
  const { sheets } = google;
  const place = (key: string) => {
    const register = registers.find((candidate) => candidate.key === key);
    if (!register) throw new Error(`no register ${key}`);
    return { spreadsheetId: spreadsheetId(register.workbook), sheetId: sheetIdOf(key) };
  };
  const titleOf = async (key: string): Promise<string> => {
    const { spreadsheetId: id, sheetId } = place(key);
    const { sheets: tabs = [] } = await sheets.get(id, {
      fields: 'sheets(properties(sheetId,title))',
    });
    const title = tabs.find(({ properties }) => properties?.sheetId === sheetId)?.properties?.title;
    if (!title) throw new Error(`the tab of ${key} is gone`);
    return title;
  };
  const values = async (id: string, title: string): Promise<string[][]> => {
    const { values: rows } = await sheets.values(id, quoted(title), {
      valueRenderOption: 'FORMATTED_VALUE',
    });
    return (rows ?? []).map((row) => row.map(String));
  };
  const see = async (key: string): Promise<Seen> => {
    const [headers = [], ...rows] = await values(place(key).spreadsheetId, await titleOf(key));
    return {
      headers,
      rows: rows.map((row) =>
        Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])),
      ),
    };
  };
  const does = async (key: string, requests: readonly Request[]): Promise<void> => {
    await sheets.batchUpdate(place(key).spreadsheetId, { requests: [...requests] });
  };
  const indexOf = async (key: string, header: string): Promise<number> => {
    const index = (await see(key)).headers.indexOf(header);
    if (index < 0) throw new Error(`no header ${header}`);
    return index;
  };
  const edit = async (key: string, row: number, header: string, value: Cell): Promise<void> =>
    does(key, [cell(place(key).sheetId, row, await indexOf(key, header), value)]);
  return {
    see,
    does,
    edit,
    seeTab: (workbook, title) => values(spreadsheetId(workbook), title),
    type: async (key, cells) => {
      const { headers, rows } = await see(key);
      const last = rows.findLastIndex((row) => Object.values(row).some((shown) => shown !== ''));
      await does(
        key,
        Object.entries(cells).map(([header, value]) =>
          cell(place(key).sheetId, last + 2, headers.indexOf(header), value),
        ),
      );
    },
    sort: async (key, header, sortOrder = 'ASCENDING') => {
      const { headers } = await see(key);
      await does(key, [
        {
          sortRange: {
            range: {
              sheetId: place(key).sheetId,
              startRowIndex: 1,
              startColumnIndex: 0,
              endColumnIndex: headers.length,
            },
            sortSpecs: [{ dimensionIndex: headers.indexOf(header), sortOrder }],
          },
        },
      ]);
    },
    insertColumn: async (key, before, header) => {
      const index = await indexOf(key, before);
      const { sheetId } = place(key);
      await does(key, [
        {
          insertDimension: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
          },
        },
        cell(sheetId, 0, index, header),
      ]);
    },
    moveColumn: async (key, header, before) => {
      const index = await indexOf(key, header);
      const { sheetId } = place(key);
      await does(key, [
        {
          moveDimension: {
            source: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
            destinationIndex: await indexOf(key, before),
          },
        },
      ]);
    },
    renameHeader: (key, header, to) => edit(key, 0, header, to),
    insertRow: (key, before) => {
      const { sheetId } = place(key);
      return does(key, [
        {
          insertDimension: {
            range: { sheetId, dimension: 'ROWS', startIndex: before, endIndex: before + 1 },
          },
        },
      ]);
    },
    deleteRow: (key, row) => {
      const { sheetId } = place(key);
      return does(key, [
        {
          deleteDimension: {
            range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 },
          },
        },
      ]);
    },
    renameTab: (key, title) =>
      does(key, [
        {
          updateSheetProperties: {
            properties: { sheetId: place(key).sheetId, title },
            fields: 'title',
          },
        },
      ]),
  };
}

function cell(sheetId: number, rowIndex: number, column: number, value: Cell): Request {
  const userEnteredValue =
    value === undefined
      ? {}
      : typeof value === 'number'
        ? { numberValue: value }
        : typeof value === 'boolean'
          ? { boolValue: value }
          : { stringValue: value };
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex: column },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  };
}
