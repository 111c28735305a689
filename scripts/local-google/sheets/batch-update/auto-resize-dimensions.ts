import type { Edit } from '../edit.ts';
import type { Cell, Dimension } from '../model.ts';
import { linesFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';

const narrowest = 21;
const paddingOfText = 12;

/** Makes columns as wide as their longest text, roughly, and gives rows their usual height. */
export const autoResizeDimensions: RequestHandler<'autoResizeDimensions'> = (request, edit) => {
  const { lines, span, count } = linesFrom(request.dimensions, edit);
  const end = Math.min(span.end, count);
  const rows = lines.dimension === 'ROWS';
  const member = rows ? 'rowDimensions' : 'columnDimensions';
  const list = edit.sheet(lines.sheetId)[member].slice();
  while (list.length < end) list.push(undefined);
  for (let index = span.start; index < end; index += 1) {
    const pixelSize = rows ? narrowest : widthOfColumn(edit, lines.sheetId, index);
    const resized: Dimension = { ...list[index], pixelSize };
    list[index] = resized;
  }
  edit.changeSheet(lines.sheetId, { [member]: list });
};

function widthOfColumn(edit: Edit, sheetId: number, column: number): number {
  const widths = edit.sheet(sheetId).rows.map((row) => widthOfText(textOf(row[column])));
  return widths.reduce((widest, width) => Math.max(widest, width + paddingOfText), narrowest);
}

function textOf(cell: Cell | undefined): string {
  const value = cell?.value;
  if (!value || 'formulaValue' in value) return '';
  if ('stringValue' in value) return value.stringValue;
  return 'numberValue' in value ? String(value.numberValue) : String(value.boolValue);
}

/** Chinese characters are twice as wide as Latin ones. */
function widthOfText(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 14 : 7), 0);
}
