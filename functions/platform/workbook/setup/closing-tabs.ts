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
  const wanted: readonly (readonly [
    { readonly key: string; readonly title: string },
    readonly FrameColumn[],
  ])[] = [
    [closingTab, closingColumns],
    [closedTab, closedColumns],
  ];
  return wanted
    .filter(([{ key }]) => !has(key))
    .flatMap(([{ key, title }, columns]) => {
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
        ...columns.map((column, index) =>
          width(sheetId, index, column.width, column.hidden ?? false),
        ),
        protect({ sheetId }, `“${title}”由系统填写；要改请先重开那个月`, editors),
      ];
    });
}
