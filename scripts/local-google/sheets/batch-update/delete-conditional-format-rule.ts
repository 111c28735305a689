import { ruleToContract } from './add-conditional-format-rule.ts';
import type { RequestHandler } from './index.ts';
import { ruleAt } from './update-conditional-format-rule.ts';

/** Deletes the rule at an index; those behind it move up. */
export const deleteConditionalFormatRule: RequestHandler<'deleteConditionalFormatRule'> = (
  { index, sheetId },
  edit,
) => {
  const home = sheetId ?? 0;
  const deleted = ruleAt(edit, home, index ?? 0);
  const { conditionalFormats } = edit.sheet(home);
  edit.changeSheet(home, {
    conditionalFormats: conditionalFormats.filter((one) => one !== deleted),
  });
  return { rule: ruleToContract(deleted) };
};
