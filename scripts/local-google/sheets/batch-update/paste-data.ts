import { GoogleError, invalidArgument } from '../../errors.ts';
import { writeCells } from '../cell-writing.ts';
import { createEnter } from '../entering.ts';
import { growGrid } from '../grid-size.ts';
import type { RequestHandler } from './index.ts';

/** Pastes text whose cells are parted by a delimiter, as if it were typed. */
export const pasteData: RequestHandler<'pasteData'> = (request, edit) => {
  if (request.html) {
    throw new GoogleError(501, 'UNIMPLEMENTED', 'html is not served by the local Google');
  }
  if (!request.delimiter) throw invalidArgument("Must specify 'delimiter' or 'html'.");
  const { sheetId, rowIndex, columnIndex } = request.coordinate ?? {};
  const lines = readDelimited(request.data ?? '', request.delimiter);
  const width = Math.max(0, ...lines.map((line) => line.length));
  const range = {
    sheetId: sheetId ?? 0,
    startRowIndex: rowIndex ?? 0,
    endRowIndex: (rowIndex ?? 0) + lines.length,
    startColumnIndex: columnIndex ?? 0,
    endColumnIndex: (columnIndex ?? 0) + width,
  };
  growGrid(edit, range.sheetId, { rows: range.endRowIndex, columns: range.endColumnIndex });
  const enter = createEnter('USER_ENTERED', edit.spreadsheet(), edit.context);
  writeCells(edit, range, (before, row, column) => {
    const text = lines[row - range.startRowIndex]?.[column - range.startColumnIndex];
    return text === undefined ? before : enter(before, text);
  });
};

/** Lines of cells; a cell in double quotes may hold delimiters and line breaks. */
function readDelimited(data: string, delimiter: string): string[][] {
  const lines: string[][] = [[]];
  let at = 0;
  while (at <= data.length) {
    const quoted = data[at] === '"' ? /^"((?:[^"]|"")*)"/.exec(data.slice(at)) : null;
    const end = quoted ? at + quoted[0].length : endOfCell(data, at, delimiter);
    lines.at(-1)?.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : data.slice(at, end));
    if (data.startsWith(delimiter, end)) {
      at = end + delimiter.length;
      continue;
    }
    const lineBreak = /^\r?\n/.exec(data.slice(end, end + 2))?.[0].length ?? 0;
    at = end + Math.max(lineBreak, 1);
    if (lineBreak > 0 && at < data.length) lines.push([]);
    else break;
  }
  return lines;
}

function endOfCell(data: string, at: number, delimiter: string): number {
  const stops = [data.indexOf(delimiter, at), data.indexOf('\n', at)].filter((stop) => stop >= 0);
  const end = Math.min(data.length, ...stops);
  return data[end] === '\n' && data[end - 1] === '\r' ? end - 1 : end;
}
