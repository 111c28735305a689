import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { requireCondition } from '../conditions.ts';
import type { Edit } from '../edit.ts';
import type { ConditionalFormatState } from '../model.ts';
import { gridRangeFrom, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** Puts a rule among those of its tab, at the index; the first that matches a cell counts. */
export const addConditionalFormatRule: RequestHandler<'addConditionalFormatRule'> = (
  { rule, index },
  edit,
) => {
  const { sheetId, added } = ruleFrom(edit, rule);
  const { conditionalFormats } = edit.sheet(sheetId);
  const at = index ?? 0;
  if (at < 0 || at > conditionalFormats.length) {
    throw invalidArgument(`Cannot add a conditional format rule at index: ${at}`);
  }
  edit.changeSheet(sheetId, { conditionalFormats: conditionalFormats.toSpliced(at, 0, added) });
};

/** The rule of a request and the one tab it is for. Throws 400 for a rule Google does not take. */
export function ruleFrom(
  edit: Edit,
  rule: Rule | undefined,
): { readonly sheetId: number; readonly added: ConditionalFormatState } {
  const ranges = (rule?.ranges ?? []).map(gridRangeFrom);
  const [first] = ranges;
  if (!first) throw invalidArgument('ConditionalFormatRule must have at least one range.');
  if (ranges.some((range) => range.sheetId !== first.sheetId)) {
    throw invalidArgument('All ranges of a ConditionalFormatRule must be on the same sheet.');
  }
  for (const range of ranges) rangeInGrid(range, edit.sheet(range.sheetId));
  const { booleanRule, gradientRule } = rule ?? {};
  if (Boolean(booleanRule) === Boolean(gradientRule)) {
    throw invalidArgument('Must specify exactly one of booleanRule or gradientRule.');
  }
  if (booleanRule) requireCondition(booleanRule.condition, 'format');
  if (gradientRule) requireGradient(gradientRule);
  return {
    sheetId: first.sheetId,
    added: { ranges, ...(booleanRule && { booleanRule }), ...(gradientRule && { gradientRule }) },
  };
}

function requireGradient({ minpoint, midpoint, maxpoint }: sheets_v4.Schema$GradientRule): void {
  const points = [minpoint, ...(midpoint ? [midpoint] : []), maxpoint];
  for (const point of points) {
    if (!point?.type) throw invalidArgument('No interpolationPointType specified.');
    if (point.type !== 'MIN' && point.type !== 'MAX' && !point.value) {
      throw invalidArgument('InterpolationPoint.value is required.');
    }
  }
}

/** A rule in the shape of the contract. */
export function ruleToContract(rule: ConditionalFormatState): Rule {
  return { ...rule, ranges: rule.ranges.map((range) => ({ ...range })) };
}
