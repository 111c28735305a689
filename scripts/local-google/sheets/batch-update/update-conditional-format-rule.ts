import { invalidArgument } from '../../errors.ts';
import type { Edit } from '../edit.ts';
import type { ConditionalFormatState } from '../model.ts';
import { ruleFrom, ruleToContract } from './add-conditional-format-rule.ts';
import type { RequestHandler } from './index.ts';

/** Replaces the rule at an index, or moves it to another. */
export const updateConditionalFormatRule: RequestHandler<'updateConditionalFormatRule'> = (
  { index, newIndex, rule, sheetId },
  edit,
) => {
  const at = index ?? 0;
  if (Boolean(rule) === (typeof newIndex === 'number')) {
    throw invalidArgument('Must specify exactly one of rule or newIndex.');
  }
  if (rule) {
    const { sheetId: home, added } = ruleFrom(edit, rule);
    const before = ruleAt(edit, home, at);
    const { conditionalFormats } = edit.sheet(home);
    edit.changeSheet(home, { conditionalFormats: conditionalFormats.with(at, added) });
    return { oldRule: ruleToContract(before), newRule: ruleToContract(added), newIndex: at };
  }
  const home = sheetId ?? 0;
  const moved = ruleAt(edit, home, at);
  const { conditionalFormats } = edit.sheet(home);
  const target = newIndex ?? 0;
  if (target < 0 || target >= conditionalFormats.length) throw noRule(home, target);
  const others = conditionalFormats.toSpliced(at, 1);
  edit.changeSheet(home, { conditionalFormats: others.toSpliced(target, 0, moved) });
  return { newRule: ruleToContract(moved), oldIndex: at, newIndex: target };
};

/** The rule of a tab at an index. Throws 400 in Google's words. */
export function ruleAt(edit: Edit, sheetId: number, index: number): ConditionalFormatState {
  const found = edit.sheet(sheetId).conditionalFormats[index];
  if (!found) throw noRule(sheetId, index);
  return found;
}

function noRule(sheetId: number, index: number): Error {
  return invalidArgument(`No conditional format on sheet: ${sheetId} at index: ${index}`);
}
