import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import type { Edit } from '../edit.ts';
import { type FieldMask, names, parseFieldMask, under, withMasked } from '../field-mask.ts';
import { renameSheet } from '../formula-references.ts';
import { deleteLines, insertLines, type Lines, lineCount } from '../grid-moves.ts';
import { changeGrid } from '../grid-size.ts';
import type { GridProperties, SheetProperties } from '../model.ts';
import { numbered, requireFreeTitle } from '../new-sheet.ts';
import { rewriteFormulas } from '../shift.ts';
import type { RequestHandler } from './index.ts';

/** Renames, moves, hides, colours, freezes or resizes a tab. */
export const updateSheetProperties: RequestHandler<'updateSheetProperties'> = (request, edit) => {
  const mask = parseFieldMask(request.fields);
  const given = request.properties ?? {};
  const sheetId = given.sheetId ?? 0;
  edit.sheet(sheetId);
  const grid = under(mask, 'gridProperties');
  if (grid) updateGrid(edit, sheetId, given.gridProperties ?? {}, grid);
  if (mask !== 'everything' || given.title) {
    if (names(mask, 'title')) rename(edit, sheetId, given.title ?? '');
  }
  updateLooks(edit, sheetId, given, mask);
  if (names(mask, 'index') && typeof given.index === 'number') {
    moveSheet(edit, sheetId, given.index);
  }
  const visible = edit.spreadsheet().sheets.some((sheet) => !sheet.properties.hidden);
  if (!visible) throw invalidArgument("You can't hide all the sheets in a document.");
};

function updateGrid(
  edit: Edit,
  sheetId: number,
  given: sheets_v4.Schema$GridProperties,
  mask: FieldMask,
): void {
  if (names(mask, 'rowCount')) resize(edit, { sheetId, dimension: 'ROWS' }, given.rowCount);
  if (names(mask, 'columnCount')) {
    resize(edit, { sheetId, dimension: 'COLUMNS' }, given.columnCount);
  }
  const before = edit.sheet(sheetId).properties.gridProperties;
  const after = withMasked<sheets_v4.Schema$GridProperties>(before, given, mask);
  const { rowCount, columnCount } = before;
  const { frozenRowCount, frozenColumnCount } = after ?? {};
  const kept: GridProperties = {
    rowCount,
    columnCount,
    ...(frozenRowCount && { frozenRowCount }),
    ...(frozenColumnCount && { frozenColumnCount }),
    ...(after?.hideGridlines && { hideGridlines: true }),
    ...(after?.rowGroupControlAfter && { rowGroupControlAfter: true }),
    ...(after?.columnGroupControlAfter && { columnGroupControlAfter: true }),
  };
  if ((frozenRowCount ?? 0) >= rowCount || (frozenColumnCount ?? 0) >= columnCount) {
    throw invalidArgument("You can't freeze all visible rows or columns on the sheet.");
  }
  const { properties } = edit.sheet(sheetId);
  edit.changeSheet(sheetId, { properties: { ...properties, gridProperties: kept } });
  changeGrid(edit, sheetId, {});
}

/** Adds or cuts off rows or columns at the far edge; what was on them is gone. */
function resize(edit: Edit, lines: Lines, wanted: number | null | undefined): void {
  const before = lineCount(edit.sheet(lines.sheetId), lines.dimension);
  if (!wanted || wanted < 1) {
    throw invalidArgument('gridProperties: rowCount and columnCount must be at least 1');
  }
  if (wanted > before) insertLines(edit, lines, before, wanted - before);
  if (wanted < before) deleteLines(edit, lines, { start: wanted, end: before });
}

function rename(edit: Edit, sheetId: number, title: string): void {
  const { properties } = edit.sheet(sheetId);
  if (title === properties.title) return;
  if (title === '') throw invalidArgument('Sheet name cannot be empty.');
  requireFreeTitle(edit.spreadsheet(), title, sheetId);
  edit.changeSheet(sheetId, { properties: { ...properties, title } });
  rewriteFormulas(edit, (formula) => renameSheet(formula, properties.title, title));
}

function updateLooks(
  edit: Edit,
  sheetId: number,
  given: sheets_v4.Schema$SheetProperties,
  mask: FieldMask,
): void {
  const { properties } = edit.sheet(sheetId);
  const { hidden, rightToLeft, tabColor, tabColorStyle, ...rest } = properties;
  const after: SheetProperties = {
    ...rest,
    ...(pick('hidden', given.hidden, hidden) && { hidden: true }),
    ...(pick('rightToLeft', given.rightToLeft, rightToLeft) && { rightToLeft: true }),
    ...member('tabColor', pick('tabColor', given.tabColor, tabColor)),
    ...member('tabColorStyle', pick('tabColorStyle', given.tabColorStyle, tabColorStyle)),
  };
  edit.changeSheet(sheetId, { properties: after });

  function pick<T>(name: string, wanted: T | null | undefined, before: T | undefined) {
    return names(mask, name) ? (wanted ?? undefined) : before;
  }
}

function member<K extends string, T>(name: K, value: T | undefined) {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: T });
}

/** Moves a tab before the one that has the index now; the order of the others stays. */
function moveSheet(edit: Edit, sheetId: number, index: number): void {
  const sheets = edit.spreadsheet().sheets.slice();
  const from = sheets.findIndex((sheet) => sheet.properties.sheetId === sheetId);
  if (index < 0 || index > sheets.length) {
    throw invalidArgument(`index[${index}] is outside the ${sheets.length} sheets`);
  }
  const moved = sheets.splice(from, 1);
  const to = index > from ? index - 1 : index;
  edit.changeSpreadsheet({
    sheets: numbered([...sheets.slice(0, to), ...moved, ...sheets.slice(to)]),
  });
}
