import { requireFile, touchFile } from '../drive/files.ts';
import type { Call, Context } from '../service.ts';
import { requireSpreadsheet } from './create-spreadsheet.ts';
import { createEdit, type FormulaRows, type OwnedEdit } from './edit.ts';
import type { Formulas } from './formulas.ts';
import { keepSpreadsheet } from './kept.ts';
import type { SpreadsheetState } from './model.ts';

/** What the handlers of one stand-in share. */
export interface Serving {
  formulasAt(context: Context): Formulas;
  readonly formulaRows: FormulaRows;
}

/** A parameter of the path, or a text of the query. */
export function textParam(call: Call, name: string): string {
  const value = call.params[name];
  return typeof value === 'string' ? value : String(value ?? '');
}

/** A repeated parameter. */
export function listParam(call: Call, name: string): readonly string[] {
  const value = call.params[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [String(value)];
}

/** The spreadsheet of a call that reads it. Throws 404 or 403. */
export function opened(call: Call, context: Context): SpreadsheetState {
  const spreadsheetId = textParam(call, 'spreadsheetId');
  requireFile(context, call.principal, spreadsheetId, 'read');
  return requireSpreadsheet(context, spreadsheetId);
}

/**
 * Runs `change` on a working copy of the call's spreadsheet and stores what it made of it. If it
 * throws, nothing has changed.
 */
export function edited<T>(
  call: Call,
  context: Context,
  serving: Serving,
  change: (edit: OwnedEdit) => T,
): T {
  return editedSpreadsheet(textParam(call, 'spreadsheetId'), call, context, serving, change);
}

/** The same for a spreadsheet that the call names elsewhere than in its path. */
export function editedSpreadsheet<T>(
  spreadsheetId: string,
  call: Call,
  context: Context,
  serving: Serving,
  change: (edit: OwnedEdit) => T,
): T {
  const { principal } = call;
  const file = requireFile(context, principal, spreadsheetId, 'write');
  const stored = requireSpreadsheet(context, spreadsheetId);
  const original = { ...stored, properties: { ...stored.properties, title: file.name } };
  const formulas = serving.formulasAt(context);
  const edit = createEdit({
    original,
    context,
    principal,
    formulas,
    formulaRows: serving.formulaRows,
  });
  const answer = change(edit);
  const after = edit.result();
  const { title } = after.properties;
  if (title !== original.properties.title) file.name = title;
  keepSpreadsheet(context.state, spreadsheetId, { ...after, revision: original.revision + 1 });
  touchFile(context, principal, spreadsheetId);
  return answer;
}

/**
 * The body of a call in the type the contract gives it; the contract was checked before the call
 * got here.
 */
export function bodyOf<T extends object>(call: Call): T {
  return call.body as T;
}
