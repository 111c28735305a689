import { tidy } from '../cell-data.ts';
import { writeCells } from '../cell-writing.ts';
import type { Cell, DataValidationRule } from '../model.ts';
import { gridRangeFrom, rangeInGrid } from '../ranges.ts';
import { requireUntypedColumns } from '../typed-columns.ts';
import { requireRule } from '../validation.ts';
import type { RequestHandler } from './index.ts';

/**
 * Sets the rule of every cell of a range, or takes it away. Values that are there stay as they are,
 * but checkboxes put FALSE into empty cells.
 */
export const setDataValidation: RequestHandler<'setDataValidation'> = ({ range, rule }, edit) => {
  const target = gridRangeFrom(range);
  const sheet = edit.sheet(target.sheetId);
  const cells = rangeInGrid(target, sheet);
  requireUntypedColumns(sheet, cells);
  if (rule) requireRule(rule, edit.spreadsheet());
  writeCells(edit, cells, (before) => withRule(before, rule));
};

function withRule(
  before: Cell | undefined,
  rule: DataValidationRule | undefined,
): Cell | undefined {
  const { validation: _validation, ...rest } = before ?? {};
  if (!rule) return tidy(rest);
  const isEmptyCheckbox = rule.condition?.type === 'BOOLEAN' && !rest.value;
  return {
    ...rest,
    ...(isEmptyCheckbox && { value: uncheckedValue(rule) }),
    validation: rule,
  };
}

function uncheckedValue(rule: DataValidationRule): { boolValue: false } | { stringValue: string } {
  const unchecked = rule.condition?.values?.[1]?.userEnteredValue;
  return unchecked ? { stringValue: unchecked } : { boolValue: false };
}
