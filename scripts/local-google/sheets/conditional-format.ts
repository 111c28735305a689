import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type ConditionContext, meetsCondition } from './meets-condition.ts';
import type { CellFormat, EffectiveValue, SheetState } from './model.ts';
import { holds } from './ranges.ts';

/** What a condition needs, for the cell that is asked about and the top left cell of a rule's range. */
export type FormatContext = (
  origin: { readonly row: number; readonly column: number },
  at: { readonly row: number; readonly column: number },
) => ConditionContext;

/**
 * The format that the tab's rules give a cell: of the first rule that matches each part, as the first
 * in the list comes first. Colour scales are not painted.
 */
export function formatOf(
  sheet: SheetState,
  row: number,
  column: number,
  value: EffectiveValue | undefined,
  contextFor: FormatContext,
): CellFormat | undefined {
  const formats = sheet.conditionalFormats.flatMap(({ ranges, booleanRule }) => {
    const range = ranges.find((one) => holds(one, row, column));
    const condition = booleanRule?.condition;
    const [first] = ranges;
    if (!range || !first || !condition || !booleanRule.format) return [];
    const origin = { row: first.startRowIndex ?? 0, column: first.startColumnIndex ?? 0 };
    return meetsCondition(condition, value, contextFor(origin, { row, column }))
      ? [booleanRule.format]
      : [];
  });
  return formats.length === 0 ? undefined : formats.reduceRight(laidOver);
}

function laidOver(below: CellFormat, above: CellFormat): CellFormat {
  const textFormat: sheets_v4.Schema$TextFormat = { ...below.textFormat, ...above.textFormat };
  return {
    ...below,
    ...above,
    ...(Object.keys(textFormat).length > 0 && { textFormat }),
  };
}
