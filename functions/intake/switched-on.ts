import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log/index.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import type { Register } from '#schema/register.ts';
import { switchedOff } from '#schema/switches.ts';
import type { RecentReads } from './recent-reads.ts';

/** The workbooks without the registers that 设置 switches off, as far as it was read; until then all are on. */
export interface WorkbooksInUse extends Workbooks {
  /** A register that is switched off (停用), by its key. */
  switchedOff(key: string): Register | undefined;
}

/** The registers that the school uses (启用). */
export interface SwitchedOn {
  readonly workbooks: WorkbooksInUse;
  /**
   * Has 设置 and 链接 read again where they are older than half a minute, and waits for that, and for `also`, as long
   * as a person would. Never throws.
   */
  look(also?: (() => Promise<void>) | undefined): Promise<void>;
}

const settings = 'settings';
/** What is looked at together, since it costs one call: which registers are on, and which links are in force. */
const looked = [settings, 'links'];
const maxAge = 25_000;
const patience = 2_500;

/** Hides from forms, sheets and printing what 设置 switches off. */
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

  return {
    workbooks: {
      ...workbooks,
      get registers() {
        const gone = off();
        return workbooks.registers.filter(({ key }) => !gone.has(key));
      },
      register: (key) => (off().has(key) ? undefined : workbooks.register(key)),
      switchedOff: (key) => (off().has(key) ? workbooks.register(key) : undefined),
    },
    async look(also) {
      const last = reads.held(settings);
      const isFresh = last !== undefined && clock.now().getTime() - last.at <= maxAge;
      if (isFresh && !also) return;
      const reading = reads
        .atMost(looked, maxAge)
        .then(() => also?.())
        .catch((failure: unknown) => {
          const error = failure instanceof Error ? failure.name : 'unknown';
          log.info('intake.settingsNotRead', { error });
        });
      await Promise.race([reading, clock.sleep(patience)]);
    },
  };
}
