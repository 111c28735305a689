import type { SheetsSchema as sheets_v4 } from '../../google/index.ts';
import { closedColumns } from '../closed-rows.ts';
import { closingColumns } from '../closing-lines.ts';
import { closedTab, closingTab, sheetIdOf } from '../tabs.ts';
import { bold, row, text, width } from './frame-tabs.ts';
import { protect } from './register-tab.ts';

interface FrameColumn {
  readonly title: string;
  readonly width: number;
  readonly hidden?: boolean;
}

/** 月结 and 已结, as far as a spreadsheet has not got them; nobody but the functions may write there. */
export function closingTabRequests(
  editors: readonly string[],
  has: (key: string) => boolean,
): sheets_v4.Schema$Request[] {
  const words = (title: string) => `“${title}”由系统填写；要改请先重开那个月`;
  return [
    ...(has(closingTab.key)
      ? []
      : tabRequests(closingTab, closingColumns, words(closingTab.title), editors)),
    ...(has(closedTab.key)
      ? []
      : tabRequests(closedTab, closedColumns, words(closedTab.title), editors)),
  ];
}

/** 已结 of a school year's archive. */
export function archiveTabRequests(editors: readonly string[]): sheets_v4.Schema$Request[] {
  return tabRequests(closedTab, closedColumns, '学年档案由系统保管，不能改', editors);
}

function tabRequests(
  { key, title }: { readonly key: string; readonly title: string },
  columns: readonly FrameColumn[],
  words: string,
  editors: readonly string[],
): sheets_v4.Schema$Request[] {
  const sheetId = sheetIdOf(key);
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          gridProperties: { rowCount: 100, columnCount: columns.length, frozenRowCount: 1 },
        },
      },
    },
    row(
      sheetId,
      0,
      columns.map((column) => text(column.title, bold)),
    ),
    ...columns.map((column, index) => width(sheetId, index, column.width, column.hidden ?? false)),
    protect({ sheetId }, words, editors),
  ];
}
