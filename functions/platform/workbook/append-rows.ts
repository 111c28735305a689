import type { Clock } from '../clock.ts';
import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { GoogleFailure, type Sheets } from '../google/index.ts';
import type { Random } from '../random.ts';
import { appendRequest, type PendingRow, type WritableTab } from './append-batch.ts';
import { columnGuard } from './column-guard.ts';
import {
  type CommitToken,
  expiredTokenRequests,
  isCommitted,
  newToken,
  tokenRequest,
} from './commit-token.ts';
import type { SpreadsheetMemory } from './memory.ts';

/** What became of a batch. */
export type Appended =
  /** All rows are in the sheet. */
  | { readonly outcome: 'committed' }
  /** Google refused one request; nothing was written. `rows` are those of that request. */
  | { readonly outcome: 'refused'; readonly rows: readonly PendingRow[]; readonly message: string }
  /** The layout is not what it was (a column moved, a tab gone); nothing was written. */
  | { readonly outcome: 'stale' }
  /** No clear answer in time: the batch may be in the sheet. */
  | { readonly outcome: 'unclear' };

export interface AppendPorts {
  readonly sheets: Pick<Sheets, 'batchUpdate' | 'searchMetadata'>;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the process is about to end: then nothing is tried again. */
  readonly isEnding?: () => boolean;
}

const patienceMilliseconds = 25_000;

/**
 * Appends rows to tabs of one spreadsheet in one atomic write. After an unclear failure the identical batch
 * with the same token is sent until it succeeds or is refused as a duplicate.
 *
 * @param oneByOne a request for each row, so that a refusal names it
 */
export async function appendRows(
  { sheets, clock, random, isEnding = () => false }: AppendPorts,
  spreadsheetId: string,
  rows: readonly PendingRow[],
  memory: SpreadsheetMemory,
  oneByOne = false,
): Promise<Appended> {
  const began = clock.now().getTime();
  const token = newToken(random, clock);
  const groups = grouped(rows, oneByOne);
  const tabs = writableTabs(rows, memory.tabs);
  const expired = expiredTokenRequests(memory.tokens, began);
  const unclear = [...memory.unclear];
  const before = [
    ...expired,
    ...unclear.map(tokenRequest),
    tokenRequest(token),
    ...Array.from(tabs, ([register, { layout, marks }]) =>
      columnGuard(register, layout, marks),
    ).flat(),
  ];
  const body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest = {
    requests: [
      ...before,
      ...groups.map((group) => appendRequest(group, tabOf(group[0], memory.tabs))),
    ],
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sheets.batchUpdate(spreadsheetId, body, { fields: 'spreadsheetId' });
      keepTokens(memory, token, expired.length);
      return { outcome: 'committed' };
    } catch (failure) {
      if (!(failure instanceof GoogleFailure)) throw failure;
      if (failure.kind === 'refused') {
        // A second sending may be refused because the first one arrived.
        if (attempt > 1) {
          if (await isCommitted(sheets, spreadsheetId, token)) {
            keepTokens(memory, token, expired.length);
            return { outcome: 'committed' };
          }
          memory.unclear.push(token);
        }
        const index = requestNamed(failure.message);
        const late = index === undefined ? undefined : unclear[index - expired.length];
        if (late) {
          // An earlier batch came through after all: what it wrote is looked up.
          memory.unclear.splice(memory.unclear.indexOf(late), 1);
          memory.tokens.push(late);
        }
        const group = index === undefined ? undefined : groups[index - before.length];
        return group
          ? { outcome: 'refused', rows: group, message: failure.message }
          : { outcome: 'stale' };
      }
      if (failure.kind !== 'busy' && failure.kind !== 'unclear') throw failure;
      const pause = Math.max(
        (failure.retryAfterSeconds ?? 0) * 1000,
        Math.min(4000, 250 * 2 ** attempt),
      );
      if (isEnding() || clock.now().getTime() - began + pause > patienceMilliseconds) {
        memory.unclear.push(token);
        return { outcome: 'unclear' };
      }
      await clock.sleep(pause);
    }
  }
}

function grouped(rows: readonly PendingRow[], oneByOne: boolean): PendingRow[][] {
  return oneByOne
    ? rows.map((row) => [row])
    : [...Map.groupBy(rows, (row) => row.register.key).values()];
}

function writableTabs(
  rows: readonly PendingRow[],
  tabs: ReadonlyMap<string, WritableTab>,
): Map<string, WritableTab> {
  return new Map(rows.map((row) => [row.register.key, tabOf(row, tabs)]));
}

function tabOf(row: PendingRow | undefined, tabs: ReadonlyMap<string, WritableTab>): WritableTab {
  const tab = row && tabs.get(row.register.key);
  if (!tab) throw new Error(`append: the layout of ${row?.register.key} was never read`);
  return tab;
}

/** A batch is in the sheet: what was unclear before it never will be. */
function keepTokens(memory: SpreadsheetMemory, token: CommitToken, expired: number): void {
  if (expired > 0) memory.tokens.splice(0, expired);
  memory.tokens.push(...memory.unclear.splice(0), token);
}

/** Google words a refusal as “Invalid requests[3].appendCells: …”. */
function requestNamed(message: string): number | undefined {
  const match = /requests\[(\d+)\]/.exec(message);
  return match ? Number(match[1]) : undefined;
}
