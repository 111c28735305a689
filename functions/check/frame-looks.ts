import type { Clock } from '#platform/clock.ts';
import type { Drive, Sheets } from '#platform/google/index.ts';
import { type FrameRead, mendFrame } from '#platform/workbook/mend-frame.ts';
import type { Mend } from '#platform/workbook/mend-tab.ts';

/** Looks from time to time at what hangs on the tabs (protections, tables, drop-downs), and where the file is. */
export interface FrameLooks {
  /** Puts back what is gone, if it is time to look; nothing else. */
  look(spreadsheetId: string, read: FrameRead): Promise<readonly Mend[]>;
  /** Whether the file was in the bin when it was last looked for: Google deletes it from there after thirty days. */
  isTrashed(spreadsheetId: string): boolean;
}

const everyMilliseconds = 3_600_000;
/** One spreadsheet at a time, so that the first look of an instance does not wait for the quota. */
const apartMilliseconds = 10_000;

export function createFrameLooks({
  sheets,
  drive,
  clock,
}: {
  readonly sheets: Pick<Sheets, 'get' | 'batchUpdate'>;
  readonly drive: Pick<Drive, 'getFile'>;
  readonly clock: Clock;
}): FrameLooks {
  const trashed = new Set<string>();
  const looked = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  return {
    async look(spreadsheetId, read) {
      const now = clock.now().getTime();
      const before = looked.get(spreadsheetId) ?? Number.NEGATIVE_INFINITY;
      // However the clock was set meanwhile.
      const since = (then: number): number => Math.abs(now - then);
      if (since(before) < everyMilliseconds || since(last) < apartMilliseconds) return [];
      looked.set(spreadsheetId, now);
      last = now;
      const file = await drive.getFile(spreadsheetId, 'trashed');
      if (file.trashed === true) trashed.add(spreadsheetId);
      else trashed.delete(spreadsheetId);
      return mendFrame(sheets, spreadsheetId, read);
    },
    isTrashed: (spreadsheetId) => trashed.has(spreadsheetId),
  };
}
