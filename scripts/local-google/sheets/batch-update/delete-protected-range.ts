import { requireEditor } from '../protection.ts';
import type { RequestHandler } from './index.ts';
import { findProtection, remove } from './update-protected-range.ts';

/** Lifts a protection. */
export const deleteProtectedRange: RequestHandler<'deleteProtectedRange'> = (
  { protectedRangeId },
  edit,
) => {
  const { before, sheetId } = findProtection(edit, protectedRangeId);
  requireEditor(edit, before);
  remove(edit, sheetId, before);
};
