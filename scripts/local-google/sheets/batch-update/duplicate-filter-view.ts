import { filterViewToContract, findFilterView, isFilterViewId } from '../filters.ts';
import { newNumber } from '../identifiers.ts';
import type { RequestHandler } from './index.ts';

/** Adds a copy of a filter view. */
export const duplicateFilterView: RequestHandler<'duplicateFilterView'> = ({ filterId }, edit) => {
  const { before, sheetId } = findFilterView(edit, filterId);
  const copy = {
    ...before,
    filterViewId: newNumber(edit, undefined, (id) => isFilterViewId(edit, id), 'Filter view ID'),
    title: `Copy of ${before.title}`,
  };
  edit.changeSheet(sheetId, { filterViews: [...edit.sheet(sheetId).filterViews, copy] });
  return { filter: filterViewToContract(copy) };
};
