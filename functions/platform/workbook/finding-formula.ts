import { columnLetters, openMattersTab, quoted } from './tabs.ts';

/**
 * Shows the findings of the row it stands in: looks up the id of the same row in 待办.
 * `ROW()` instead of a row number, so that it may be written before its row is known and sorts along.
 */
export function findingFormula(idColumn: number): string {
  const letters = columnLetters(idColumn);
  return `=IFERROR(VLOOKUP(INDEX($${letters}:$${letters},ROW()),${quoted(openMattersTab.title)}!$A:$B,2,FALSE),"")`;
}
