import type { Register } from '#schema/register.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import { GoogleFailure, type Sheets, type SheetsSchema as sheets_v4 } from '../../google/index.ts';
import { tabColumns } from '../frame-columns.ts';
import { readTabs } from '../read-tabs.ts';
import { homeTab, listsTab, openMattersTab, sheetIdOf } from '../tabs.ts';
import { markRequest } from './column-requests.ts';
import { missingViews, openMattersViews, registerViews } from './filter-views.ts';
import { homeRequests, listHeaderRequest, listsRequests } from './frame-tabs.ts';
import { openMattersTabRequests, widenedRequests } from './open-matters-tab.ts';
import { newColumnRequests, newTabRequests } from './register-tab.ts';

type Request = sheets_v4.Schema$Request;

export interface LayOutOptions {
  readonly sheets: Sheets;
  readonly spreadsheetId: string;
  readonly workbook: WorkbookKey;
  readonly registers: readonly Register[];
  /** Accounts of the functions, which may write what staff may not. */
  readonly editors: readonly string[];
  readonly formUrl: (register: string) => string | undefined;
  /** Registers that a new school does not use yet: their tabs begin hidden. */
  readonly startsOff?: ReadonlySet<string>;
}

/**
 * Brings a spreadsheet to what its registers say: makes tabs that are missing, adds columns that are new, in one
 * atomic write. Run again it changes nothing; it never touches a row.
 *
 * @returns how many requests were needed
 */
export async function layOutWorkbook(options: LayOutOptions): Promise<number> {
  try {
    return await layOut(options, true);
  } catch (failure) {
    if (!(failure instanceof GoogleFailure) || failure.kind !== 'unclear') throw failure;
    // Several typed tables in one spreadsheet were seen to make Google answer 500 (docs/google-assumptions.md, T2e).
    return layOut(options, false);
  }
}

/** @param typed whether choices become typed table columns, or drop-downs of our own on untyped ones */
async function layOut(options: LayOutOptions, typed: boolean): Promise<number> {
  const { sheets, spreadsheetId, workbook, registers, editors, formUrl } = options;
  const { startsOff = new Set<string>() } = options;
  const { sheets: present = [] } = await sheets.get(spreadsheetId, {
    fields:
      'sheets(properties(sheetId,title,gridProperties(columnCount)),protectedRanges(protectedRangeId),filterViews(filterViewId))',
  });
  const views = new Set(
    present.flatMap(({ filterViews = [] }) =>
      filterViews.flatMap(({ filterViewId }) => filterViewId ?? []),
    ),
  );
  const ids = new Set(present.flatMap((sheet) => sheet.properties?.sheetId ?? []));
  const has = (key: string) => ids.has(sheetIdOf(key));
  const lists = await listColumns(options, has(listsTab.key));
  const existing = registers.filter((register) => has(register.key));
  const missing = registers.filter((register) => !has(register.key));
  const requests: Request[] = [
    ...(has(homeTab.key) ? [] : homeRequests(workbook, registers, formUrl, startsOff)),
    ...openMattersLaidOut(present, editors),
    ...(has(listsTab.key) ? [] : listsRequests(editors)),
    ...lists.added.map(([register, column]) => listHeaderRequest(register, column)),
    ...missing.flatMap((register) =>
      newTabRequests(register, {
        listColumns: lists.columns,
        editors,
        typed,
        hidden: startsOff.has(register.key),
      }),
    ),
    ...missing.flatMap((register) =>
      missingViews(registerViews(register, newLayout(register)), views),
    ),
    ...(await addedColumns(options, existing, lists.columns, views)),
    ...missingViews(openMattersViews(), views),
    ...(has(homeTab.key) ? [] : defaultTab(present)),
  ];
  if (requests.length > 0)
    await sheets.batchUpdate(spreadsheetId, { requests }, { fields: 'spreadsheetId' });
  return requests.length;
}

function openMattersLaidOut(
  present: readonly sheets_v4.Schema$Sheet[],
  editors: readonly string[],
): Request[] {
  const tab = present.find(
    ({ properties }) => properties?.sheetId === sheetIdOf(openMattersTab.key),
  );
  return tab ? widenedRequests(tab, editors) : openMattersTabRequests(editors);
}

/** Where the columns of a tab stand that was just made. */
function newLayout(register: Register): ReadonlyMap<string, number> {
  return new Map(tabColumns(register).map(([key], index) => [key, index]));
}

/** Google's own first tab goes once ours are there. */
function defaultTab(present: readonly sheets_v4.Schema$Sheet[]): Request[] {
  return present
    .filter(({ properties }) => properties?.sheetId === 0)
    .map(() => ({ deleteSheet: { sheetId: 0 } }));
}

interface ListColumns {
  readonly columns: ReadonlyMap<string, number>;
  readonly added: readonly (readonly [string, number])[];
}

/** Which column of 引用 holds which register's names; new ones go behind the last. */
async function listColumns(
  { sheets, spreadsheetId, registers }: LayOutOptions,
  exists: boolean,
): Promise<ListColumns> {
  const named = [
    ...new Set(
      registers.flatMap((register) =>
        Object.values(register.columns).flatMap((column) =>
          column.kind === 'reference' ? [column.to] : [],
        ),
      ),
    ),
  ];
  const header = exists
    ? ((await readTabs(sheets, spreadsheetId, [], [listsTab.key])).frameTabs.get(
        listsTab.key,
      )?.[0] ?? [])
    : [];
  const columns = new Map(header.map((cell, index) => [String(cell ?? ''), index] as const));
  const added = named
    .filter((register) => !columns.has(register))
    .map((register, offset) => [register, header.length + offset] as const);
  return { columns: new Map([...columns, ...added]), added };
}

/** Columns and views that tabs lack. */
async function addedColumns(
  { sheets, spreadsheetId }: LayOutOptions,
  existing: readonly Register[],
  lists: ReadonlyMap<string, number>,
  views: ReadonlySet<number>,
): Promise<Request[]> {
  const { tabs } = await readTabs(sheets, spreadsheetId, existing);
  return existing.flatMap((register) => {
    const resolved = tabs.get(register.key)?.resolved;
    const wanted = [...(resolved?.missing ?? []), ...(resolved?.lacking ?? [])];
    if (!resolved) return [];
    const sheetId = sheetIdOf(register.key);
    const columns = tabColumns(register);
    const indexes = new Map(resolved.layout.columns);
    const requests: Request[] = Array.from(resolved.unmarked, ([key, index]) =>
      markRequest({ sheetId, register: register.key, key, index }),
    );
    for (const [position, [key, column]] of columns.entries()) {
      if (!wanted.includes(key)) continue;
      const before = columns[position - 1]?.[0];
      const index = before === undefined ? 0 : (indexes.get(before) ?? -1) + 1;
      for (const [other, at] of indexes) if (at >= index) indexes.set(other, at + 1);
      indexes.set(key, index);
      requests.push(
        ...newColumnRequests({ sheetId, register: register.key, key, column, index }, lists),
      );
    }
    requests.push(...missingViews(registerViews(register, indexes), views));
    return requests;
  });
}
