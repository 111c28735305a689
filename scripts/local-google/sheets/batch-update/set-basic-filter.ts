import { GoogleError } from '../../errors.ts';
import { filterPlace, filterRules } from '../filters.ts';
import type { RequestHandler } from './index.ts';

/**
 * Puts the filter buttons of a tab, in place of those it has.
 *
 * Throws 501 for criteria and sort orders: they would hide and sort rows for everybody, which the
 * stand-in does not do.
 */
export const setBasicFilter: RequestHandler<'setBasicFilter'> = ({ filter }, edit) => {
  const given = filter ?? {};
  const place = filterPlace(edit, given);
  if (Object.keys(filterRules(given)).length > 0) {
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      'criteria and sortSpecs of a basic filter are not served by the local Google',
    );
  }
  edit.changeSheet(place.range.sheetId, { basicFilter: place });
};
