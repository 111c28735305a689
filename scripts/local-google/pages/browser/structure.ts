import type { Area } from './a1.ts';
import type { Sheet } from './answers.ts';
import { areaOf } from './view.ts';

export type Dimension = 'ROWS' | 'COLUMNS';

/** Requests of a `batchUpdate` for what a menu offers. */
export function insertRequest(
  sheetId: number,
  dimension: Dimension,
  at: number,
  count: number,
  isAfter: boolean,
): object {
  return {
    insertDimension: {
      range: { sheetId, dimension, startIndex: at, endIndex: at + count },
      inheritFromBefore: isAfter && at > 0,
    },
  };
}

/** Takes rows or columns away with all that is in them. */
export function deleteRequest(
  sheetId: number,
  dimension: Dimension,
  start: number,
  end: number,
): object {
  return { deleteDimension: { range: { sheetId, dimension, startIndex: start, endIndex: end } } };
}

/** Moves one row or column to where another is now. */
export function moveRequest(
  sheetId: number,
  dimension: Dimension,
  from: number,
  to: number,
): object {
  return {
    moveDimension: {
      source: { sheetId, dimension, startIndex: from, endIndex: from + 1 },
      destinationIndex: to > from ? to + 1 : to,
    },
  };
}

/** What a sort by a column moves: the rows of its table or filter without their header, else all below the frozen rows. */
export function sortedArea(sheet: Sheet, { top, left }: Area): Area {
  const { rowCount, columnCount, frozenRowCount = 0 } = sheet.properties.gridProperties;
  const ranges = [
    ...(sheet.tables ?? []).map(({ range }) => areaOf(range)),
    ...(sheet.basicFilter?.range ? [areaOf(sheet.basicFilter.range)] : []),
  ];
  const inside = ranges.filter((range) => left >= range.left && left < range.right);
  const range = inside.find((one) => top >= one.top && top < one.bottom) ?? inside[0];
  return range
    ? {
        top: range.top + 1,
        bottom: Math.min(range.bottom, rowCount),
        left: range.left,
        right: Math.min(range.right, columnCount),
      }
    : { top: frozenRowCount, bottom: rowCount, left: 0, right: columnCount };
}

/** Sorts an area by one of its columns; blank cells come last either way. */
export function sortRequest(
  sheetId: number,
  area: Area,
  column: number,
  order: 'ASCENDING' | 'DESCENDING',
): object {
  return {
    sortRange: {
      range: gridRange(sheetId, area),
      sortSpecs: [{ dimensionIndex: column, sortOrder: order }],
    },
  };
}

/** An area as the API writes it. */
export function gridRange(sheetId: number, { top, bottom, left, right }: Area): object {
  return {
    sheetId,
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: left,
    endColumnIndex: right,
  };
}

/** Whole rows or columns of a tab. */
export function wholeLines(
  { properties }: Sheet,
  dimension: Dimension,
  start: number,
  end: number,
): Area {
  const { rowCount, columnCount } = properties.gridProperties;
  return dimension === 'ROWS'
    ? { top: start, bottom: end, left: 0, right: columnCount }
    : { top: 0, bottom: rowCount, left: start, right: end };
}

/** The rows or columns that an area reaches over. */
export function linesOf(dimension: Dimension, area: Area): { start: number; end: number } {
  return dimension === 'ROWS'
    ? { start: area.top, end: area.bottom }
    : { start: area.left, end: area.right };
}
