import type { Sheets, SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { unlessRefused } from '#platform/workbook/refusal.ts';
import { homeTab, quoted, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';

/** Shows the tabs of registers that are on, and their lines on 首页, and hides those that 设置 switches off. */
export interface TabVisibility {
  /** What must be shown or hidden for 设置 to hold; nothing when it does. Rows stay as they are. */
  requests(
    spreadsheetId: string,
    registers: readonly Register[],
    world: Pick<World, 'register'>,
  ): Promise<readonly sheets_v4.Schema$Request[]>;
}

/** What of a spreadsheet is hidden. */
interface Seen {
  readonly tabs: ReadonlyMap<number, boolean>;
  /** Lines of 首页 that open a tab. */
  readonly lines: readonly {
    readonly rowIndex: number;
    readonly opens: number;
    readonly hidden: boolean;
  }[];
}

/**
 * Remembers what is hidden, so that looking costs no call; it is read again before something is changed, and once
 * after. Whoever shows a hidden tab by hand is left in peace until the next start.
 */
export function createTabVisibility(sheets: Pick<Sheets, 'get'>): TabVisibility {
  const seen = new Map<string, Seen>();
  return {
    async requests(spreadsheetId, registers, world) {
      const off = new Map(
        registers.map(({ key }) => [sheetIdOf(key), world.register(key) === undefined]),
      );
      const known = seen.get(spreadsheetId);
      if (known && changes(known, off).length === 0) return [];
      const now = await hiddenIn(sheets, spreadsheetId, off);
      const wanted = changes(now, off);
      if (wanted.length === 0) seen.set(spreadsheetId, now);
      else seen.delete(spreadsheetId);
      return wanted;
    },
  };
}

/** @param off by sheet id, whether its register is switched off */
function changes(
  { tabs, lines }: Seen,
  off: ReadonlyMap<number, boolean>,
): sheets_v4.Schema$Request[] {
  const wrong = [...off].filter(([sheetId, hidden]) => (tabs.get(sheetId) ?? hidden) !== hidden);
  // Google refuses to hide the last tab that can be seen.
  const staysVisible = [...tabs].some(([sheetId, hidden]) => !(off.get(sheetId) ?? hidden));
  return [
    ...wrong
      .filter(([, hidden]) => staysVisible || !hidden)
      .map(([sheetId, hidden]) => ({
        updateSheetProperties: { properties: { sheetId, hidden }, fields: 'hidden' },
      })),
    ...lines
      .filter(({ opens, hidden }) => (off.get(opens) ?? hidden) !== hidden)
      .map(({ rowIndex, hidden }) => ({
        updateDimensionProperties: {
          range: {
            sheetId: sheetIdOf(homeTab.key),
            dimension: 'ROWS',
            startIndex: rowIndex,
            endIndex: rowIndex + 1,
          },
          properties: { hiddenByUser: !hidden },
          fields: 'hiddenByUser',
        },
      })),
  ];
}

/** Lines of 首页 are shown and hidden with their tabs in one write: they are read only where a tab is wrong. */
async function hiddenIn(
  sheets: Pick<Sheets, 'get'>,
  spreadsheetId: string,
  off: ReadonlyMap<number, boolean>,
): Promise<Seen> {
  const { sheets: found = [] } = await sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId,title,hidden))',
  });
  const properties = found.flatMap((sheet) => sheet.properties ?? []);
  const tabs = new Map(properties.map(({ sheetId, hidden }) => [sheetId ?? 0, hidden === true]));
  const home = properties.find(({ sheetId }) => sheetId === sheetIdOf(homeTab.key));
  const isRight = changes({ tabs, lines: [] }, off).length === 0;
  return {
    tabs,
    lines: isRight || !home?.title ? [] : await linesOf(sheets, spreadsheetId, home.title),
  };
}

/** Lines are known by the tab that they open, wherever staff moved them. */
async function linesOf(
  sheets: Pick<Sheets, 'get'>,
  spreadsheetId: string,
  title: string,
): Promise<Seen['lines']> {
  const answer = await unlessRefused(() =>
    sheets.get(spreadsheetId, {
      ranges: [`${quoted(title)}!A:D`],
      fields:
        'sheets(data(rowData(values(userEnteredValue(formulaValue))),rowMetadata(hiddenByUser)))',
    }),
  );
  const { rowData = [], rowMetadata = [] } = answer?.sheets?.[0]?.data?.[0] ?? {};
  return rowData.flatMap(({ values = [] }, rowIndex) => {
    const formulas = values.map(({ userEnteredValue }) => userEnteredValue?.formulaValue ?? '');
    const [, gid] = /#gid=(\d+)"/.exec(formulas.join('\n')) ?? [];
    return gid === undefined
      ? []
      : [
          {
            rowIndex,
            opens: Number(gid),
            hidden: rowMetadata[rowIndex]?.hiddenByUser === true,
          },
        ];
  });
}
