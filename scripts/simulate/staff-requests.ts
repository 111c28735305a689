import type { Entered } from './sheet-view.ts';

export function cellRequest(
  sheetId: number,
  rowIndex: number,
  columnIndex: number,
  value: Entered,
) {
  const userEnteredValue =
    typeof value === 'number' ? { numberValue: value } : { stringValue: String(value ?? '') };
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  };
}

export function dimensionRequest(
  kind: 'insertDimension' | 'deleteDimension',
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  at: number,
) {
  return { [kind]: { range: { sheetId, dimension, startIndex: at, endIndex: at + 1 } } };
}

/** A column of the grid is moved before another. */
export function moveRequest(sheetId: number, from: number, to: number) {
  return {
    moveDimension: {
      source: { sheetId, dimension: 'COLUMNS', startIndex: from, endIndex: from + 1 },
      destinationIndex: to,
    },
  };
}

/** All rows below the header are sorted by a column. */
export function sortRequest(
  sheetId: number,
  width: number,
  column: number,
  sortOrder: 'ASCENDING' | 'DESCENDING',
) {
  return {
    sortRange: {
      range: { sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: width },
      sortSpecs: [{ dimensionIndex: column, sortOrder }],
    },
  };
}

/** A row is copied over another. */
export function copyRequest(sheetId: number, width: number, from: number, to: number) {
  const rowOf = (rowIndex: number) => ({
    sheetId,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
    startColumnIndex: 0,
    endColumnIndex: width,
  });
  return {
    copyPaste: { source: rowOf(from), destination: rowOf(to), pasteType: 'PASTE_NORMAL' },
  };
}
