import { sheetTitled } from './a1.ts';
import { rangeOfLocation } from './developer-metadata.ts';
import type { Edit } from './edit.ts';
import { followCells, type Titles } from './formula-references.ts';
import type {
  BasicFilterState,
  Cell,
  ClosedRange,
  ConditionalFormatState,
  DataValidationRule,
  FilterViewState,
  GridRange,
  MetadataLocation,
  MetadataState,
  ProtectedRangeState,
  Row,
  SheetState,
  SpreadsheetState,
} from './model.ts';
import type { RangeMap } from './range-map.ts';
import { withFilterColumns } from './shift-filters.ts';
import { shiftTables } from './shift-tables.ts';

/** After cells of `sheetId` moved: everything that hangs on their places follows them. */
export function followMovedCells(edit: Edit, sheetId: number, map: RangeMap): void {
  const moved = edit.sheet(sheetId);
  edit.changeSheet(sheetId, {
    merges: moved.merges.flatMap((merge) => shiftMerge(merge, map)),
    protectedRanges: moved.protectedRanges.flatMap((one) => shiftProtected(one, map)),
    conditionalFormats: moved.conditionalFormats.flatMap((one) => shiftConditional(one, map)),
    filterViews: moved.filterViews.flatMap((one) => shiftFilter<FilterViewState>(one, map)),
    ...(moved.basicFilter && { basicFilter: shiftFilter(moved.basicFilter, map)[0] }),
    bandedRanges: moved.bandedRanges.flatMap((one) => shiftRanged(one, map)),
  });
  shiftTables(edit, sheetId, map);
  edit.changeSpreadsheet({
    namedRanges: edit.spreadsheet().namedRanges.flatMap((one) => shiftRanged(one, map)),
    developerMetadata: edit
      .spreadsheet()
      .developerMetadata.flatMap((one) => shiftMetadata(one, map)),
  });
  const titles = titlesOf(edit.spreadsheet());
  const isNamedIn = naming(titles.titleOf(sheetId));
  rewriteFormulas(edit, (formula, home) =>
    home === sheetId || isNamedIn(formula) ? followCells(formula, { home, titles, map }) : formula,
  );
}

/** Whether a formula may name a tab: tells it sooner than reading it. */
function naming(title: string): (formula: string) => boolean {
  const name = title.replaceAll("'", "''").toLowerCase();
  return (formula) => formula.toLowerCase().includes(name);
}

/** Formulas of all tabs, and those in rules, name the cells at their new places. */
export function followInFormulas(edit: Edit, map: RangeMap): void {
  const titles = titlesOf(edit.spreadsheet());
  rewriteFormulas(edit, (formula, home) => followCells(formula, { home, titles, map }));
}

/** The titles of the tabs as formulas name them. */
export function titlesOf(spreadsheet: SpreadsheetState): Titles {
  return {
    sheetIdOf: (title) => sheetTitled(spreadsheet, title)?.properties.sheetId,
    titleOf: (sheetId) =>
      spreadsheet.sheets.find(({ properties }) => properties.sheetId === sheetId)?.properties
        .title ?? '',
  };
}

/** Puts each formula of cells, validation rules and conditional formats through `rewrite`. */
export function rewriteFormulas(
  edit: Edit,
  rewrite: (formula: string, home: number) => string,
): void {
  for (const { properties } of edit.spreadsheet().sheets) {
    const home = properties.sheetId;
    const rules = new Map<DataValidationRule, DataValidationRule>();
    const rewritten = (formula: string) => rewrite(formula, home);
    const sheet = edit.sheet(home);
    for (const index of edit.rowsWithFormulas(home)) {
      const row = sheet.rows[index] ?? [];
      const after = rewriteRow(row, rewritten, rules);
      if (after !== row) edit.setRow(home, index, after);
    }
    rewriteConditionalFormats(edit, sheet, rewritten);
  }
}

function rewriteRow(
  row: Row,
  rewrite: (formula: string) => string,
  rules: Map<DataValidationRule, DataValidationRule>,
): Row {
  let after: (Cell | undefined)[] | undefined;
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column];
    if (cell === undefined) continue;
    const rewritten = rewriteCell(cell, rewrite, rules);
    if (rewritten === cell) continue;
    after ??= row.slice();
    after[column] = rewritten;
  }
  return after ?? row;
}

