import { addSheet } from './add-sheet.ts';
import { appendCells } from './append-cells.ts';
import { appendDimension } from './append-dimension.ts';
import { autoFill } from './auto-fill.ts';
import { autoResizeDimensions } from './auto-resize-dimensions.ts';
import { copyPaste } from './copy-paste.ts';
import { cutPaste } from './cut-paste.ts';
import { deleteDimension } from './delete-dimension.ts';
import { deleteRange } from './delete-range.ts';
import { deleteSheet } from './delete-sheet.ts';
import { duplicateSheet } from './duplicate-sheet.ts';
import { findReplace } from './find-replace.ts';
import { insertDimension } from './insert-dimension.ts';
import { insertRange } from './insert-range.ts';
import { mergeCells } from './merge-cells.ts';
import { moveDimension } from './move-dimension.ts';
import { pasteData } from './paste-data.ts';
import { repeatCell } from './repeat-cell.ts';
import { sortRange } from './sort-range.ts';
import { trimWhitespace } from './trim-whitespace.ts';
import { unmergeCells } from './unmerge-cells.ts';
import { updateBorders } from './update-borders.ts';
import { updateCells } from './update-cells.ts';
import { updateDimensionProperties } from './update-dimension-properties.ts';
import { updateSheetProperties } from './update-sheet-properties.ts';
import { updateSpreadsheetProperties } from './update-spreadsheet-properties.ts';

/** The kinds that change cells, rows, columns, tabs and the spreadsheet itself. */
export const servedGrid = {
  addSheet,
  appendCells,
  appendDimension,
  autoFill,
  autoResizeDimensions,
  copyPaste,
  cutPaste,
  deleteDimension,
  deleteRange,
  deleteSheet,
  duplicateSheet,
  findReplace,
  insertDimension,
  insertRange,
  mergeCells,
  moveDimension,
  pasteData,
  repeatCell,
  sortRange,
  trimWhitespace,
  unmergeCells,
  updateBorders,
  updateCells,
  updateDimensionProperties,
  updateSheetProperties,
  updateSpreadsheetProperties,
};
