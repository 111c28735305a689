import { findFilterView } from '../filters.ts';
import type { RequestHandler } from './index.ts';

/** Deletes a filter view. */
export const deleteFilterView: RequestHandler<'deleteFilterView'> = ({ filterId }, edit) => {
  const { before, sheetId } = findFilterView(edit, filterId);
  const { filterViews } = edit.sheet(sheetId);
  edit.changeSheet(sheetId, { filterViews: filterViews.filter((one) => one !== before) });
};
