import type { Clock } from '#platform/clock.ts';
import { createFormulas } from '../sheets/formulas.ts';
import type { SpreadsheetState } from '../sheets/model.ts';

/** Where a cell leads to whose formula computes its link; undefined if it leads nowhere. */
export type LinkTargets = (
  spreadsheet: SpreadsheetState,
  sheetId: number,
  at: { readonly row: number; readonly column: number },
) => string | undefined;

/** Google's answers leave the address out where HYPERLINK stands inside another function; its page does not. */
export function createLinkTargets(clock: Clock): LinkTargets {
  const formulas = createFormulas({ clock });
  return (spreadsheet, sheetId, at) => {
    const sheet = spreadsheet.sheets.find(({ properties }) => properties.sheetId === sheetId);
    const value = sheet?.rows[at.row]?.[at.column]?.value;
    const formula = value && 'formulaValue' in value ? value.formulaValue : '';
    const address = addressArgument(formula);
    if (address === undefined) return undefined;
    const result = formulas.apply(spreadsheet, { text: `=${address}`, sheetId, origin: at }, at);
    return 'stringValue' in result && result.stringValue !== '' ? result.stringValue : undefined;
  };
}

/** The first argument of a formula's HYPERLINK, as it is written. */
export function addressArgument(formula: string): string | undefined {
  const call = /\bHYPERLINK\s*\(/i.exec(formula);
  if (!call) return undefined;
  const start = call.index + call[0].length;
  const pieces = formula.slice(start).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[(),;]/g);
  let depth = 0;
  for (const { 0: piece, index } of pieces) {
    if (depth === 0 && (piece === ',' || piece === ';' || piece === ')')) {
      return formula.slice(start, start + index);
    }
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
  }
  return undefined;
}
