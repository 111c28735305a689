import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { requireCellLength } from '../cell-data.ts';
import { writeCells } from '../cell-writing.ts';
import type { Edit } from '../edit.ts';
import { createEnter } from '../entering.ts';
import type { Cell } from '../model.ts';
import { cellRange, clipRange, gridRangeFrom, rangeInGrid } from '../ranges.ts';
import { formatEffective } from '../render.ts';
import type { RequestHandler } from './index.ts';

/** Replaces text in cells; results are taken as if they were typed. Formulas only if asked. */
export const findReplace: RequestHandler<'findReplace'> = (request, edit) => {
  const pattern = patternOf(request);
  const replacement = request.searchByRegex
    ? (request.replacement ?? '')
    : (request.replacement ?? '').replaceAll('$', '$$$$');
  const enter = createEnter('USER_ENTERED', edit.spreadsheet(), edit.context);
  const counts = { values: 0, formulas: 0, occurrences: 0, rows: new Set<string>() };
  const sheets = new Set<number>();
  for (const range of rangesOf(request, edit)) {
    const rows = edit.sheet(range.sheetId).rows.slice(range.startRowIndex, range.endRowIndex);
    for (const [offset, cells] of rows.entries()) {
      const row = range.startRowIndex + offset;
      for (let column = range.startColumnIndex; column < range.endColumnIndex; column += 1) {
        const found = textOf(cells[column], request.includeFormulas === true);
        const occurrences = found?.text.match(pattern)?.length ?? 0;
        if (found === undefined || occurrences === 0) continue;
        const text = found.text.replace(pattern, replacement);
        requireCellLength(text);
        const place = cellRange(range.sheetId, row, column);
        writeCells(edit, place, (before) => enter(before, text));
        counts.occurrences += occurrences;
        counts[found.isFormula ? 'formulas' : 'values'] += 1;
        counts.rows.add(`${range.sheetId}:${row}`);
        sheets.add(range.sheetId);
      }
    }
  }
  return {
    valuesChanged: counts.values,
    formulasChanged: counts.formulas,
    rowsChanged: counts.rows.size,
    sheetsChanged: sheets.size,
    occurrencesChanged: counts.occurrences,
  };
};

function patternOf(request: sheets_v4.Schema$FindReplaceRequest): RegExp {
  const find = request.find ?? '';
  if (find === '') throw invalidArgument("'find' must not be empty.");
  const source = request.searchByRegex ? find : find.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const flags = request.matchCase ? 'gu' : 'giu';
  try {
    return new RegExp(request.matchEntireCell ? `^(?:${source})$` : source, flags);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidArgument(`Invalid regular expression: ${find}`);
    throw error;
  }
}

function rangesOf(request: sheets_v4.Schema$FindReplaceRequest, edit: Edit) {
  if (request.range) {
    const asked = gridRangeFrom(request.range);
    return [rangeInGrid(asked, edit.sheet(asked.sheetId))];
  }
  const { sheets } = edit.spreadsheet();
  const wanted = request.allSheets
    ? sheets
    : sheets.filter((sheet) => sheet.properties.sheetId === request.sheetId);
  if (wanted.length === 0) {
    throw invalidArgument("Must specify 'range', 'sheetId' or 'allSheets'.");
  }
  return wanted.flatMap((sheet) => clipRange({ sheetId: sheet.properties.sheetId }, sheet) ?? []);
}

function textOf(
  cell: Cell | undefined,
  includeFormulas: boolean,
): { text: string; isFormula: boolean } | undefined {
  const value = cell?.value;
  if (!value) return undefined;
  if (!('formulaValue' in value)) {
    return { text: formatEffective(value, cell.format), isFormula: false };
  }
  return includeFormulas ? { text: value.formulaValue, isFormula: true } : undefined;
}
