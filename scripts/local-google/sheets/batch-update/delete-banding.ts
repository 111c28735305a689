import type { RequestHandler } from './index.ts';
import { findBanding, removeBanding } from './update-banding.ts';

/** Takes the colours of a banding away. */
export const deleteBanding: RequestHandler<'deleteBanding'> = ({ bandedRangeId }, edit) => {
  const { before, sheetId } = findBanding(edit, bandedRangeId);
  removeBanding(edit, sheetId, before);
};
