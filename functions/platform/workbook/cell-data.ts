import { cellOfValue } from '#schema/cell.ts';
import type { Column } from '#schema/columns.ts';
import type { Cell, Value } from '#schema/values.ts';
import type { SheetsSchema as sheets_v4 } from '../google/index.ts';

/** How a kind of column shows its numbers; the same pattern in the tab and in each appended cell. */
export function numberFormatOf(column: Column): sheets_v4.Schema$NumberFormat | undefined {
  switch (column.kind) {
    case 'date':
      return { type: 'DATE', pattern: 'yyyy-mm-dd' };
    case 'time':
      return { type: 'TIME', pattern: 'hh:mm' };
    case 'moment':
      return { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' };
    case 'money':
      return { type: 'NUMBER', pattern: '#,##0.00' };
    case 'text':
    case 'code':
    case 'phone':
      return { type: 'TEXT', pattern: '@' };
    default:
      return undefined;
  }
}

/** RAW: text stays text whatever it begins with; numbers and dates go as numbers. */
export function enteredValue(cell: Cell): sheets_v4.Schema$ExtendedValue {
  if (cell === undefined) return {};
  if (typeof cell === 'number') return { numberValue: cell };
  if (typeof cell === 'boolean') return { boolValue: cell };
  return { stringValue: cell };
}

/** How a row came in, in words that open the page about it where there is one. */
export function originCell(
  words: Value | undefined,
  page: string | undefined,
): sheets_v4.Schema$CellData {
  const shown = words ?? (page === undefined ? undefined : '查看');
  return {
    userEnteredValue: enteredValue(shown),
    userEnteredFormat: {
      numberFormat: { type: 'TEXT', pattern: '@' },
      ...(page !== undefined && { textFormat: { link: { uri: page } } }),
    },
  };
}

/** The cell of a value, with the number format of its column. */
export function cellData(column: Column, value: Value | undefined): sheets_v4.Schema$CellData {
  const numberFormat = numberFormatOf(column);
  return {
    userEnteredValue: enteredValue(cellOfValue(column, value)),
    ...(numberFormat === undefined ? {} : { userEnteredFormat: { numberFormat } }),
  };
}
