import { columnMetadataKey, tabColumns } from '#platform/workbook/frame-columns.ts';
import type { Register } from '#schema/register.ts';
import { numberedColumns } from '#schema/row-number.ts';
import type { Cell, SheetState, SpreadsheetState } from '#scripts/local-google/sheets/model.ts';

/** Numbers that somebody typed and a write of ours took away: rows moved on its way, and they must be put back. */
export function numbersTaken(
  before: SpreadsheetState,
  after: SpreadsheetState,
  registers: readonly Register[],
): readonly string[] {
  const [was, now] = [before, after].map((state) =>
    state.sheets.flatMap((sheet) =>
      [...columnsWhere(state, sheet, registers, isNumbered)].flatMap((index) =>
        sheet.rows.slice(1).flatMap((row) => (isBlank(row[index]) ? [] : [shown(row[index])])),
      ),
    ),
  );
  return (was ?? []).filter((number) => !now?.includes(number));
}

/** Tabs of ours, which staff cannot type into but for the reasons in 待办. */
const ourTabs = new Set(['首页', '待办', '引用']);

/**
 * What one write of ours did to cells that staff may have typed: it changed one that was not blank, or typed into a row
 * that was there. The columns that the functions fill, and new rows, are ours.
 *
 * @param atStart the spreadsheet when the look began: where a header was blank then, one typed since may be lost to the
 *   one that is put back (decision 0019)
 */
export function touched(
  before: SpreadsheetState,
  after: SpreadsheetState,
  registers: readonly Register[],
  isForm: boolean,
  atStart: SpreadsheetState | undefined,
): readonly string[] {
  return before.sheets.flatMap((sheet) => {
    const now = sheetIn(after, sheet);
    if (ourTabs.has(sheet.properties.title) || now?.rows === sheet.rows) return [];
    if (!now) return [`the tab ${sheet.properties.title} is gone`];
    const ours = columnsWhere(before, sheet, registers, isFilledByCode);
    const header = sheetIn(atStart, sheet)?.rows[0] ?? [];
    const lacksHeader = Array.from(header).some(isBlank);
    const numbers = columnsWhere(before, sheet, registers, isNumbered);
    return sheet.rows.flatMap((row, rowIndex) => {
      const isNew = rowIndex > 0 && row.every((cell, index) => ours.has(index) || isBlank(cell));
      return Array.from(
        { length: Math.max(row.length, now.rows[rowIndex]?.length ?? 0) },
        (_, index) => ({ index, was: row[index], is: now.rows[rowIndex]?.[index] }),
      ).flatMap(({ index, was, is }) => {
        const isAllowed =
          (rowIndex > 0 && ours.has(index)) ||
          (isBlank(was) && (rowIndex === 0 || isNew)) ||
          (rowIndex === 0 && lacksHeader) ||
          (rowIndex > 0 && numbers.has(index));
        const isSetRight = isForm && holds(now.rows[rowIndex], was) && holds(row, is);
        return shown(was) === shown(is) || isAllowed || isSetRight
          ? []
          : [`${sheet.properties.title} ${rowIndex}/${index}: ${shown(was)} → ${shown(is)}`];
      });
    });
  });
}

function sheetIn(
  state: SpreadsheetState | undefined,
  { properties: { sheetId } }: SheetState,
): SheetState | undefined {
  return state?.sheets.find(({ properties }) => properties.sheetId === sheetId);
}

type Which = (register: Register, key: string) => boolean;

const isFilledByCode: Which = (register, key) =>
  tabColumns(register).some(([name, column]) => name === key && column.filledByCode === true);

/** Numbers are given where a row has none. */
const isNumbered: Which = (register, key) =>
  numberedColumns(register).some(([name]) => name === key);

/** Columns of a tab, by their metadata. */
function columnsWhere(
  { developerMetadata }: SpreadsheetState,
  { properties: { sheetId } }: SheetState,
  registers: readonly Register[],
  which: Which,
): ReadonlySet<number> {
  return new Set(
    developerMetadata.flatMap(({ metadataKey, metadataValue = '', location }) => {
      const [owner, key = ''] = metadataValue.split('/');
      const register = registers.find((one) => one.key === owner);
      return metadataKey === columnMetadataKey &&
        location.type === 'column' &&
        location.sheetId === sheetId &&
        register &&
        which(register, key)
        ? [location.index]
        : [];
    }),
  );
}

/** A row of a form is set right within itself when columns moved while it was on its way. */
function holds(row: readonly (Cell | undefined)[] | undefined, cell: Cell | undefined): boolean {
  return isBlank(cell) || (row ?? []).some((one) => shown(one) === shown(cell));
}

function isBlank(cell: Cell | undefined): boolean {
  return shown(cell) === '';
}

/** What stands in a cell; a formula says another thing where columns moved, and is the same. */
function shown(cell: Cell | undefined): string {
  if (cell?.value === undefined) return '';
  return 'formulaValue' in cell.value ? '=' : JSON.stringify(Object.values(cell.value)[0]);
}
