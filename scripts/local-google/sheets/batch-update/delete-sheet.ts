import { invalidArgument } from '../../errors.ts';
import { renameSheet } from '../formula-references.ts';
import { numbered } from '../new-sheet.ts';
import { requireEditable } from '../protection.ts';
import { rewriteFormulas } from '../shift.ts';
import type { RequestHandler } from './index.ts';

/** Deletes a tab with all that belongs to it; formulas that named it show `#REF!`. */
export const deleteSheet: RequestHandler<'deleteSheet'> = (request, edit) => {
  const sheetId = request.sheetId ?? 0;
  const { title } = edit.sheet(sheetId).properties;
  const left = edit.spreadsheet().sheets.filter((sheet) => sheet.properties.sheetId !== sheetId);
  if (left.every((sheet) => sheet.properties.hidden)) {
    throw invalidArgument("You can't remove all the visible sheets in a document.");
  }
  requireEditable(edit, sheetId, { sheetId });
  const { namedRanges, developerMetadata } = edit.spreadsheet();
  edit.changeSpreadsheet({
    sheets: numbered(left),
    namedRanges: namedRanges.filter(({ range }) => range.sheetId !== sheetId),
    developerMetadata: developerMetadata.filter(
      ({ location }) => location.type === 'spreadsheet' || location.sheetId !== sheetId,
    ),
  });
  rewriteFormulas(edit, (formula) => renameSheet(formula, title, undefined));
};
