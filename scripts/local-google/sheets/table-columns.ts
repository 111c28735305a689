import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../errors.ts';
import type { Edit } from './edit.ts';
import type { Cell, ClosedRange, TableColumnState, TableState } from './model.ts';
import { freeColumnName } from './shift-tables.ts';
import { bodyOfColumn } from './typed-columns.ts';

type Given = sheets_v4.Schema$TableColumnProperties;

/**
 * One column for each of the range. What the request names is written into the header row; what it
 * leaves out takes its name from there and has no type.
 *
 * @throws 400 for a column outside the table or named twice, a drop-down without its list, a list for
 * another type, or two columns of one name.
 */
export function tableColumns(
  edit: Edit,
  range: ClosedRange,
  given: readonly Given[],
  unnamed: 'numbered' | 'refused',
): TableColumnState[] {
  const byIndex = indexColumns(given, range.endColumnIndex - range.startColumnIndex);
  const taken = new Set(given.flatMap(({ columnName }) => columnName ?? []));
  const columns = Array.from(
    { length: range.endColumnIndex - range.startColumnIndex },
    (_, columnIndex): TableColumnState => {
      const asked = byIndex.get(columnIndex);
      if (asked && !asked.columnName && unnamed === 'refused') {
        throw invalidArgument('Table header row cell must have a value.');
      }
      const name = asked?.columnName ?? (asked ? undefined : headerText(edit, range, columnIndex));
      const columnName = name || freeColumnName(taken);
      taken.add(columnName);
      return { columnIndex, columnName, ...typeOf(asked) };
    },
  );
  requireDistinct(columns);
  return columns;
}

function indexColumns(given: readonly Given[], width: number): ReadonlyMap<number, Given> {
  const byIndex = new Map<number, Given>();
  for (const column of given) {
    const index = column.columnIndex ?? 0;
    if (index < 0 || index >= width) {
      throw invalidArgument(`Column index ${index} is outside the table.`);
    }
    if (byIndex.has(index)) throw invalidArgument(`Column index ${index} is given twice.`);
    byIndex.set(index, column);
  }
  return byIndex;
}

function typeOf(
  asked: Given | undefined,
): Pick<TableColumnState, 'columnType' | 'dataValidationRule'> {
  const type = asked?.columnType;
  const rule = asked?.dataValidationRule;
  const condition = rule?.condition;
  if (type !== 'DROPDOWN') {
    if (rule) throw invalidArgument('Cannot set condition for non-dropdown column type.');
    return type && type !== 'COLUMN_TYPE_UNSPECIFIED' ? { columnType: type } : {};
  }
  if (!rule || !condition) {
    throw invalidArgument('Condition must be set for dropdown column type.');
  }
  if (condition.type !== 'ONE_OF_LIST' || !condition.values?.length) {
    throw invalidArgument('The condition of a dropdown column must be ONE_OF_LIST with values.');
  }
  return { columnType: type, dataValidationRule: rule };
}

function headerText(edit: Edit, range: ClosedRange, columnIndex: number): string | undefined {
  const value = edit.cell(
    range.sheetId,
    range.startRowIndex,
    range.startColumnIndex + columnIndex,
  )?.value;
  if (!value || 'formulaValue' in value) return undefined;
  if ('stringValue' in value) return value.stringValue;
  return 'numberValue' in value ? String(value.numberValue) : String(value.boolValue).toUpperCase();
}

function requireDistinct(columns: readonly TableColumnState[]): void {
  const seen = new Set<string>();
  for (const { columnName } of columns) {
    const name = columnName.toLowerCase();
    if (seen.has(name)) {
      throw invalidArgument(`Table column names must be unique; ${columnName} is there twice.`);
    }
    seen.add(name);
  }
}

/** Makes the cells what the table says: headers are its columns' names, typed columns obey their type. */
export function applyTable(edit: Edit, table: TableState): void {
  const { sheetId, startRowIndex, startColumnIndex } = table.range;
  for (const { columnIndex, columnName, columnType } of table.columnProperties) {
    const column = startColumnIndex + columnIndex;
    const before = edit.cell(sheetId, startRowIndex, column);
    edit.setCell(sheetId, startRowIndex, column, withHeader(before, columnName));
    const body = bodyOfColumn(table, columnIndex);
    if (!body || columnType === undefined) continue;
    for (let row = body.startRowIndex; row < body.endRowIndex; row += 1) {
      const cell = edit.cell(sheetId, row, column);
      edit.setCell(sheetId, row, column, withType(cell, columnType));
    }
  }
}

function withHeader(before: Cell | undefined, columnName: string): Cell {
  if (before?.value && 'stringValue' in before.value && before.value.stringValue === columnName) {
    return before;
  }
  const { textFormatRuns: _runs, ...rest } = before ?? {};
  return { ...rest, value: { stringValue: columnName } };
}

/** A typed column takes rules of its own from its cells; checkboxes and ratings leave none empty. */
function withType(before: Cell | undefined, columnType: string): Cell | undefined {
  const { validation: _validation, ...kept } = before ?? {};
  const value = kept.value;
  if (columnType === 'BOOLEAN' && !(value && ('boolValue' in value || 'formulaValue' in value))) {
    return { ...kept, value: { boolValue: false } };
  }
  if (columnType === 'RATINGS_CHIP' && !value) return { ...kept, value: { numberValue: 0 } };
  if (!before?.validation) return before;
  return Object.keys(kept).length > 0 ? kept : undefined;
}
