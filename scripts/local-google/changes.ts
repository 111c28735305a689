import type { Call, Principal } from './service.ts';
import type { GoogleState } from './state.ts';

/** A file that a request changed. */
export interface Change {
  readonly fileId: string;
  readonly driveId?: string;
  readonly isSpreadsheet: boolean;
  readonly removed: boolean;
  readonly method: string;
  readonly by: Principal;
}

/** The files changed since the change log stood at `from`. */
export function changesSince(state: GoogleState, from: number, call: Call): Change[] {
  if (state.changes.next === from) return [];
  return [...state.changes.byFile.values()]
    .filter(({ sequence }) => sequence >= from)
    .map(({ fileId, driveId, removed }) => ({
      fileId,
      ...(driveId !== undefined && { driveId }),
      isSpreadsheet: state.spreadsheets.has(fileId),
      removed,
      method: call.method,
      by: call.principal,
    }));
}
