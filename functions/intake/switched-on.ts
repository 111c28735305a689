import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log/index.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import { switchedOff } from '#schema/switches.ts';
import type { RecentReads } from './recent-reads.ts';

/** The registers that the school uses (启用), as far as 设置 was read. */
export interface SwitchedOn {
  /** The workbooks without the registers that are switched off. */
  readonly workbooks: Workbooks;
  /**
   * Makes sure that 设置 was read; what is older than a minute is read again, and waited for only where something is
   * switched off, which may be on again.
   */
  look(): Promise<void>;
}

const settings = 'settings';
const maxAge = 60_000;
const patience = 2_500;

/** Hides from forms, sheets and printing what 设置 switches off. Until it could be read, all is on. */
export function createSwitchedOn({
  workbooks,
  reads,
  clock,
  log,
}: {
  readonly workbooks: Workbooks;
  readonly reads: RecentReads;
  readonly clock: Clock;
  readonly log: Log;
}): SwitchedOn {
  const off = (): ReadonlySet<string> =>
    switchedOff(workbooks.registers, reads.held(settings)?.read.rows ?? []);
  const read = (): Promise<void> =>
    reads.atMost([settings], maxAge).catch((failure: unknown) => {
      log.info('intake.settingsNotRead', {
        failure: failure instanceof Error ? failure.name : 'unknown',
      });
    });

  return {
    workbooks: {
      ...workbooks,
      get registers() {
        const gone = off();
        return workbooks.registers.filter(({ key }) => !gone.has(key));
      },
      register: (key) => (off().has(key) ? undefined : workbooks.register(key)),
    },
    async look() {
      const reading = read();
      if (!reads.held(settings) || off().size > 0)
        await Promise.race([reading, clock.sleep(patience)]);
    },
  };
}
