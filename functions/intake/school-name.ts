import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log/index.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import { settings, statedSettings } from '#schema/registers/school/settings.ts';
import { frameSettings } from '#schema/settings.ts';

const maxAge = 10 * 60_000;

/**
 * The school's name from its settings, for page heads. Never waits: each call answers what is known by then and
 * has it read again when it is ten minutes old.
 */
export function createSchoolName({
  workbooks,
  clock,
  log,
}: {
  readonly workbooks: Workbooks;
  readonly clock: Clock;
  readonly log: Log;
}): () => string {
  const known = { name: frameSettings.department.default as string, at: -Infinity };

  async function readAgain(): Promise<void> {
    const read = (await workbooks.read([settings.key])).get(settings.key);
    const stated = statedSettings(read?.rows ?? []).get('schoolName');
    if (stated !== undefined) known.name = stated;
  }

  return () => {
    const now = clock.now().getTime();
    if (now - known.at > maxAge) {
      known.at = now;
      readAgain().catch((failure: unknown) => {
        const error = failure instanceof Error ? failure.name : 'unknown';
        log.warn('intake.schoolNameNotRead', { error });
      });
    }
    return known.name;
  };
}
