import { localMoment } from '#schema/time.ts';
import type { RowId } from '#schema/values.ts';
import type { Desk } from './desk.ts';
import { problem, switchedOff, unavailable, unknownForm } from './problems.ts';

/** Where a choice about the mail of a morning becomes a row. */
const choices = 'reminders';

/** What somebody wants from now on. */
interface Chosen {
  readonly mail: 'daily' | 'none';
  readonly language: 'zh' | 'en';
}

/** Throws a problem where nobody can choose: the register is switched off or not there. */
export function mustTakeChoices({ workbooks }: Desk): void {
  const off = workbooks.switchedOff(choices);
  if (off) throw switchedOff(off);
  if (!workbooks.register(choices)) throw unknownForm();
}

/**
 * Writes a choice as a row of 提醒订阅; the same id again writes nothing. Throws a problem when it could not be written.
 *
 * @param sent what came in, as the row keeps it
 */
export async function writeChoice(
  desk: Desk,
  id: RowId,
  person: string,
  { mail, language }: Chosen,
  sent: string,
): Promise<void> {
  const { workbooks, clock, timeZone } = desk;
  const submitted = await workbooks.submit({
    register: choices,
    id,
    values: { chosen: localMoment(clock.now(), timeZone), person, mail, language },
    sent: { choose: sent },
    origin: { how: 'form' },
    retry: true,
  });
  if (submitted.outcome === 'unavailable') throw unavailable(submitted.retryAfterSeconds);
  if (submitted.outcome === 'refused') throw problem(422, 'refused', submitted.message);
  desk.forget([choices]);
}
