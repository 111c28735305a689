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
    fields: 'sheets(properties(sheetId),protectedRanges(description))',
  });
  const open = tabs.filter(({ protectedRanges = [] }) =>
    protectedRanges.every(({ description }) => description !== ended),
  );
  const home = tabs.some(({ properties }) => properties?.sheetId === sheetIdOf(homeTab.key));
  const requests: sheets_v4.Schema$Request[] = [
    ...open.map(({ properties }) => protect({ sheetId: properties?.sheetId ?? 0 }, ended, editors)),
    ...(home ? [row(sheetIdOf(homeTab.key), blankLine, [leadsTo(spreadsheetUrl(next))])] : []),
  ];
  await sheets.batchUpdate(spreadsheetId, { requests }, { fields: 'spreadsheetId' });
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
