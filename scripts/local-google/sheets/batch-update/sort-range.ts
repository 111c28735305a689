import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { writeCells } from '../cell-writing.ts';
import type { EffectiveValue } from '../model.ts';
import { gridRangeFrom, intersects, isEmpty, rangeInGrid } from '../ranges.ts';
import { createRendering } from '../render.ts';
import type { RequestHandler } from './index.ts';
import { copiedBy } from './pasting.ts';

/**
 * Sorts the rows of a range by values, blanks last. Cells go with all they carry, and relative
 * references of their formulas count from the new row; row metadata stays where it is.
 */
export const sortRange: RequestHandler<'sortRange'> = (request, edit) => {
  const asked = gridRangeFrom(request.range);
  const sheet = edit.sheet(asked.sheetId);
  const range = rangeInGrid(asked, sheet);
  if (isEmpty(range)) return;
  if (sheet.merges.some((merge) => intersects(merge, range))) {
    throw invalidArgument('You cannot sort a range with merged cells.');
  }
  const { sheetId, startRowIndex } = range;
  const end = Math.min(range.endRowIndex, Math.max(sheet.rows.length, startRowIndex));
  const rendering = createRendering(edit.snapshot(), edit.formulas);
  const specs = (request.sortSpecs ?? []).map((spec) => keyOf(spec));
  const order = Array.from({ length: end - startRowIndex }, (_, offset) => {
    const row = startRowIndex + offset;
    return { row, keys: specs.map(({ column }) => rendering.effective(sheetId, row, column)) };
  });
  order.sort((one, other) => {
    for (const [index, { descending }] of specs.entries()) {
      const difference = compare(one.keys[index], other.keys[index], descending);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const before = edit.sheet(sheetId).rows;
  writeCells(edit, { ...range, endRowIndex: end }, (_, row, column) => {
    const source = order[row - startRowIndex]?.row ?? row;
    return copiedBy(before[source]?.[column], row - source, 0);
  });
};

function keyOf(spec: sheets_v4.Schema$SortSpec): { column: number; descending: boolean } {
  if (spec.backgroundColor || spec.backgroundColorStyle) {
    throw invalidArgument('Sorting by colour is not served by the local Google.');
  }
  if (spec.foregroundColor || spec.foregroundColorStyle) {
    throw invalidArgument('Sorting by colour is not served by the local Google.');
  }
  return { column: spec.dimensionIndex ?? 0, descending: spec.sortOrder === 'DESCENDING' };
}

function isBlank(value: EffectiveValue | undefined): boolean {
  return value === undefined || ('stringValue' in value && value.stringValue === '');
}

/** Numbers before texts before booleans before errors; blanks last in either order. */
function compare(
  one: EffectiveValue | undefined,
  other: EffectiveValue | undefined,
  descending: boolean,
): number {
  if (one === undefined || other === undefined || isBlank(one) || isBlank(other)) {
    return Number(isBlank(one)) - Number(isBlank(other));
  }
  const difference = rankOf(one) - rankOf(other) || compareAlike(one, other);
  return descending ? -difference : difference;
}

function rankOf(value: EffectiveValue): number {
  if ('numberValue' in value) return 0;
  if ('stringValue' in value) return 1;
  return 'boolValue' in value ? 2 : 3;
}

const collator = new Intl.Collator('zh-CN');

function compareAlike(one: EffectiveValue, other: EffectiveValue): number {
  if ('numberValue' in one && 'numberValue' in other) return one.numberValue - other.numberValue;
  if ('stringValue' in one && 'stringValue' in other) {
    return collator.compare(one.stringValue, other.stringValue);
  }
  if ('boolValue' in one && 'boolValue' in other) {
    return Number(one.boolValue) - Number(other.boolValue);
  }
  return 0;
}
