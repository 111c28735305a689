import type { RowId } from '#schema/values.ts';
import type { WritableTab } from './append-batch.ts';
import type { CommitToken } from './commit-token.ts';

/** Fingerprint of a row that is known to be in the sheet; '' when staff typed it or it is not known. */
export type KnownRows = Map<RowId, string>;

const mostKnown = 50_000;

/** What the writer of one spreadsheet remembers between writes; all of it can be read again. */
export interface SpreadsheetMemory {
  readonly tabs: Map<string, WritableTab>;
  readonly known: KnownRows;
  /** Registers whose ids were looked up since this instance began. */
  readonly lookedUp: Set<string>;
  /** Ids of a write whose outcome stayed unclear: to be looked up before they are believed. */
  readonly doubtful: Set<RowId>;
  /** Commit tokens in the spreadsheet. */
  readonly tokens: CommitToken[];
  /** Tokens of batches that may yet come to be written: the next batch takes their ids, so that they cannot. */
  readonly unclear: CommitToken[];
}

export function emptyMemory(): SpreadsheetMemory {
  return {
    tabs: new Map(),
    known: new Map(),
    lookedUp: new Set(),
    doubtful: new Set(),
    tokens: [],
    unclear: [],
  };
}

/** Remembers a row; the oldest is forgotten past a bound, and would then be looked up. */
export function remember(memory: SpreadsheetMemory, id: RowId, sent: string): void {
  memory.known.delete(id);
  memory.known.set(id, sent);
  memory.doubtful.delete(id);
  const oldest = memory.known.keys().next();
  if (memory.known.size > mostKnown && !oldest.done) memory.known.delete(oldest.value);
}
