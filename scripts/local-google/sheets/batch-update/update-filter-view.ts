import { names, parseFieldMask } from '../field-mask.ts';
import { filterPlace, filterRules, findFilterView } from '../filters.ts';
import type { FilterViewState } from '../model.ts';
import type { RequestHandler } from './index.ts';

/** Changes a filter view. */
export const updateFilterView: RequestHandler<'updateFilterView'> = ({ filter, fields }, edit) => {
  const given = filter ?? {};
  const mask = parseFieldMask(fields);
  const { before, sheetId } = findFilterView(edit, given.filterViewId);
  const movesPlace = ['range', 'namedRangeId', 'tableId'].some((name) => names(mask, name));
  const { range, namedRangeId, tableId } = before;
  const place = movesPlace
    ? filterPlace(edit, given)
    : { range, ...(namedRangeId && { namedRangeId }), ...(tableId && { tableId }) };
  const changesCriteria = names(mask, 'criteria') || names(mask, 'filterSpecs');
  const rules = filterRules({
    sortSpecs: [...((names(mask, 'sortSpecs') ? given.sortSpecs : before.sortSpecs) ?? [])],
    ...(changesCriteria
      ? {
          ...(given.criteria && { criteria: given.criteria }),
          ...(given.filterSpecs && { filterSpecs: given.filterSpecs }),
        }
      : { filterSpecs: [...(before.filterSpecs ?? [])] }),
  });
  const after: FilterViewState = {
    filterViewId: before.filterViewId,
    title: (names(mask, 'title') ? given.title : before.title) || before.title,
    ...place,
    ...rules,
  };
  const rest = edit.sheet(sheetId).filterViews.filter((one) => one !== before);
  edit.changeSheet(sheetId, { filterViews: rest });
  const home = place.range.sheetId;
  edit.changeSheet(home, { filterViews: [...edit.sheet(home).filterViews, after] });
};
