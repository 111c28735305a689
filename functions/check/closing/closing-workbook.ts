import * as z from 'zod';
import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import type { Random } from '#platform/random.ts';
import {
  addedLinesRequests,
  type ClosingLine,
  type PlacedLine,
  readClosedMonths,
  readClosingLines,
  removedLinesRequests,
} from '#platform/workbook/closing-lines.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';
import { acceptedIn } from '#platform/workbook/matter-lines.ts';
import { readTabs, type WorkbookRead } from '#platform/workbook/read-tabs.ts';
import { closingTabRequests } from '#platform/workbook/setup/closing-tabs.ts';
import { protect } from '#platform/workbook/setup/register-tab.ts';
import { closingTab, openMattersTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import type { Cell } from '#schema/values.ts';
import type { Grid } from './kept-rows.ts';
import { createSteps } from './steps.ts';

type Request = sheets_v4.Schema$Request;

/** One spreadsheet while a month of it is closed or reopened. */
export interface ClosingWorkbook {
  readonly spreadsheetId: string;
  readonly registers: readonly Register[];
  /** Lines of 月结 of the month, the one before and those after. */
  lines(month: string): Promise<readonly PlacedLine[]>;
  /** Months that are closed, in order. */
  closedMonths(): Promise<readonly string[]>;
  /** Protects the tabs for the functions alone and says in 月结 what is under way; both stay when somebody dies here. */
  lock(placed: readonly PlacedLine[], line: ClosingLine): Promise<void>;
  /** What the locked tabs hold, and whose findings somebody accepted. */
  read(): Promise<LockedRead>;
  /** Whole tabs, by register; nobody moves their rows while they are locked. */
  grids(): Promise<ReadonlyMap<string, Grid>>;
  /** Without protecting anything: for what staff cannot change anyway. */
  begin(): Promise<void>;
  /** One of the steps of {@link Steps}. */
  step(requests: readonly Request[]): Promise<void>;
  /** The last batch: takes the protection away. */
  finish(requests: readonly Request[]): Promise<void>;
}

export interface LockedRead extends WorkbookRead {
  readonly accepted: ReadonlySet<string>;
  /** Rows that a tab has, blank ones with them. */
  readonly rowCounts: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<string, { readonly tableId: string; readonly firstColumn: number }>;
}

const lockWords = '正在月结，几分钟后就能再填；表单照常可用';
const rowsShape = z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])));

export function createClosingWorkbook(options: {
  readonly sheets: FencedSheets;
  readonly spreadsheetId: string;
  readonly registers: readonly Register[];
  readonly editors: readonly string[];
  readonly random: Random;
}): ClosingWorkbook {
  const { sheets, spreadsheetId, editors } = options;
  const { begin, take: step } = createSteps(options, spreadsheetId);
  const registers = options.registers.filter(({ happened }) => happened !== undefined);

  const present = async () => {
    const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
      fields:
        'sheets(properties(sheetId,gridProperties(rowCount)),protectedRanges(protectedRangeId,description,range),tables(tableId,range))',
    });
    return new Map(tabs.map((tab) => [tab.properties?.sheetId ?? 0, tab]));
  };

  const locksOf = (tab: sheets_v4.Schema$Sheet | undefined): number[] =>
    (tab?.protectedRanges ?? [])
      .filter(({ description }) => description === lockWords)
      .flatMap(({ protectedRangeId }) => protectedRangeId ?? []);

  // Google takes one protection of a whole tab: what the system alone fills in has its own.
  const isProtected = (tab: sheets_v4.Schema$Sheet): boolean =>
    (tab.protectedRanges ?? []).some(
      ({ range }) => range?.startRowIndex === undefined && range?.startColumnIndex === undefined,
    );

  return {
    spreadsheetId,
    registers,
    async lines(month) {
      const tabs = await present();
      return tabs.has(sheetIdOf(closingTab.key))
        ? readClosingLines(sheets, spreadsheetId, month)
        : [];
    },
    async closedMonths() {
      const tabs = await present();
      return tabs.has(sheetIdOf(closingTab.key)) ? readClosedMonths(sheets, spreadsheetId) : [];
    },
    async lock(placed, line) {
      await begin();
      const tabs = await present();
      await step([
        ...closingTabRequests(editors, (key) => tabs.has(sheetIdOf(key))),
        ...registers.flatMap(({ key }) => {
          const sheetId = sheetIdOf(key);
          const tab = tabs.get(sheetId);
          return tab && !isProtected(tab) ? [protect({ sheetId }, lockWords, editors)] : [];
        }),
        ...removedLinesRequests(
          placed,
          ({ month, kind }) => month === line.month && kind === line.kind,
        ),
        ...addedLinesRequests([line]),
      ]);
    },
    async read() {
      const read = await readTabs(sheets, spreadsheetId, options.registers, [openMattersTab.key]);
      const tabs = await present();
      const each = <T>(of: (tab: sheets_v4.Schema$Sheet) => T | null | undefined) =>
        new Map(
          registers.flatMap(({ key }) => {
            const tab = tabs.get(sheetIdOf(key));
            const found = tab && of(tab);
            return found === undefined || found === null ? [] : [[key, found] as const];
          }),
        );
      return {
        ...read,
        accepted: acceptedIn(read.frameTabs.get(openMattersTab.key) ?? []),
        rowCounts: each(({ properties }) => properties?.gridProperties?.rowCount),
        tables: each(({ tables }) => {
          const [table] = tables ?? [];
          return table?.tableId
            ? { tableId: table.tableId, firstColumn: table.range?.startColumnIndex ?? 0 }
            : undefined;
        }),
      };
    },
    async grids() {
      const tabs = await present();
      const wanted = registers.filter(({ key }) => tabs.has(sheetIdOf(key)));
      const grids = new Map<string, Grid>();
      if (wanted.length === 0) return grids;
      const { valueRanges = [] } = await sheets.valuesByDataFilter(spreadsheetId, {
        dataFilters: wanted.map(({ key }) => ({ gridRange: { sheetId: sheetIdOf(key) } })),
      });
      for (const { valueRange, dataFilters } of valueRanges) {
        const register = wanted.find(({ key }) =>
          dataFilters?.some(({ gridRange }) => gridRange?.sheetId === sheetIdOf(key)),
        );
        if (register) grids.set(register.key, gridOf(valueRange?.values ?? []));
      }
      return grids;
    },
    begin,
    step,
    async finish(requests) {
      const tabs = await present();
      await step([
        ...requests,
        ...registers
          .flatMap(({ key }) => locksOf(tabs.get(sheetIdOf(key))))
          .map((protectedRangeId) => ({ deleteProtectedRange: { protectedRangeId } })),
      ]);
    },
  };
}

function gridOf(values: unknown): Grid {
  return rowsShape
    .parse(values)
    .map((cells) => cells.map((cell) => (cell === null || cell === '' ? undefined : cell)))
    .map((cells): readonly Cell[] => cells);
}