function rewriteCell(
  cell: Cell,
  rewrite: (formula: string) => string,
  rules: Map<DataValidationRule, DataValidationRule>,
): Cell {
  let after = cell;
  if (cell.value && 'formulaValue' in cell.value) {
    const formulaValue = rewrite(cell.value.formulaValue);
    if (formulaValue !== cell.value.formulaValue) after = { ...after, value: { formulaValue } };
  }
  if (cell.validation) {
    const validation = rules.get(cell.validation) ?? rewriteRule(cell.validation, rewrite);
    rules.set(cell.validation, validation);
    if (validation !== cell.validation) after = { ...after, validation };
  }
  return after;
}

function rewriteRule(
  rule: DataValidationRule,
  rewrite: (formula: string) => string,
): DataValidationRule {
  const condition = rule.condition;
  const values = condition?.values?.map((value) => {
    const text = value.userEnteredValue;
    if (!text?.startsWith('=')) return value;
    const after = rewrite(text);
    return after === text ? value : { ...value, userEnteredValue: after };
  });
  const same = values?.every((value, index) => value === condition?.values?.[index]) ?? true;
  return same || !values ? rule : { ...rule, condition: { ...condition, values } };
}

function rewriteConditionalFormats(
  edit: Edit,
  sheet: SheetState,
  rewrite: (formula: string) => string,
): void {
  const after = sheet.conditionalFormats.map((format): ConditionalFormatState => {
    if (!format.booleanRule) return format;
    const booleanRule = rewriteRule(format.booleanRule, rewrite);
    return booleanRule === format.booleanRule ? format : { ...format, booleanRule };
  });
  if (after.every((format, index) => format === sheet.conditionalFormats[index])) return;
  edit.changeSheet(sheet.properties.sheetId, { conditionalFormats: after });
}

function shiftRanged<T extends { readonly range: GridRange }>(one: T, map: RangeMap): T[] {
  const range = map(one.range);
  if (range === one.range) return [one];
  return range ? [{ ...one, range }] : [];
}

function shiftMerge(merge: ClosedRange, map: RangeMap): ClosedRange[] {
  const after = map(merge);
  if (after === merge) return [merge];
  const closed: ClosedRange = { ...merge, ...after };
  const cells =
    (closed.endRowIndex - closed.startRowIndex) * (closed.endColumnIndex - closed.startColumnIndex);
  return after && cells > 1 ? [closed] : [];
}

function shiftProtected(one: ProtectedRangeState, map: RangeMap): ProtectedRangeState[] {
  return shiftRanged(one, map).map((after) =>
    after.unprotectedRanges
      ? {
          ...after,
          unprotectedRanges: after.unprotectedRanges.flatMap((range) => map(range) ?? []),
        }
      : after,
  );
}

function shiftConditional(one: ConditionalFormatState, map: RangeMap): ConditionalFormatState[] {
  const ranges = one.ranges.flatMap((range) => map(range) ?? []);
  return ranges.length === 0 ? [] : [{ ...one, ranges }];
}

function shiftFilter<T extends BasicFilterState>(filter: T, map: RangeMap): T[] {
  return shiftRanged(filter, map).map((after) =>
    withFilterColumns(after, filter.range.sheetId, map),
  );
}

function shiftMetadata(one: MetadataState, map: RangeMap): MetadataState[] {
  const before = rangeOfLocation(one.location);
  if (!before || one.location.type === 'sheet') return [one];
  const after = map(before);
  if (after === before) return [one];
  return after ? [{ ...one, location: locationAt(one.location, after) }] : [];
}

function locationAt(location: MetadataLocation, range: GridRange): MetadataLocation {
  switch (location.type) {
    case 'row':
      return { ...location, sheetId: range.sheetId, index: range.startRowIndex ?? 0 };
    case 'column':
      return { ...location, sheetId: range.sheetId, index: range.startColumnIndex ?? 0 };
    default:
      return location;
  }
}
