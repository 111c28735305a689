import type { Column } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { isForStaff } from '#schema/row.ts';
import type { SheetsSchema as sheets_v4 } from '../../google/index.ts';
import { findingColumn, tabColumns } from '../frame-columns.ts';
import { sheetIdOf } from '../tabs.ts';
import {
  type ColumnPlace,
  columnRequests,
  dropDownRequest,
  dropDownWords,
} from './column-requests.ts';

type Request = sheets_v4.Schema$Request;

/** Blank rows that a new table shows for typing; it grows with its rows. */
export const blankRows = 40;

/** Rows of a new tab: drop-downs reach as far, so that rows which the table takes in later have them too. */
const tabRows = 1000;

/** Requests that make a register's tab from nothing. */
export function newTabRequests(
  register: Register,
  {
    listColumns,
    editors,
    typed,
    hidden = false,
  }: {
    readonly listColumns: ReadonlyMap<string, number>;
    readonly editors: readonly string[];
    /** Choices as typed columns of the table; else as ordinary drop-downs. */
    readonly typed: boolean;
    /** The school does not use it yet: the tab is there, and staff do not see it. */
    readonly hidden?: boolean;
  },
): Request[] {
  const sheetId = sheetIdOf(register.key);
  const columns = tabColumns(register);
  const places = columns.map(
    ([key, column], index): ColumnPlace => ({
      sheetId,
      register: register.key,
      key,
      column,
      index,
    }),
  );
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: register.title.zh,
          ...(hidden && { hidden }),
          gridProperties: {
            rowCount: tabRows,
            columnCount: columns.length,
            frozenRowCount: 1,
            frozenColumnCount: 1,
          },
        },
      },
    },
    ...places.flatMap(columnRequests),
    {
      addTable: {
        table: {
          name: register.title.zh,
          range: {
            sheetId,
            startRowIndex: 0,
            endRowIndex: blankRows + 1,
            startColumnIndex: 0,
            endColumnIndex: columns.length,
          },
          columnProperties: columns.map(([, column], columnIndex) =>
            tableColumn(column, columnIndex, typed),
          ),
        },
      },
    },
    ...places
      .filter(({ column }) => column.kind === 'reference' || (!typed && dropDownWords(column)))
      .flatMap((place) =>
        dropDownRequest(place, 'to' in place.column ? listColumns.get(place.column.to) : undefined),
      ),
    ...severityColours({
      sheetId,
      startRowIndex: 1,
      ...columnSpan(places.findIndex(({ key }) => key === findingColumn)),
    }),
    ...tabProtections(
      register,
      places.flatMap(({ column, index }) => (isForStaff(column) ? [index] : [])),
      editors,
    ).map(({ request }) => request),
  ];
}

/** A protection of a tab, and which part it is of. */
export interface TabProtection {
  readonly part: 'tab' | 'headers';
  /** Whoever may not edit is warned only. */
  readonly isWarning: boolean;
  readonly request: Request;
}

/**
 * A tab that only the functions fill is protected outright; one of which they fill some columns leaves the others
 * open; else its headers are protected, with a warning only.
 *
 * @param open where the columns stand that are for staff
 */
export function tabProtections(
  register: Register,
  open: readonly number[],
  editors: readonly string[],
): readonly TabProtection[] {
  const sheetId = sheetIdOf(register.key);
  const description = `“${register.title.zh}”由系统填写；要改请找后勤主任`;
  if (register.writtenByCode)
    return [{ part: 'tab', isWarning: false, request: protect({ sheetId }, description, editors) }];
  if (!register.codeProtected)
    return [{ part: 'headers', isWarning: true, request: warnAtHeader(sheetId) }];
  const header = { sheetId, startRowIndex: 0, endRowIndex: 1 };
  const request: Request = {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId },
        unprotectedRanges: open.map((index) => ({ sheetId, ...columnSpan(index) })),
        description: '灰色表头的栏目由系统填写；要改请找后勤主任',
        editors: { users: [...editors] },
      },
    },
  };
  return [
    { part: 'tab', isWarning: false, request },
    { part: 'headers', isWarning: false, request: protect(header, '表头由系统填写', editors) },
  ];
}

/** Requests that add a column to a tab that exists, behind the column it follows, touching no row. */
export function newColumnRequests(
  place: ColumnPlace,
  listColumns: ReadonlyMap<string, number>,
): Request[] {
  const { sheetId, index, column } = place;
  return [
    {
      insertDimension: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        inheritFromBefore: index > 0,
      },
    },
    ...columnRequests(place),
    ...dropDownRequest(place, column.kind === 'reference' ? listColumns.get(column.to) : undefined),
  ];
}

function tableColumn(
  column: Column,
  columnIndex: number,
  typed: boolean,
): sheets_v4.Schema$TableColumnProperties {
  const words = typed ? dropDownWords(column) : undefined;
  return {
    columnIndex,
    columnName: column.title.zh,
    ...(words
      ? {
          columnType: 'DROPDOWN',
          dataValidationRule: {
            condition: {
              type: 'ONE_OF_LIST',
              values: words.map((userEnteredValue) => ({ userEnteredValue })),
            },
          },
        }
      : {}),
  };
}

export function columnSpan(index: number): sheets_v4.Schema$GridRange {
  return { startColumnIndex: index, endColumnIndex: index + 1 };
}

/** Two severities only, and grey for a row that is still being typed. */
export function severityColours(range: sheets_v4.Schema$GridRange): Request[] {
  const colours = [
    ['必须改', { red: 0.99, green: 0.85, blue: 0.83 }, { red: 0.65, green: 0.07, blue: 0.05 }],
    ['请看一下', { red: 1, green: 0.95, blue: 0.8 }, { red: 0.5, green: 0.33, blue: 0 }],
    ['未填完', { red: 0.93, green: 0.93, blue: 0.93 }, { red: 0.4, green: 0.4, blue: 0.4 }],
  ] as const;
  return colours.map(([word, background, foreground], index) => ({
    addConditionalFormatRule: {
      index,
      rule: {
        ranges: [range],
        booleanRule: {
          condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: word }] },
          format: {
            backgroundColorStyle: { rgbColor: background },
            textFormat: { foregroundColorStyle: { rgbColor: foreground } },
          },
        },
      },
    },
  }));
}

function warnAtHeader(sheetId: number): Request {
  return {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId, startRowIndex: 0, endRowIndex: 1 },
        description: '表头：可以改名或移动，改之前请想一想',
        warningOnly: true,
      },
    },
  };
}

/** A range that the functions alone may write; the description says in Chinese whom to ask. */
export function protect(
  range: sheets_v4.Schema$GridRange,
  description: string,
  editors: readonly string[],
): Request {
  return {
    addProtectedRange: { protectedRange: { range, description, editors: { users: [...editors] } } },
  };
}
