import type { BasicFilterState } from './model.ts';
import type { RangeMap } from './range-map.ts';

/** A filter whose criteria and sort orders name the columns at their new places. */
export function withFilterColumns<T extends BasicFilterState>(
  filter: T,
  sheetId: number,
  map: RangeMap,
): T {
  const columnAt = (index: number) => {
    const after = map({ sheetId, startColumnIndex: index, endColumnIndex: index + 1 });
    return after?.startColumnIndex;
  };
  return {
    ...filter,
    ...(filter.criteria && { criteria: shiftCriteria(filter.criteria, columnAt) }),
    ...(filter.sortSpecs && {
      sortSpecs: filter.sortSpecs.flatMap((spec) => {
        const dimensionIndex = columnAt(spec.dimensionIndex ?? 0);
        return dimensionIndex === undefined ? [] : [{ ...spec, dimensionIndex }];
      }),
    }),
    ...(filter.filterSpecs && {
      filterSpecs: filter.filterSpecs.flatMap((spec) => {
        const columnIndex = columnAt(spec.columnIndex ?? 0);
        return columnIndex === undefined ? [] : [{ ...spec, columnIndex }];
      }),
    }),
  };
}

function shiftCriteria(
  criteria: NonNullable<BasicFilterState['criteria']>,
  columnAt: (index: number) => number | undefined,
): NonNullable<BasicFilterState['criteria']> {
  return Object.fromEntries(
    Object.entries(criteria).flatMap(([column, criterion]) => {
      const after = columnAt(Number(column));
      return after === undefined ? [] : [[String(after), criterion]];
    }),
  );
}
