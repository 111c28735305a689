import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { SpreadsheetState } from './model.ts';

/** A spreadsheet that nobody used for a while: its state, serialised and compressed. */
export interface PackedSpreadsheet {
  readonly packed: Uint8Array;
}

/** Spreadsheets by id, the one used last at the end; the last ones are open, the others packed. */
export type KeptSpreadsheets = Map<string, SpreadsheetState | PackedSpreadsheet>;

interface Keeping {
  readonly spreadsheets: KeptSpreadsheets;
}

/** A school works on a handful at a time, while closed years and audited months pile up. */
const mostOpen = 16;

/** The content of a spreadsheet; opens it where it was packed. */
export function findSpreadsheet(
  state: Keeping,
  spreadsheetId: string,
): SpreadsheetState | undefined {
  const kept = state.spreadsheets.get(spreadsheetId);
  if (!kept) return undefined;
  const spreadsheet = 'packed' in kept ? unpacked(kept) : kept;
  keepSpreadsheet(state, spreadsheetId, spreadsheet);
  return spreadsheet;
}

/** Puts the content of a spreadsheet; packs the one that was not used for the longest time, when many are open. */
export function keepSpreadsheet(
  { spreadsheets }: Keeping,
  spreadsheetId: string,
  spreadsheet: SpreadsheetState,
): void {
  spreadsheets.delete(spreadsheetId);
  spreadsheets.set(spreadsheetId, spreadsheet);
  const open = [...spreadsheets].flatMap(([id, kept]) =>
    'packed' in kept ? [] : [[id, kept] as const],
  );
  for (const [id, kept] of open.slice(0, Math.max(0, open.length - mostOpen)))
    spreadsheets.set(id, { packed: zstdCompressSync(serialize(kept)) });
}

function unpacked({ packed }: PackedSpreadsheet): SpreadsheetState {
  return deserialize(zstdDecompressSync(packed));
}
