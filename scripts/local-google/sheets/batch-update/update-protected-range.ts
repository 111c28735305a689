import { invalidArgument } from '../../errors.ts';
import type { Edit } from '../edit.ts';
import { type FieldMask, names, parseFieldMask } from '../field-mask.ts';
import type { ProtectedRangeState } from '../model.ts';
import { requireEditor } from '../protection.ts';
import { protectedFor, protectedPlace, requireOpenPartsFit } from './add-protected-range.ts';
import type { RequestHandler } from './index.ts';

/** Changes what a protection covers, whom it lets edit, or its description. */
export const updateProtectedRange: RequestHandler<'updateProtectedRange'> = (
  { protectedRange, fields },
  edit,
) => {
  const given = protectedRange ?? {};
  const { before, sheetId } = findProtection(edit, given.protectedRangeId);
  requireEditor(edit, before);
  const mask = parseFieldMask(fields);
  const { description: _description, warningOnly: _warning, editors: _editors, ...place } = before;
  const description = names(mask, 'description') ? given.description : before.description;
  const after: ProtectedRangeState = {
    ...(namesPlace(mask)
      ? { protectedRangeId: before.protectedRangeId, ...protectedPlace(edit, given) }
      : place),
    ...(description && { description }),
    ...updatedFor(edit, before, given, mask),
    ...(names(mask, 'unprotectedRanges') && !namesPlace(mask)
      ? openPartsOf(edit, before, given)
      : {}),
  };
  requireOpenPartsFit(after);
  remove(edit, sheetId, before);
  const home = after.range.sheetId;
  edit.changeSheet(home, { protectedRanges: [...edit.sheet(home).protectedRanges, after] });
};

type Given = Parameters<typeof protectedPlace>[1];

function namesPlace(mask: FieldMask): boolean {
  return ['range', 'namedRangeId', 'tableId'].some((name) => names(mask, name));
}

function openPartsOf(
  edit: Edit,
  { range }: ProtectedRangeState,
  { unprotectedRanges }: Given,
): Pick<ProtectedRangeState, 'unprotectedRanges'> {
  const given = { range: { ...range }, unprotectedRanges: unprotectedRanges ?? [] };
  return { unprotectedRanges: protectedPlace(edit, given).unprotectedRanges ?? [] };
}

function updatedFor(
  edit: Edit,
  before: ProtectedRangeState,
  given: Given,
  mask: FieldMask,
): Pick<ProtectedRangeState, 'warningOnly' | 'editors'> {
  const warningOnly = names(mask, 'warningOnly') ? given.warningOnly : before.warningOnly;
  if (warningOnly) return { warningOnly: true };
  if (names(mask, 'editors')) return protectedFor(edit, { editors: given.editors ?? {} });
  return before.editors ? { editors: before.editors } : {};
}

/** The protection of that id and its tab. Throws 400 in Google's words. */
export function findProtection(
  edit: Edit,
  protectedRangeId: number | null | undefined,
): { readonly before: ProtectedRangeState; readonly sheetId: number } {
  for (const { properties, protectedRanges } of edit.spreadsheet().sheets) {
    const before = protectedRanges.find((one) => one.protectedRangeId === protectedRangeId);
    if (before) return { before, sheetId: properties.sheetId };
  }
  throw invalidArgument(`No protected range with id: ${protectedRangeId ?? 0}`);
}

/** Takes a protection from its tab. */
export function remove(edit: Edit, sheetId: number, protection: ProtectedRangeState): void {
  const { protectedRanges } = edit.sheet(sheetId);
  edit.changeSheet(sheetId, {
    protectedRanges: protectedRanges.filter((one) => one !== protection),
  });
}
