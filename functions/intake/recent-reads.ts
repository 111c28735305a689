import type { Clock } from '#platform/clock.ts';
import type { RegisterRows, Workbooks } from '#platform/workbook/port.ts';

/** Registers as last read, so that a crowd at one page costs one read and a slow Google costs no page. */
export interface RecentReads {
  /** What was read last and when, without asking Google. */
  held(register: string): { readonly read: RegisterRows; readonly at: number } | undefined;
  /** Reads again what is older than `maxAge` milliseconds. Throws what reading throws. */
  atMost(registers: readonly string[], maxAge: number): Promise<void>;
  /** Counts what is held of registers as old. */
  forget(registers: readonly string[]): void;
}

/** After a failed read the same register is left alone for so long. */
const restAfterFailure = 5_000;

/** One instance's memory of its reads; readers at the same moment share one. */
export function createRecentReads({
  workbooks,
  clock,
}: {
  readonly workbooks: Workbooks;
  readonly clock: Clock;
}): RecentReads {
  const held = new Map<string, { readonly read: RegisterRows; readonly at: number }>();
  const failed = new Map<string, { readonly failure: unknown; readonly at: number }>();
  const underWay = new Map<string, Promise<void>>();

  async function readOne(keys: readonly string[]): Promise<void> {
    const at = clock.now().getTime();
    try {
      for (const [key, read] of await workbooks.read(keys)) held.set(key, { read, at });
      for (const key of keys) failed.delete(key);
    } catch (failure) {
      for (const key of keys) failed.set(key, { failure, at });
      throw failure;
    } finally {
      for (const key of keys) underWay.delete(key);
    }
  }

  /** One call a workbook, so that a workbook that cannot be read does not take the others with it. */
  function start(keys: readonly string[]): void {
    const byWorkbook = Map.groupBy(keys, (key) => workbooks.register(key)?.workbook);
    for (const group of byWorkbook.values()) {
      const reading = readOne(group);
      for (const key of group) underWay.set(key, reading);
    }
  }

  return {
    held: (register) => held.get(register),
    forget: (registers) => {
      for (const key of registers) {
        const last = held.get(key);
        if (last) held.set(key, { ...last, at: Number.NEGATIVE_INFINITY });
      }
    },
    async atMost(registers, maxAge) {
      const now = clock.now().getTime();
      const tooOld = registers.filter((key) => {
        const last = held.get(key);
        return workbooks.register(key) && (last === undefined || now - last.at > maxAge);
      });
      const resting = tooOld
        .map((key) => failed.get(key))
        .find((failure) => failure && now - failure.at < restAfterFailure);
      if (resting) throw resting.failure;
      start(tooOld.filter((key) => !underWay.has(key)));
      await Promise.all(tooOld.map((key) => underWay.get(key)));
    },
  };
}
