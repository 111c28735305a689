import type { Register } from '#schema/register.ts';
import { type WorkbookKey, workbooks } from '#schema/workbooks.ts';
import type { SheetsSchema as sheets_v4 } from '../../google/index.ts';
import { homeTab, listsTab, openMattersTab, sheetIdOf } from '../tabs.ts';
import { protect } from './register-tab.ts';

type Request = sheets_v4.Schema$Request;

export const bold = { textFormat: { bold: true } };
const heading = { textFormat: { bold: true, fontSize: 18 } };

/** 引用: names from other workbooks for the drop-downs, mirrored by the check. */
export function listsRequests(editors: readonly string[]): Request[] {
  const sheetId = sheetIdOf(listsTab.key);
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: listsTab.title,
          hidden: true,
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    },
    listsProtection(editors),
  ];
}

/** What keeps staff from 引用. */
export function listsProtection(editors: readonly string[]): Request {
  return protect({ sheetId: sheetIdOf(listsTab.key) }, '下拉名单由系统更新', editors);
}

/** First row of 引用: a column for each register that the drop-downs name. */
export function listHeaderRequest(register: string, column: number): Request {
  return row(sheetIdOf(listsTab.key), 0, [text(register, bold)], column);
}

/** 首页 explains the workbook and links its tabs and forms; lines of registers that are off are hidden. */
export function homeRequests(
  workbook: WorkbookKey,
  registers: readonly Register[],
  formUrl: (register: string) => string | undefined,
  startsOff: ReadonlySet<string>,
): Request[] {
  const sheetId = sheetIdOf(homeTab.key);
  const before = [
    [text(workbooks[workbook].title.zh, heading)],
    [
      text(
        '照常在各个标签页里填写。填完几秒钟，第一栏“检查结果”会告诉您哪里要改、怎么改；改好后提示自己消失。',
      ),
    ],
    [text('可以排序、筛选、插入行和列、改表头名称。请不要删除隐藏的列。')],
    [],
    [text('登记簿', bold), text('用途', bold), text('打开', bold), text('手机填写', bold)],
  ];
  const lines = [
    ...before,
    ...registers.map((register) => {
      const form = register.form ? formUrl(register.key) : undefined;
      return [
        text(register.title.zh),
        text(register.purpose.zh),
        hyperlink(`#gid=${sheetIdOf(register.key)}`, '打开表格'),
        form === undefined ? {} : hyperlink(form, '打开表单'),
      ];
    }),
    [
      text('待办'),
      text('本表所有要改的和要看的'),
      hyperlink(`#gid=${sheetIdOf(openMattersTab.key)}`, '打开表格'),
    ],
  ];
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: homeTab.title,
          index: 0,
          gridProperties: { rowCount: lines.length + 10, columnCount: 4, hideGridlines: true },
        },
      },
    },
    ...lines.map((cells, index) => row(sheetId, index, cells)),
    ...registers.flatMap(({ key }, index) =>
      startsOff.has(key) ? [hiddenRow(sheetId, before.length + index)] : [],
    ),
    ...[140, 480, 100, 100].map((pixelSize, index) => width(sheetId, index, pixelSize, false)),
  ];
}

export function text(
  value: string,
  format?: sheets_v4.Schema$CellFormat,
): sheets_v4.Schema$CellData {
  return {
    userEnteredValue: { stringValue: value },
    ...(format ? { userEnteredFormat: format } : {}),
  };
}

/** A link that opens something. */
export function hyperlink(url: string, label: string): sheets_v4.Schema$CellData {
  return {
    userEnteredValue: { formulaValue: `=HYPERLINK("${url.replaceAll('"', '%22')}","${label}")` },
  };
}

/** Cells of one row, from a column on. */
export function row(
  sheetId: number,
  rowIndex: number,
  values: readonly sheets_v4.Schema$CellData[],
  columnIndex = 0,
): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: [{ values: [...values] }],
      fields: 'userEnteredValue,userEnteredFormat',
    },
  };
}

export function width(
  sheetId: number,
  index: number,
  pixelSize: number,
  hiddenByUser: boolean,
): Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
      properties: { pixelSize, hiddenByUser },
      fields: 'pixelSize,hiddenByUser',
    },
  };
}

function hiddenRow(sheetId: number, index: number): Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex: index, endIndex: index + 1 },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  };
}
