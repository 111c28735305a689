import type { Register } from '#schema/register.ts';
import type { Sheets } from '../google/index.ts';
import type { Log } from '../log/index.ts';
import type { PendingRow } from './append-batch.ts';
import { type AppendPorts, appendRows } from './append-rows.ts';
import type { ClosedIds } from './closed-ids.ts';
import { lookUp, lookUpPast } from './look-up.ts';
import { remember, type SpreadsheetMemory } from './memory.ts';
import type { Submitted } from './port.ts';

/** A row that waits to be written, and whoever waits for it. */
export interface Waiting {
  readonly row: PendingRow;
  readonly bytes: number;
  /** Somebody said that it may have been sent before. */
  retry: boolean;
  readonly settle: (submitted: Submitted) => void;
}

export interface CommitPorts extends AppendPorts {
  readonly sheets: Sheets;
  readonly spreadsheetId: string;
  readonly log: Log;
  /** Ids of rows that left their tabs with a closed month. */
  readonly closedIds?: Pick<ClosedIds, 'find'> | undefined;
  /** Other spreadsheets in which a submission may be that is sent again: those of past months. */
  readonly past?: readonly string[];
  /** Told after each commit, so that the check can look at once. */
  readonly onCommitted?: ((spreadsheetId: string) => void) | undefined;
}

/** After how many seconds to come again when Google does not say it. */
export const busySeconds = 15;

/**
 * Writes a batch, each of its rows once, and answers whoever waits for them. A row that Google refuses is answered by
 * itself and the others are written.
 *
 * @throws GoogleFailure and WorkbookFailure when nothing can be read; then nobody was answered who still waits
 */
export async function commitBatch(
  ports: CommitPorts,
  memory: SpreadsheetMemory,
  batch: readonly Waiting[],
): Promise<void> {
  let waiting = await answerKnown(ports, memory, batch);
  let oneByOne = false;
  for (let stale = 0; waiting.length > 0; ) {
    const rows = waiting.map(({ row }) => row);
    const result = await appendRows(ports, ports.spreadsheetId, rows, memory, oneByOne);
    if (result.outcome === 'committed') {
      settleCommitted(ports, memory, waiting);
      return;
    }
    if (result.outcome === 'refused' && stale === 0) {
      // A column that staff deleted also makes Google refuse: look again before a row is blamed.
      stale += 1;
      waiting = await answerAgain(ports, memory, waiting);
    } else if (result.outcome === 'refused' && result.rows.length > 1) oneByOne = true;
    else if (result.outcome === 'refused') {
      const [refused] = result.rows;
      ports.log.warn('row-refused', {
        spreadsheetId: ports.spreadsheetId,
        message: result.message,
      });
      waiting.find(({ row }) => row === refused)?.settle({ outcome: 'refused', message: refusal });
      waiting = waiting.filter(({ row }) => row !== refused);
    } else if (result.outcome === 'stale' && stale < 2) {
      stale += 1;
      waiting = await answerAgain(ports, memory, waiting);
    } else {
      for (const { row, settle } of waiting) {
        memory.doubtful.add(row.submission.id);
        settle({ outcome: 'unavailable', retryAfterSeconds: busySeconds });
      }
      return;
    }
  }
}

/** Looks up what may have been written before, answers it, and returns what is left to write. */
async function answerKnown(
  ports: CommitPorts,
  memory: SpreadsheetMemory,
  batch: readonly Waiting[],
): Promise<readonly Waiting[]> {
  const unsure = batch.filter(
    ({ row, retry }) =>
      retry || memory.doubtful.has(row.submission.id) || !memory.lookedUp.has(row.register.key),
  );
  if (unsure.length > 0) {
    await lookUp(ports, memory, registersOf(batch));
    for (const spreadsheetId of ports.past ?? [])
      await lookUpPast(ports.sheets, spreadsheetId, memory, registersOf(unsure));
  }
  const sentBefore = unsure.filter(
    ({ row, retry }) => retry || memory.doubtful.has(row.submission.id),
  );
  await lookUpClosed(ports, memory, sentBefore);
  return answerFound(memory, batch);
}

/** Of a batch whose answer was lost all may have been written, and its month have been closed since. */
async function answerAgain(
  ports: CommitPorts,
  memory: SpreadsheetMemory,
  waiting: readonly Waiting[],
): Promise<readonly Waiting[]> {
  await lookUp(ports, memory, registersOf(waiting));
  await lookUpClosed(ports, memory, waiting);
  return answerFound(memory, waiting);
}

/** Rows of closed months have left their tabs: whoever was offline for weeks is answered from the index of their ids. */
async function lookUpClosed(
  { closedIds, spreadsheetId }: CommitPorts,
  memory: SpreadsheetMemory,
  sentBefore: readonly Waiting[],
): Promise<void> {
  const ids = sentBefore.map(({ row }) => row.submission.id).filter((id) => !memory.known.has(id));
  if (!closedIds || ids.length === 0) return;
  for (const [id, sent] of await closedIds.find(spreadsheetId, ids)) remember(memory, id, sent);
}

/** Answers what is known to be in the sheet, and returns the rest. */
function answerFound(memory: SpreadsheetMemory, batch: readonly Waiting[]): readonly Waiting[] {
  return batch.filter(({ row, settle }) => {
    memory.doubtful.delete(row.submission.id);
    const known = memory.known.get(row.submission.id);
    if (known !== undefined) settle(verdict(known, row.sent));
    return known === undefined;
  });
}

function settleCommitted(
  ports: CommitPorts,
  memory: SpreadsheetMemory,
  waiting: readonly Waiting[],
): void {
  for (const { row } of waiting) remember(memory, row.submission.id, row.sent);
  for (const { settle } of waiting) settle({ outcome: 'written' });
  ports.onCommitted?.(ports.spreadsheetId);
}

function registersOf(batch: readonly Waiting[]): Register[] {
  return [...new Map(batch.map(({ row }) => [row.register.key, row.register])).values()];
}

/** A row that staff typed, or whose fingerprint they deleted, has none to compare with: it stands. */
export function verdict(known: string, sent: string): Submitted {
  return { outcome: known === '' || known === sent ? 'already' : 'different' };
}

const refusal = {
  zh: '表格不接受这一条，请检查内容后再提交',
  en: 'The sheet refuses this entry: check it and send it again',
};
