import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { positiveInt31, type Random } from '#platform/random.ts';
import { GoogleError, invalidArgument } from '../errors.ts';
import { sheetTitled } from './a1.ts';
import type { GridProperties, SheetProperties, SheetState, SpreadsheetState } from './model.ts';

type Given = sheets_v4.Schema$SheetProperties;

/** A blank tab as Google makes one, with the properties of a request. Throws 400 for wrong ones. */
export function newSheet(
  spreadsheet: Pick<SpreadsheetState, 'sheets' | 'properties'>,
  given: Given,
  random: Random,
): SheetState {
  if (given.sheetType && given.sheetType !== 'GRID') {
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      `Sheets of type ${given.sheetType} are not served by the local Google`,
    );
  }
  const title = given.title || freeTitle(spreadsheet);
  requireFreeTitle(spreadsheet, title);
  const sheetId = given.sheetId ?? freeSheetId(spreadsheet, random);
  requireFreeSheetId(spreadsheet, sheetId);
  const properties: SheetProperties = {
    sheetId,
    title,
    index: given.index ?? spreadsheet.sheets.length,
    sheetType: 'GRID',
    gridProperties: gridFrom(given.gridProperties),
    ...(given.hidden && { hidden: true }),
    ...(given.rightToLeft && { rightToLeft: true }),
    ...(given.tabColor && { tabColor: given.tabColor }),
    ...(given.tabColorStyle && { tabColorStyle: given.tabColorStyle }),
  };
  return blankSheet(properties);
}

/** A tab without content. */
function blankSheet(properties: SheetProperties): SheetState {
  return {
    properties,
    rows: [],
    rowDimensions: [],
    columnDimensions: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    filterViews: [],
    bandedRanges: [],
    tables: [],
  };
}

function gridFrom(given: sheets_v4.Schema$GridProperties | undefined): GridProperties {
  const { rowCount, columnCount, frozenRowCount, frozenColumnCount } = given ?? {};
  return {
    rowCount: requireSize(rowCount ?? 1000),
    columnCount: requireSize(columnCount ?? 26),
    ...(frozenRowCount && { frozenRowCount }),
    ...(frozenColumnCount && { frozenColumnCount }),
    ...(given?.hideGridlines && { hideGridlines: true }),
    ...(given?.rowGroupControlAfter && { rowGroupControlAfter: true }),
    ...(given?.columnGroupControlAfter && { columnGroupControlAfter: true }),
  };
}

function requireSize(count: number): number {
  if (count < 1)
    throw invalidArgument('gridProperties: rowCount and columnCount must be at least 1');
  return count;
}

/** Throws 400 if a tab is called so already, whatever the case of its letters. */
export function requireFreeTitle(
  spreadsheet: Pick<SpreadsheetState, 'sheets'>,
  title: string,
  exceptSheetId?: number,
): void {
  const clash = spreadsheet.sheets.find(
    (sheet) => sheet.properties.title.toLowerCase() === title.toLowerCase(),
  );
  if (clash && clash.properties.sheetId !== exceptSheetId) {
    throw invalidArgument(
      `A sheet with the name "${title}" already exists. Please enter another name.`,
    );
  }
}

/** Throws 400 for an id that a tab has, or none can have. */
export function requireFreeSheetId(
  spreadsheet: Pick<SpreadsheetState, 'sheets'>,
  sheetId: number,
): void {
  if (sheetId < 0) throw invalidArgument(`sheetId[${sheetId}] cannot be negative`);
  if (spreadsheet.sheets.some((sheet) => sheet.properties.sheetId === sheetId)) {
    throw invalidArgument(`A sheet with the id ${sheetId} already exists.`);
  }
}

/** An id no tab of the spreadsheet has. */
export function freeSheetId(spreadsheet: Pick<SpreadsheetState, 'sheets'>, random: Random): number {
  for (;;) {
    const sheetId = positiveInt31(random);
    if (!spreadsheet.sheets.some((sheet) => sheet.properties.sheetId === sheetId)) return sheetId;
  }
}

function freeTitle({
  sheets,
  properties,
}: Pick<SpreadsheetState, 'sheets' | 'properties'>): string {
  const word = properties.locale.startsWith('zh') ? '工作表' : 'Sheet';
  for (let number = sheets.length + 1; ; number += 1) {
    const title = `${word}${number}`;
    if (!sheets.some((sheet) => sheet.properties.title === title)) return title;
  }
}

/** A title for a copy that no tab has: `… 的副本`, `… 的副本 2`. */
export function copyTitle(spreadsheet: SpreadsheetState, title: string): string {
  const plain = spreadsheet.properties.locale.startsWith('zh')
    ? `${title}的副本`
    : `Copy of ${title}`;
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? plain : `${plain} ${number}`;
    if (!sheetTitled(spreadsheet, wanted)) return wanted;
  }
}

/** The tabs in order, numbered from 0. */
export function numbered(sheets: readonly SheetState[]): SheetState[] {
  return sheets.map((sheet, index) =>
    sheet.properties.index === index
      ? sheet
      : { ...sheet, properties: { ...sheet.properties, index } },
  );
}

/** The tabs with one put in at a place; at the end if there is no such place. */
export function withSheetAt(
  sheets: readonly SheetState[],
  sheet: SheetState,
  index: number,
): SheetState[] {
  const at = Math.max(0, Math.min(index, sheets.length));
  return numbered([...sheets.slice(0, at), sheet, ...sheets.slice(at)]);
}
