import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Edit } from './edit.ts';
import { type FieldMask, names } from './field-mask.ts';
import type { GridRange } from './model.ts';
import { requireUntypedColumns } from './typed-columns.ts';
import { requireRule } from './validation.ts';

/**
 * Throws 400 if cells of a request bring validation rules that Google does not take, or bring them
 * into typed columns of a table.
 */
export function requireRulesFit(
  edit: Edit,
  range: GridRange,
  cells: readonly sheets_v4.Schema$CellData[],
  mask: FieldMask,
): void {
  if (!names(mask, 'dataValidation')) return;
  const rules = cells.flatMap(({ dataValidation }) => dataValidation ?? []);
  if (mask === 'everything' && rules.length === 0) return;
  requireUntypedColumns(edit.sheet(range.sheetId), range);
  for (const rule of rules) requireRule(rule, edit.spreadsheet());
}
