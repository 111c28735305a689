import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type GoogleError, invalidArgument } from '../errors.ts';
import type { Principal } from '../service.ts';
import type { GoogleState } from '../state.ts';
import { rangeToContract } from './contract-range.ts';
import type { Edit } from './edit.ts';
import type {
  ClosedRange,
  GridRange,
  ProtectedRangeState,
  SheetState,
  SpreadsheetState,
} from './model.ts';
import { clipRange, intersects } from './ranges.ts';

/**
 * Throws 400 if the caller may not edit every cell of the range: part of it is protected, and the
 * caller is neither among the editors nor the owner of the file or an organizer of its drive.
 * Protection that only warns never refuses, for there is nobody to answer the question.
 */
export function requireEditable(edit: Edit, sheetId: number, range: GridRange): void {
  const sheet = edit.sheet(sheetId);
  const wanted = clipRange({ ...range, sheetId }, sheet);
  if (!wanted) return;
  const isForbidden = (protection: ProtectedRangeState) =>
    !mayEdit(edit.context.state, edit.principal, edit.spreadsheet().spreadsheetId, protection) &&
    isCovered(wanted, protection, sheet, edit.spreadsheet());
  if (sheet.protectedRanges.some(isForbidden)) throw protectedCell();
}

/** Throws 400 if the caller may not change or lift this protection. */
export function requireEditor(edit: Edit, protection: ProtectedRangeState): void {
  const { spreadsheetId } = edit.spreadsheet();
  if (!mayEdit(edit.context.state, edit.principal, spreadsheetId, protection)) {
    throw protectedCell();
  }
}

function protectedCell(): GoogleError {
  return invalidArgument(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

/** A protection in the shape of the contract; who may edit is shown only to those who may. */
export function protectionToContract(
  state: GoogleState,
  principal: Principal,
  spreadsheet: SpreadsheetState,
  protection: ProtectedRangeState,
): sheets_v4.Schema$ProtectedRange {
  const canEdit = mayEdit(state, principal, spreadsheet.spreadsheetId, protection);
  const { range: _range, editors, unprotectedRanges, ...rest } = protection;
  const { users, groups, domainUsersCanEdit } = editors ?? {};
  return {
    ...rest,
    range: rangeToContract(rangeOfProtection(spreadsheet, protection)),
    requestingUserCanEdit: canEdit,
    ...(unprotectedRanges && { unprotectedRanges: unprotectedRanges.map(rangeToContract) }),
    ...(editors &&
      canEdit && {
        editors: {
          ...(users && { users: [...users] }),
          ...(groups && { groups: [...groups] }),
          ...(domainUsersCanEdit !== undefined && { domainUsersCanEdit }),
        },
      }),
  };
}

/**
 * Whether the protection lets the caller edit. Without a list of editors it mirrors who may edit the
 * spreadsheet, which everybody who gets here may. Members of groups are not known here.
 */
export function mayEdit(
  state: GoogleState,
  principal: Principal,
  spreadsheetId: string,
  { warningOnly, editors }: Pick<ProtectedRangeState, 'warningOnly' | 'editors'>,
): boolean {
  if (warningOnly || !editors || ownsFile(state, principal, spreadsheetId)) return true;
  if (editors.domainUsersCanEdit && principal.kind === 'user') return true;
  return (editors.users ?? []).some((user) => sameAddress(user, principal.email));
}

function ownsFile(state: GoogleState, principal: Principal, spreadsheetId: string): boolean {
  const file = state.files.get(spreadsheetId);
  if (file?.owner !== undefined) return sameAddress(file.owner, principal.email);
  const drive = state.drives.get(file?.driveId ?? '');
  return (drive?.permissions ?? []).some(
    ({ role, emailAddress }) =>
      role === 'organizer' && sameAddress(emailAddress ?? '', principal.email),
  );
}

function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The cells a protection covers now: its own range, its named range's or its table's. */
export function rangeOfProtection(
  spreadsheet: SpreadsheetState,
  { range, namedRangeId, tableId }: ProtectedRangeState,
): GridRange {
  if (namedRangeId !== undefined) {
    const named = spreadsheet.namedRanges.find((one) => one.namedRangeId === namedRangeId);
    return named?.range ?? range;
  }
  if (tableId === undefined) return range;
  const tables = spreadsheet.sheets.flatMap((sheet) => sheet.tables);
  return tables.find((table) => table.tableId === tableId)?.range ?? range;
}

function isCovered(
  wanted: ClosedRange,
  protection: ProtectedRangeState,
  sheet: SheetState,
  spreadsheet: SpreadsheetState,
): boolean {
  if (!intersects(wanted, rangeOfProtection(spreadsheet, protection))) return false;
  const open = (protection.unprotectedRanges ?? []).flatMap(
    (range) => clipRange(range, sheet) ?? [],
  );
  const left = open.reduce<readonly ClosedRange[]>(
    (rest, range) => rest.flatMap((one) => without(one, range)),
    [wanted],
  );
  return left.length > 0;
}

/** What of a range is left beside another: above, below, left and right of it. */
function without(range: ClosedRange, taken: ClosedRange): ClosedRange[] {
  if (!intersects(range, taken)) return [range];
  const middle = {
    ...range,
    startRowIndex: Math.max(range.startRowIndex, taken.startRowIndex),
    endRowIndex: Math.min(range.endRowIndex, taken.endRowIndex),
  };
  return [
    { ...range, endRowIndex: middle.startRowIndex },
    { ...range, startRowIndex: middle.endRowIndex },
    { ...middle, endColumnIndex: Math.max(range.startColumnIndex, taken.startColumnIndex) },
    { ...middle, startColumnIndex: Math.min(range.endColumnIndex, taken.endColumnIndex) },
  ].filter(
    (one) => one.startRowIndex < one.endRowIndex && one.startColumnIndex < one.endColumnIndex,
  );
}
