import { isForStaff } from '#schema/row.ts';
import type { Cell } from '#schema/values.ts';
import type { Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { writeHeld } from './column-guard.ts';
import { tabColumns } from './frame-columns.ts';
import type { Mend, Mending } from './mend-tab.ts';
import type { TabRead } from './read-tabs.ts';
import { unlessRefused } from './refusal.ts';
import { dropDownRequest } from './setup/column-requests.ts';
import { listsProtection } from './setup/frame-tabs.ts';
import { openMattersProtections } from './setup/open-matters-tab.ts';
import { blankRows, type TabProtection, tabProtections } from './setup/register-tab.ts';
import { listsTab, openMattersTab, quoted, sheetIdOf } from './tabs.ts';

type Sheet = sheets_v4.Schema$Sheet;

/** A spreadsheet as it was just read. */
export interface FrameRead {
  readonly tabs: readonly TabRead[];
  /** 引用, its header first: which register's names a column holds. */
  readonly lists: readonly (readonly Cell[])[];
  readonly editors: readonly string[];
}

/**
 * Puts back what hangs on the tabs and was taken away: protections, native tables, drop-downs. Two reads, and a write a
 * tab that lacks something. What staff typed is not touched; where Google refuses, all stays as it is.
 *
 * @returns what was put back, in words for a person
 */
export async function mendFrame(
  sheets: Pick<Sheets, 'get' | 'batchUpdate'>,
  spreadsheetId: string,
  read: FrameRead,
): Promise<readonly Mend[]> {
  const { sheets: present = [] } = await sheets.get(spreadsheetId, {
    fields:
      'sheets(properties(sheetId,title),protectedRanges(range,warningOnly),tables(range,columnProperties(columnIndex,columnType)))',
  });
  const tabs = read.tabs.filter(({ resolved }) => resolved.missing.length === 0);
  const rules = await rulesOf(sheets, spreadsheetId, present, tabs);
  if (!rules) return [];
  const mends: Mend[] = [];
  for (const mending of [
    ...tabs.map((tab) => tabMending(tab, present, rules, read)),
    ownTabsMending(present, read.editors),
  ]) {
    if (mending.requests.length === 0) continue;
    const refused = await writeHeld(sheets, spreadsheetId, mending.requests, mending.held);
    if (!refused) mends.push(...mending.mends);
  }
  return mends;
}

/** Columns by sheet id whose first cell under the header has a rule. */
type Rules = ReadonlyMap<number, ReadonlySet<number>>;

/** @returns `undefined` when a tab was renamed or deleted since it was read */
async function rulesOf(
  sheets: Pick<Sheets, 'get'>,
  spreadsheetId: string,
  present: readonly Sheet[],
  tabs: readonly TabRead[],
): Promise<Rules | undefined> {
  const wanted = new Set(tabs.map(({ resolved }) => resolved.layout.sheetId));
  const ranges = present.flatMap(({ properties }) =>
    properties?.title && wanted.has(properties.sheetId ?? 0)
      ? [`${quoted(properties.title)}!2:2`]
      : [],
  );
  if (ranges.length === 0) return new Map();
  const answer = await unlessRefused(() =>
    sheets.get(spreadsheetId, {
      ranges,
      fields: 'sheets(properties(sheetId),data(startColumn,rowData(values(dataValidation))))',
    }),
  );
  return (
    answer &&
    new Map(
      (answer.sheets ?? []).map(({ properties, data = [] }) => {
        const [grid] = data;
        const cells = grid?.rowData?.[0]?.values ?? [];
        const columns = cells.flatMap(({ dataValidation }, offset) =>
          dataValidation ? [(grid?.startColumn ?? 0) + offset] : [],
        );
        return [properties?.sheetId ?? 0, new Set(columns)] as const;
      }),
    )
  );
}

function tabMending(
  tab: TabRead,
  present: readonly Sheet[],
  rules: Rules,
  { lists, editors }: FrameRead,
): Mending {
  const { register, resolved } = tab;
  const { sheetId, columns } = resolved.layout;
  const sheet = sheetOf(present, sheetId);
  if (!sheet) return { requests: [], held: [], mends: [] };
  const said = (words: string, column = ''): Mend => ({ register: register.key, column, words });
  const requests: sheets_v4.Schema$Request[] = [];
  const mends: Mend[] = [];
  const open = tabColumns(register).flatMap(([key, column]) => {
    const index = columns.get(key);
    return isForStaff(column) && index !== undefined ? [index] : [];
  });
  for (const { part, isWarning, request } of tabProtections(register, open, editors)) {
    if (isProtected(sheet, part, isWarning)) continue;
    requests.push(request);
    mends.push(said(part === 'tab' ? '整页的保护已补回' : '表头的保护已补回'));
  }
  const table = sheet.tables?.[0];
  if (!table) {
    requests.push(tableAgain(tab));
    mends.push(said('表格格式已补回'));
  }
  const typed = new Set(
    (table?.columnProperties ?? []).flatMap(({ columnIndex, columnType }) =>
      columnType === 'DROPDOWN' ? [(table?.range?.startColumnIndex ?? 0) + (columnIndex ?? 0)] : [],
    ),
  );
  const held: string[] = table ? [] : [...columns.keys()];
  for (const [key, column] of tabColumns(register)) {
    const index = columns.get(key);
    if (index === undefined || typed.has(index)) continue;
    if (rules.get(sheetId)?.has(index)) continue;
    const list = 'to' in column ? (lists[0] ?? []).indexOf(column.to) : -1;
    const place = { sheetId, register: register.key, key, column, index };
    const again = dropDownRequest(place, list < 0 ? undefined : list);
    if (again.length === 0) continue;
    requests.push(...again);
    held.push(key);
    mends.push(said(`“${column.title.zh}”栏的下拉已补回`, key));
  }
  return { requests, held: [{ tab, columns: held }], mends };
}

/**
 * The native table over the columns of a tab as they stand. Its columns take their names from the headers: named here,
 * a header that staff change meanwhile would be written over. Choices get ordinary drop-downs instead of types.
 */
function tableAgain({ resolved, sheet }: TabRead): sheets_v4.Schema$Request {
  const { sheetId, title, columns } = resolved.layout;
  const last = Math.max(0, ...sheet.map(({ rowIndex }) => rowIndex));
  return {
    addTable: {
      table: {
        name: title,
        range: {
          sheetId,
          startRowIndex: 0,
          endRowIndex: Math.max(last + 2, blankRows + 1),
          startColumnIndex: 0,
          endColumnIndex: Math.max(...columns.values()) + 1,
        },
      },
    },
  };
}

function ownTabsMending(present: readonly Sheet[], editors: readonly string[]): Mending {
  const [matters, lists] = [openMattersTab, listsTab].map(({ key }) =>
    sheetOf(present, sheetIdOf(key)),
  );
  const requests: sheets_v4.Schema$Request[] = [];
  const mends: Mend[] = [];
  const noted = (title: string): void => {
    mends.push({ register: '', column: '', words: `“${title}”页的保护已补回` });
  };
  if (matters && !isProtected(matters, 'tab', false)) {
    requests.push(...openMattersProtections(editors));
    noted(openMattersTab.title);
  }
  if (lists && !isProtected(lists, 'tab', false)) {
    requests.push(listsProtection(editors));
    noted(listsTab.title);
  }
  return { requests, held: [], mends };
}

function sheetOf(present: readonly Sheet[], sheetId: number): Sheet | undefined {
  return present.find(({ properties }) => properties?.sheetId === sheetId);
}

function isProtected(
  { protectedRanges = [] }: Sheet,
  part: TabProtection['part'],
  isWarning: boolean,
): boolean {
  return protectedRanges.some(
    ({ range, warningOnly }) =>
      (warningOnly === true) === isWarning &&
      (part === 'tab'
        ? range?.startRowIndex === undefined
        : (range?.startRowIndex ?? 0) === 0 && range?.endRowIndex === 1),
  );
}
