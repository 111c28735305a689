import { parseRange } from './a1.ts';
import { requireCondition, valuesOf } from './conditions.ts';
import { type ConditionContext, meetsCondition } from './meets-condition.ts';
import type { DataValidationRule, EffectiveValue, SpreadsheetState } from './model.ts';

/** Whether a value fits the rule of its cell. An empty cell always does. */
export function checkValidation(
  rule: DataValidationRule,
  value: EffectiveValue | undefined,
  context: ConditionContext,
): boolean {
  if (!value || !rule.condition) return true;
  return meetsCondition(rule.condition, value, context);
}

/**
 * Throws 400 for a rule Google does not take: a condition with the wrong number of values, or a list
 * from a range that is not in this spreadsheet.
 */
export function requireRule(rule: DataValidationRule, spreadsheet: SpreadsheetState): void {
  requireCondition(rule.condition, 'validation');
  if (rule.condition?.type !== 'ONE_OF_RANGE') return;
  const [range = ''] = valuesOf(rule.condition);
  parseRange(spreadsheet, range.replace(/^[=+]/, ''));
}
