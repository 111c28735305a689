import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { row } from '#platform/workbook/setup/frame-tabs.ts';
import { protect } from '#platform/workbook/setup/register-tab.ts';
import { homeTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { MonthFilePorts } from './ports.ts';

const ended = '本月已结束，只读';
/** The line of 首页 that set-up leaves blank, above its table. */
const blankLine = 3;

/**
 * Ends a month's file: staff may not write into it from now on, and its 首页 leads to the next. Closing a month protects
 * a workbook that is a file a month; its rows stay where they are (hard point 17).
 *
 * @param next the file that is in use from now on
 */
export async function endFile(
  { sheets, directory, spreadsheetUrl = googleUrl }: MonthFilePorts,
  spreadsheetId: string,
  next: string,
): Promise<void> {
  const { editors } = await directory();
  const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId),protectedRanges(protectedRangeId,description,range))',
  });
  const home = tabs.some(({ properties }) => properties?.sheetId === sheetIdOf(homeTab.key));
  const requests: sheets_v4.Schema$Request[] = [
    ...tabs.flatMap((tab) => closed(tab, editors)),
    ...(home ? [row(sheetIdOf(homeTab.key), blankLine, [leadsTo(spreadsheetUrl(next))])] : []),
  ];
  await sheets.batchUpdate(spreadsheetId, { requests }, { fields: 'spreadsheetId' });
}

/** A tab takes one protection as a whole: one that is there is made whole, whatever it left open. */
function closed(
  { properties, protectedRanges = [] }: sheets_v4.Schema$Sheet,
  editors: readonly string[],
): sheets_v4.Schema$Request[] {
  const whole = protectedRanges.find(({ range }) => isWhole(range));
  if (!whole) return [protect({ sheetId: properties?.sheetId ?? 0 }, ended, editors)];
  if (whole.description === ended || typeof whole.protectedRangeId !== 'number') return [];
  const { protectedRangeId } = whole;
  const protectedRange = { protectedRangeId, description: ended, unprotectedRanges: [] };
  return [{ updateProtectedRange: { protectedRange, fields: 'description,unprotectedRanges' } }];
}

function isWhole(range: sheets_v4.Schema$GridRange | undefined): boolean {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range ?? {};
  return [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].every(
    (index) => index === undefined || index === null,
  );
}

function leadsTo(url: string): sheets_v4.Schema$CellData {
  const words = '本月已结束，请到新的一月登记：点这里打开';
  return {
    userEnteredValue: { formulaValue: `=HYPERLINK("${url.replaceAll('"', '%22')}","${words}")` },
    userEnteredFormat: { textFormat: { bold: true } },
  };
}

function googleUrl(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${encodeURIComponent(id)}/edit`;
}
