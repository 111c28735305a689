import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import type { Edit } from '../edit.ts';
import { newNumber } from '../identifiers.ts';
import type { GridRange, ProtectedRangeState, SheetState } from '../model.ts';
import { mayEdit, protectionToContract, rangeOfProtection } from '../protection.ts';
import { covers, gridRangeFrom, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

type Given = sheets_v4.Schema$ProtectedRange;

/** Protects cells, a named range, a table or a whole tab. */
export const addProtectedRange: RequestHandler<'addProtectedRange'> = (
  { protectedRange },
  edit,
) => {
  const given = protectedRange ?? {};
  const spreadsheet = edit.spreadsheet();
  const isTaken = (id: number) =>
    spreadsheet.sheets.some((sheet) =>
      sheet.protectedRanges.some((one) => one.protectedRangeId === id),
    );
  const added: ProtectedRangeState = {
    protectedRangeId: newNumber(edit, given.protectedRangeId, isTaken, 'Protected range ID'),
    ...protectedPlace(edit, given),
    ...(given.description && { description: given.description }),
    ...protectedFor(edit, given),
  };
  const { sheetId } = rangeOfProtection(spreadsheet, added);
  requireOpenPartsFit(added);
  requireOnlyWhole(edit.sheet(sheetId), added);
  edit.changeSheet(sheetId, {
    protectedRanges: [...edit.sheet(sheetId).protectedRanges, added],
  });
  const { state } = edit.context;
  return { protectedRange: protectionToContract(state, edit.principal, spreadsheet, added) };
};

/** What is protected. Throws 400 unless it is named in exactly one way. */
export function protectedPlace(
  edit: Edit,
  given: Given,
): Pick<ProtectedRangeState, 'range' | 'namedRangeId' | 'tableId' | 'unprotectedRanges'> {
  const { range, namedRangeId, tableId, unprotectedRanges } = given;
  if ([range, namedRangeId, tableId].filter(Boolean).length !== 1) {
    throw invalidArgument('Must specify exactly one of range, namedRangeId or tableId.');
  }
  const open = unprotectedRanges?.map((one) => inGrid(edit, gridRangeFrom(one)));
  return {
    range: placeOf(edit, given),
    ...(namedRangeId && { namedRangeId }),
    ...(tableId && { tableId }),
    ...(open && open.length > 0 && { unprotectedRanges: open }),
  };
}

function placeOf(edit: Edit, { range, namedRangeId, tableId }: Given): GridRange {
  const spreadsheet = edit.spreadsheet();
  if (namedRangeId) {
    const named = spreadsheet.namedRanges.find((one) => one.namedRangeId === namedRangeId);
    if (!named) throw invalidArgument(`No NamedRange with id: ${namedRangeId}`);
    return named.range;
  }
  if (tableId) {
    const tables = spreadsheet.sheets.flatMap((sheet) => sheet.tables);
    const table = tables.find((one) => one.tableId === tableId);
    if (!table) throw invalidArgument(`No table with id: ${tableId}`);
    return table.range;
  }
  return inGrid(edit, gridRangeFrom(range));
}

function inGrid(edit: Edit, range: GridRange): GridRange {
  rangeInGrid(range, edit.sheet(range.sheetId));
  return range;
}

/**
 * Who may edit; with a mere warning, everybody may.
 *
 * @throws 400 in Google's words for a list of editors without the caller, who does not own the file.
 */
export function protectedFor(
  edit: Edit,
  { warningOnly, editors }: Given,
): Pick<ProtectedRangeState, 'warningOnly' | 'editors'> {
  if (warningOnly) return { warningOnly: true };
  if (!editors) return {};
  const { users, groups, domainUsersCanEdit } = editors;
  const protectedBy = {
    editors: {
      users: users ?? [],
      ...(groups && { groups }),
      ...(typeof domainUsersCanEdit === 'boolean' && { domainUsersCanEdit }),
    },
  };
  const { spreadsheetId } = edit.spreadsheet();
  if (!mayEdit(edit.context.state, edit.principal, spreadsheetId, protectedBy)) {
    throw invalidArgument("You can't remove yourself as an editor.");
  }
  return protectedBy;
}

/** Throws 400 for a second protection of a whole tab. */
function requireOnlyWhole(
  { properties, protectedRanges }: SheetState,
  added: ProtectedRangeState,
): void {
  const isWhole = ({ range, namedRangeId, tableId }: ProtectedRangeState): boolean =>
    namedRangeId === undefined &&
    tableId === undefined &&
    covers(range, { sheetId: range.sheetId });
  if (isWhole(added) && protectedRanges.some(isWhole))
    throw invalidArgument(`Sheet "${properties.title}" already has sheet protection`);
}

/** Throws 400 for open parts of anything but a whole tab. */
export function requireOpenPartsFit(protection: ProtectedRangeState): void {
  const open = protection.unprotectedRanges ?? [];
  if (open.length === 0) return;
  const isWholeTab = covers(protection.range, { sheetId: protection.range.sheetId });
  if (!isWholeTab || open.some((one) => one.sheetId !== protection.range.sheetId)) {
    throw invalidArgument('Unprotected ranges are only supported on protected sheets.');
  }
}
