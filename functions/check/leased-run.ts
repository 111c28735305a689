import { AuditOvertaken } from '#platform/audit/index.ts';
import type { Sheets } from '#platform/google/index.ts';
import type { LeaseHolder } from '#platform/lease/lease.ts';
import {
  FenceClosed,
  type FencedSheets,
  fencedSheets,
  UnclearWrite,
} from '#platform/workbook/fence.ts';
import { SnapshotOvertaken } from './snapshot.ts';

/** Another instance does it, until it runs out unless it is prolonged (milliseconds). */
export interface Held {
  readonly heldUntil: number;
}

/** Runs the check only while this instance has the lease; its writes are fenced by it. */
export interface LeasedRun<R> {
  do<T>(work: (run: R) => Promise<T>): Promise<T | Held>;
  /** Drops what the run remembers: the next one begins from nothing. */
  forget(): void;
  /** Gives the lease back. */
  close(): Promise<void>;
}

/**
 * One check at a time (hard point 6). Each new epoch begins with a run that remembers nothing, since somebody else may
 * have written meanwhile.
 *
 * @param makeRun makes a run over sheets that are fenced by the epoch; `prolong` keeps the lease through a long look
 */
export function createLeasedRun<R>({
  leases,
  sheets,
  makeRun,
}: {
  readonly leases: LeaseHolder;
  readonly sheets: Sheets;
  readonly makeRun: (sheets: FencedSheets, prolong: () => Promise<void>) => R;
}): LeasedRun<R> {
  let current:
    | { readonly epoch: number; readonly sheets: FencedSheets; readonly run: R | undefined }
    | undefined;

  const runOf = (epoch: number): R => {
    const before = current?.epoch === epoch ? current : undefined;
    if (before?.run !== undefined) return before.run;
    const prolong = async (): Promise<void> => {
      const held = await leases.hold();
      if (!('lease' in held) || held.lease.epoch !== epoch) throw new FenceClosed(epoch);
    };
    // Where its fence stands is not forgotten with what the run remembers.
    const fenced = before?.sheets ?? fencedSheets(sheets, epoch);
    const run = makeRun(fenced, prolong);
    current = { epoch, sheets: fenced, run };
    return run;
  };

  return {
    async do(work) {
      const held = await leases.hold();
      if (!('lease' in held)) {
        current = undefined;
        return held;
      }
      try {
        return await work(runOf(held.lease.epoch));
      } catch (failure) {
        if (isOver(failure)) {
          leases.lost();
          current = undefined;
        }
        if (!(failure instanceof FenceClosed)) throw failure;
        const after = await leases.hold();
        return 'lease' in after ? { heldUntil: 0 } : after;
      }
    },
    forget: () => {
      current = current && { ...current, run: undefined };
    },
    close: () => leases.release(),
  };
}

/** What this holder remembers, or may have written, is not to be gone by: the next look takes a lease of its own. */
export function isOver(failure: unknown): boolean {
  return (
    failure instanceof FenceClosed ||
    failure instanceof UnclearWrite ||
    failure instanceof SnapshotOvertaken ||
    failure instanceof AuditOvertaken
  );
}
