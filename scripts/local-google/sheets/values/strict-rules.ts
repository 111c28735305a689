import { invalidArgument } from '../../errors.ts';
import { printCells } from '../a1.ts';
import { conditionContext } from '../condition-context.ts';
import type { Edit } from '../edit.ts';
import type { ClosedRange } from '../model.ts';
import { cellRange } from '../ranges.ts';
import { checkValidation } from '../validation.ts';

/**
 * After a person typed values: throws 400 if one breaks a strict rule of its cell. Google's own
 * pages refuse such an entry; its API takes it, so programs are not asked.
 */
export function requireStrictRules(edit: Edit, written: ClosedRange): void {
  if (edit.principal.kind !== 'user') return;
  const { sheetId } = written;
  const spreadsheet = edit.snapshot();
  const { rows } = edit.sheet(sheetId);
  const strict = rows.slice(written.startRowIndex, written.endRowIndex).flatMap((cells, offset) =>
    cells.flatMap((cell, column) => {
      const row = written.startRowIndex + offset;
      const inside = column >= written.startColumnIndex && column < written.endColumnIndex;
      const rule = inside && cell?.validation?.strict ? cell.validation : undefined;
      const value = cell?.value;
      return rule && value && !('formulaValue' in value) ? [{ rule, value, row, column }] : [];
    }),
  );
  if (strict.length === 0) return;
  const contextAt = conditionContext(edit.formulas, spreadsheet, sheetId);
  for (const { rule, value, row, column } of strict) {
    const at = { row, column };
    if (checkValidation(rule, value, contextAt(at, at))) continue;
    const cell = printCells(cellRange(sheetId, row, column));
    throw invalidArgument(
      `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
    );
  }
}
