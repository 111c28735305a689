import type { Formulas } from './formulas.ts';
import type { ConditionContext } from './meets-condition.ts';
import type { SpreadsheetState } from './model.ts';
import { momentOf } from './serial-date.ts';

/** What conditions of a tab may need, for the cell `at` and a rule written for the cell `origin`. */
export function conditionContext(
  formulas: Formulas,
  spreadsheet: SpreadsheetState,
  sheetId: number,
): (
  origin: { readonly row: number; readonly column: number },
  at: { readonly row: number; readonly column: number },
) => ConditionContext {
  const today = Math.floor(formulas.now(spreadsheet));
  const { year } = momentOf(today);
  const shownIn = formulas.evaluate(spreadsheet);
  return (origin, at) => ({
    spreadsheet,
    today,
    year,
    shownIn,
    formula: (text) => formulas.apply(spreadsheet, { text, sheetId, origin }, at),
  });
}
