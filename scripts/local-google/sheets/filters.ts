import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../errors.ts';
import type { Edit } from './edit.ts';
import type { BasicFilterState, FilterViewState, GridRange } from './model.ts';
import { gridRangeFrom, rangeInGrid } from './ranges.ts';

type Given = sheets_v4.Schema$BasicFilter & { namedRangeId?: string | null };

/** What a filter covers. Throws 400 unless it is named in exactly one way and lies in the grid. */
export function filterPlace(
  edit: Edit,
  { range, tableId, namedRangeId }: Given,
): { readonly range: GridRange; readonly tableId?: string; readonly namedRangeId?: string } {
  if ([range, tableId, namedRangeId].filter(Boolean).length !== 1) {
    throw invalidArgument('Must specify exactly one of range, namedRangeId or tableId.');
  }
  const spreadsheet = edit.spreadsheet();
  if (tableId) {
    const tables = spreadsheet.sheets.flatMap((sheet) => sheet.tables);
    const table = tables.find((one) => one.tableId === tableId);
    if (!table) throw invalidArgument(`No table with id: ${tableId}`);
    return { range: table.range, tableId };
  }
  if (namedRangeId) {
    const named = spreadsheet.namedRanges.find((one) => one.namedRangeId === namedRangeId);
    if (!named) throw invalidArgument(`No NamedRange with id: ${namedRangeId}`);
    return { range: named.range, namedRangeId };
  }
  const place = gridRangeFrom(range);
  rangeInGrid(place, edit.sheet(place.sheetId));
  return { range: place };
}

/** Sort orders and criteria; both forms of criteria are kept, as Google answers both. */
export function filterRules({
  sortSpecs,
  criteria,
  filterSpecs,
}: Given): Pick<BasicFilterState, 'sortSpecs' | 'criteria' | 'filterSpecs'> {
  const specs =
    filterSpecs ??
    Object.entries(criteria ?? {}).map(([column, filterCriteria]) => ({
      columnIndex: Number(column),
      filterCriteria,
    }));
  const byColumn = Object.fromEntries(
    specs.map((spec) => [String(spec.columnIndex ?? 0), spec.filterCriteria ?? {}]),
  );
  return {
    ...(sortSpecs && sortSpecs.length > 0 && { sortSpecs }),
    ...(specs.length > 0 && { criteria: byColumn, filterSpecs: specs }),
  };
}

/** A filter view in the shape of the contract. */
export function filterViewToContract(view: FilterViewState): sheets_v4.Schema$FilterView {
  const { range, sortSpecs, criteria, filterSpecs, ...rest } = view;
  return {
    ...rest,
    range: { ...range },
    ...(sortSpecs && { sortSpecs: [...sortSpecs] }),
    ...(criteria && { criteria: { ...criteria } }),
    ...(filterSpecs && { filterSpecs: [...filterSpecs] }),
  };
}

/** The filter view of that id and its tab. Throws 400. */
export function findFilterView(
  edit: Edit,
  filterViewId: number | null | undefined,
): { readonly before: FilterViewState; readonly sheetId: number } {
  for (const { properties, filterViews } of edit.spreadsheet().sheets) {
    const before = filterViews.find((one) => one.filterViewId === filterViewId);
    if (before) return { before, sheetId: properties.sheetId };
  }
  throw invalidArgument(`No filter view with id: ${filterViewId ?? 0}`);
}

/** Whether a filter view of the spreadsheet has that id. */
export function isFilterViewId(edit: Edit, id: number): boolean {
  return edit
    .spreadsheet()
    .sheets.some((sheet) => sheet.filterViews.some((one) => one.filterViewId === id));
}
