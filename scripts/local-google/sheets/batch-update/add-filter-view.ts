import { filterPlace, filterRules, filterViewToContract, isFilterViewId } from '../filters.ts';
import { newNumber } from '../identifiers.ts';
import type { FilterViewState } from '../model.ts';
import type { RequestHandler } from './index.ts';

/** Adds a filter that people may turn on for themselves; it hides and sorts nothing for others. */
export const addFilterView: RequestHandler<'addFilterView'> = ({ filter }, edit) => {
  const given = filter ?? {};
  const place = filterPlace(edit, given);
  const { filterViews } = edit.sheet(place.range.sheetId);
  const added: FilterViewState = {
    filterViewId: newNumber(
      edit,
      given.filterViewId,
      (id) => isFilterViewId(edit, id),
      'Filter view ID',
    ),
    title: given.title || `Filter ${filterViews.length + 1}`,
    ...place,
    ...filterRules(given),
  };
  edit.changeSheet(place.range.sheetId, { filterViews: [...filterViews, added] });
  return { filter: filterViewToContract(added) };
};
