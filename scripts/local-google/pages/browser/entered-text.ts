import type { Cell } from './answers.ts';

/** Texts that would be read as something else if they were typed again as they are. */
const readOtherwise = /^(?:[=+'@]|[-￥¥$]?[\d０-９][\d,.，:：/年月日%-]*\s?\d*|TRUE$|FALSE$)/i;

/** What the editor of a cell starts with, as Google's does: typed again it gives the same value. */
export function enteredText(cell: Cell | undefined): string {
  const value = cell?.userEnteredValue;
  if (!value) return '';
  if (value.formulaValue !== undefined) return value.formulaValue;
  if (value.boolValue !== undefined) return value.boolValue ? 'TRUE' : 'FALSE';
  if (value.stringValue !== undefined) {
    return readOtherwise.test(value.stringValue) &&
      cell?.effectiveFormat?.numberFormat?.type !== 'TEXT'
      ? `'${value.stringValue}`
      : value.stringValue;
  }
  const type = cell?.effectiveFormat?.numberFormat?.type ?? '';
  return /DATE|TIME|PERCENT/.test(type)
    ? (cell?.formattedValue ?? '')
    : String(value.numberValue ?? '');
}
