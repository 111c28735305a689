import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { conditionContext } from './condition-context.ts';
import { formatOf } from './conditional-format.ts';
import { metadataToContract } from './developer-metadata.ts';
import { type FieldMask, names, under } from './field-mask.ts';
import type { Formulas } from './formulas.ts';
import type {
  Cell,
  CellFormat,
  ClosedRange,
  Dimension,
  SheetState,
  SpreadsheetState,
} from './model.ts';
import { formatEffective, type Rendering } from './render.ts';

/** What grid data is made from. */
export interface GridSource {
  readonly spreadsheet: SpreadsheetState;
  readonly rendering: Rendering;
  readonly formulas: Formulas;
}

const usualRowHeight = 21;
const usualColumnWidth = 100;

/**
 * The cells of a range with all that is known of them; trailing blank cells and rows are left out.
 * What the mask does not name is not computed.
 */
export function gridDataOf(
  source: GridSource,
  sheet: SheetState,
  range: ClosedRange,
  mask: FieldMask,
): sheets_v4.Schema$GridData {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  const cellMask = ['rowData', 'values'].reduce<FieldMask | undefined>(under, mask);
  const rowData = cellMask ? rowDataOf(source, sheet, range, cellMask) : [];
  return {
    ...(startRowIndex > 0 && { startRow: startRowIndex }),
    ...(startColumnIndex > 0 && { startColumn: startColumnIndex }),
    ...(rowData.length > 0 && { rowData }),
    ...(names(mask, 'rowMetadata') && {
      rowMetadata: dimensionsOf(source, sheet, 'row', startRowIndex, endRowIndex),
    }),
    ...(names(mask, 'columnMetadata') && {
      columnMetadata: dimensionsOf(source, sheet, 'column', startColumnIndex, endColumnIndex),
    }),
  };
}

function rowDataOf(
  source: GridSource,
  sheet: SheetState,
  range: ClosedRange,
  mask: FieldMask,
): sheets_v4.Schema$RowData[] {
  const cellData = cellReader(source, sheet, mask);
  const rows: sheets_v4.Schema$RowData[] = [];
  const end = Math.min(range.endRowIndex, sheet.rows.length);
  let used = 0;
  for (let row = range.startRowIndex; row < end; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const last = lastCell(cells, range.startColumnIndex, range.endColumnIndex);
    if (last < range.startColumnIndex) {
      rows.push({});
      continue;
    }
    const values: sheets_v4.Schema$CellData[] = [];
    for (let column = range.startColumnIndex; column <= last; column += 1) {
      values.push(cellData(cells[column], row, column));
    }
    rows.push({ values });
    used = rows.length;
  }
  return rows.slice(0, used);
}

function lastCell(cells: readonly (Cell | undefined)[], start: number, end: number): number {
  let last = Math.min(cells.length, end) - 1;
  while (last >= start && cells[last] === undefined) last -= 1;
  return last;
}

function cellReader(
  { spreadsheet, rendering, formulas }: GridSource,
  sheet: SheetState,
  mask: FieldMask,
): (cell: Cell | undefined, row: number, column: number) => sheets_v4.Schema$CellData {
  const { sheetId } = sheet.properties;
  const wantsShown =
    names(mask, 'effectiveValue') ||
    names(mask, 'formattedValue') ||
    names(mask, 'effectiveFormat');
  const contextFor =
    names(mask, 'effectiveFormat') && sheet.conditionalFormats.length > 0
      ? conditionContext(formulas, spreadsheet, sheetId)
      : undefined;
  return (cell, row, column) => {
    if (!cell) return {};
    const effective = wantsShown ? rendering.effectiveOf(cell, sheetId, row, column) : undefined;
    const format = rendering.formatOf(cell, sheetId, row, column);
    const conditional = contextFor && formatOf(sheet, row, column, effective, contextFor);
    return {
      ...(cell.value && { userEnteredValue: { ...cell.value } }),
      ...(effective && {
        effectiveValue: { ...effective },
        formattedValue: formatEffective(effective, format),
      }),
      ...(cell.format && { userEnteredFormat: cell.format }),
      ...(names(mask, 'effectiveFormat') && {
        effectiveFormat: effectiveFormat(spreadsheet.properties.defaultFormat, format, conditional),
      }),
      ...hyperlinkOf(cell),
      ...(cell.note !== undefined && { note: cell.note }),
      ...(cell.textFormatRuns && { textFormatRuns: [...cell.textFormatRuns] }),
      ...(cell.validation && { dataValidation: cell.validation }),
    };
  };
}

/** Where the whole cell leads to, by its format or by a HYPERLINK formula with a plain address. */
function hyperlinkOf({ value, format }: Cell): { hyperlink?: string } {
  const formula = value && 'formulaValue' in value ? value.formulaValue : '';
  const hyperlink =
    format?.textFormat?.link?.uri ?? /^=HYPERLINK\(\s*"([^"]*)"/i.exec(formula)?.[1];
  return hyperlink ? { hyperlink } : {};
}

function effectiveFormat(
  usual: CellFormat | undefined,
  own: CellFormat | undefined,
  conditional: CellFormat | undefined,
): CellFormat {
  const textFormat = {
    ...usual?.textFormat,
    ...own?.textFormat,
    ...conditional?.textFormat,
  };
  return {
    ...usual,
    ...own,
    ...conditional,
    ...(Object.keys(textFormat).length > 0 && { textFormat }),
  };
}

function dimensionsOf(
  { spreadsheet }: GridSource,
  sheet: SheetState,
  type: 'row' | 'column',
  start: number,
  end: number,
): sheets_v4.Schema$DimensionProperties[] {
  const dimensions = type === 'row' ? sheet.rowDimensions : sheet.columnDimensions;
  const usual = type === 'row' ? usualRowHeight : usualColumnWidth;
  const attached = new Map<number, sheets_v4.Schema$DeveloperMetadata[]>();
  for (const metadata of spreadsheet.developerMetadata) {
    const { location } = metadata;
    if (location.type !== type || location.sheetId !== sheet.properties.sheetId) continue;
    const here = attached.get(location.index) ?? [];
    attached.set(location.index, [...here, metadataToContract(metadata)]);
  }
  return Array.from({ length: end - start }, (_, offset) =>
    dimensionOf(dimensions[start + offset], usual, attached.get(start + offset)),
  );
}

function dimensionOf(
  dimension: Dimension | undefined,
  usual: number,
  developerMetadata: sheets_v4.Schema$DeveloperMetadata[] | undefined,
): sheets_v4.Schema$DimensionProperties {
  return {
    ...(dimension?.hiddenByUser && { hiddenByUser: true }),
    pixelSize: dimension?.pixelSize ?? usual,
    ...(developerMetadata && { developerMetadata }),
  };
}
