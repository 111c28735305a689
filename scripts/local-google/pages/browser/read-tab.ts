import { rangeName } from './a1.ts';
import type { Block, Outline, Sheet } from './answers.ts';
import { blocks, outline, values } from './answers.ts';
import type { Google } from './google.ts';

/** Rows a page shows; a longer tab is read page by page. */
export const rowsOfPage = 500;

const outlineFields = [
  'properties(title)',
  'sheets(properties(sheetId,title,hidden,tabColorStyle,gridProperties),merges,basicFilter(range)',
  'protectedRanges(protectedRangeId,range,description,warningOnly,requestingUserCanEdit,unprotectedRanges)',
  'tables(tableId,name,range,columnProperties(columnIndex,columnType,dataValidationRule)))',
].join(',');

const cellFields = [
  'userEnteredValue,formattedValue,note,hyperlink,dataValidation(condition,strict)',
  'effectiveFormat(backgroundColorStyle,textFormat,horizontalAlignment,wrapStrategy,numberFormat(type))',
].join(',');

const blockFields = `sheets(data(startRow,rowData(values(${cellFields})),rowMetadata(hiddenByUser),columnMetadata(hiddenByUser,pixelSize)))`;

/** Tabs with all but their cells. */
export function readOutline(google: Google): Promise<Outline> {
  return google.get('', { fields: outlineFields }, outline);
}

/** Which rows a page of a tab holds: its frozen rows, then its share. */
function rowsOn(sheet: Sheet, page: number): { start: number; end: number }[] {
  const { rowCount, frozenRowCount = 0 } = sheet.properties.gridProperties;
  const start = page * rowsOfPage;
  const end = Math.min(rowCount, start + rowsOfPage);
  return start <= frozenRowCount
    ? [{ start: 0, end }]
    : [
        { start: 0, end: frozenRowCount },
        { start, end },
      ].filter((rows) => rows.start < rows.end);
}

/** How many pages a tab has. */
export function pagesOf(sheet: Sheet): number {
  return Math.max(1, Math.ceil(sheet.properties.gridProperties.rowCount / rowsOfPage));
}

/** The cells of a page of a tab, hidden columns too. */
export async function readBlocks(google: Google, sheet: Sheet, page: number): Promise<Block[]> {
  const { title, gridProperties } = sheet.properties;
  const ranges = rowsOn(sheet, page).map(({ start, end }) =>
    rangeName(title, { top: start, bottom: end, left: 0, right: gridProperties.columnCount }),
  );
  const answer = await google.get('', { ranges, fields: blockFields }, blocks);
  return answer.sheets?.[0]?.data ?? [];
}

/** The texts of a range, for a drop-down; blank ones left out. */
export async function readChoices(google: Google, range: string): Promise<string[]> {
  const answer = await google.get(`/values/${encodeURIComponent(range)}`, {}, values);
  return (answer.values ?? [])
    .flat()
    .map(String)
    .filter((text) => text !== '');
}

/** How many rows of a tab hold something. */
export async function readFilledRows(google: Google, { properties }: Sheet): Promise<number> {
  const { title, gridProperties } = properties;
  const range = rangeName(title, {
    top: 0,
    bottom: gridProperties.rowCount,
    left: 0,
    right: gridProperties.columnCount,
  });
  const answer = await google.get(`/values/${encodeURIComponent(range)}`, {}, values);
  const rows = answer.values ?? [];
  return rows.findLastIndex((row) => row.some((value) => value !== '' && value !== 'FALSE')) + 1;
}
