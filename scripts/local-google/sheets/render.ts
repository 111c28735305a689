import { shownError } from './formulas/error-values.ts';
import type { Formulas, ValueOf } from './formulas.ts';
import type { Cell, EffectiveValue, SpreadsheetState } from './model.ts';
import { formatNumber, isDateFormat } from './number-format.ts';
import { formatOfColumn } from './typed-format.ts';

/** Shows the cells of one version of a spreadsheet; formulas are computed when first met. */
export interface Rendering {
  /** Undefined for an empty cell. */
  effective(sheetId: number, row: number, column: number): EffectiveValue | undefined;
  /** The same for a cell that is at hand. */
  effectiveOf(
    cell: Cell | undefined,
    sheetId: number,
    row: number,
    column: number,
  ): EffectiveValue | undefined;
  /** The format by which a cell shows its value: its own, or that of its table's typed column. */
  formatOf(cell: Cell | undefined, sheetId: number, row: number, column: number): Cell['format'];
}

export function createRendering(spreadsheet: SpreadsheetState, formulas: Formulas): Rendering {
  const byId = new Map(spreadsheet.sheets.map((sheet) => [sheet.properties.sheetId, sheet]));
  let results: ValueOf | undefined;

  function effectiveOf(
    cell: Cell | undefined,
    sheetId: number,
    row: number,
    column: number,
  ): EffectiveValue | undefined {
    const value = cell?.value;
    if (!value || !('formulaValue' in value)) return value;
    results ??= formulas.evaluate(spreadsheet);
    return results(sheetId, row, column);
  }

  return {
    effective: (sheetId, row, column) =>
      effectiveOf(byId.get(sheetId)?.rows[row]?.[column], sheetId, row, column),
    effectiveOf,
    formatOf(cell, sheetId, row, column) {
      if (cell?.format?.numberFormat) return cell.format;
      const tables = byId.get(sheetId)?.tables ?? [];
      const numberFormat = tables.length > 0 && formatOfColumn(tables, row, column);
      return numberFormat ? { ...cell?.format, numberFormat } : cell?.format;
    },
  };
}

/** The text of a value under a cell's format. */
export function formatEffective(value: EffectiveValue, format: Cell['format']): string {
  if ('stringValue' in value) return value.stringValue;
  if ('boolValue' in value) return value.boolValue ? 'TRUE' : 'FALSE';
  if ('errorValue' in value) return shownError(value.errorValue.type);
  return formatNumber(value.numberValue, format?.numberFormat);
}

/** The JSON value of a cell without its format: dates are numbers unless they shall be texts. */
export function unformatted(
  value: EffectiveValue,
  format: Cell['format'],
  dates: 'SERIAL_NUMBER' | 'FORMATTED_STRING',
): string | number | boolean {
  if ('numberValue' in value) {
    return dates === 'FORMATTED_STRING' && isDateFormat(format?.numberFormat)
      ? formatEffective(value, format)
      : value.numberValue;
  }
  if ('boolValue' in value) return value.boolValue;
  return formatEffective(value, format);
}
