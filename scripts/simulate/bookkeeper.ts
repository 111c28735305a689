import * as z from 'zod';
import type { Chance } from './chance.ts';
import type { Deliveries } from './deliveries.ts';
import type { History } from './history.ts';
import { functionsUrl } from './school.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Whoever closes months, and reopens one now and then. */
export interface Bookkeeper {
  /** Asks for one thing, whatever else is under way. */
  act(): void;
  /** Whether all was answered, or never will be. */
  isDone(): boolean;
  /**
   * When all is well: closes what is over, now and then, and holds what is closed against its hashes.
   *
   * @returns what does not hold
   */
  finish(): Promise<readonly string[]>;
}

/** Months that are over when a simulation begins, in order. */
const months = ['2026-09', '2026-10'] as const;
const patience = 600_000;
const verifiedShape = z.object({ problems: z.array(z.string()) });

export function createBookkeeper(parts: {
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly history: History;
  readonly deliver: Deliveries['deliver'];
  /** Somebody changes what was closed; which row of which month, if there is one. */
  readonly tamper: () => Promise<{ readonly month: string; readonly id: string } | undefined>;
}): Bookkeeper {
  const { chance, time, history, deliver, tamper } = parts;
  let waiting = 0;

  const ask = async (what: 'close' | 'reopen' | 'verify', month: string) => {
    const said = { month, ...(what !== 'verify' && { reason: '对账' }) };
    history.add('asks', { does: what, month });
    waiting += 1;
    const response = await Promise.race([
      deliver(
        new Request(`${functionsUrl}/check/${what}`, {
          method: 'POST',
          body: JSON.stringify(said),
        }),
      ),
      time.sleep(patience),
    ]);
    waiting -= 1;
    const body = response ? await response.text() : '';
    history.add('told', { does: what, month, status: response?.status, body: body.slice(0, 200) });
    return { status: response?.status ?? 0, body };
  };

  /** Whoever is told to come back later does. */
  const askUntilAnswered = async (what: 'close' | 'verify', month: string) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await ask(what, month);
      if (answer.status === 200 || answer.status === 409 || tries === 12) return answer;
      await time.sleep(30_000);
    }
  };

  /** What somebody is told who holds a month against its hashes. */
  const problemsOf = async (month: string): Promise<readonly string[]> => {
    const { status, body } = await askUntilAnswered('verify', month);
    return status === 200
      ? verifiedShape.parse(JSON.parse(body)).problems
      : [`${month} could not be verified: ${status}`];
  };

  return {
    act() {
      const what = chance.happens(0.7) ? 'close' : 'reopen';
      void ask(what, chance.happens(0.75) ? months[1] : months[0]);
    },
    isDone: () => waiting === 0,
    async finish() {
      const wrongs: string[] = [];
      if (chance.happens(0.6)) {
        // A month whose rows lie in a later one that is closed is refused.
        await askUntilAnswered('close', months[0]);
        const { status, body } = await askUntilAnswered('close', months[1]);
        if (status !== 200)
          wrongs.push(`${months[1]} could not be closed: ${status} ${body.slice(0, 200)}`);
      }
      for (const month of months) wrongs.push(...(await problemsOf(month)));
      const changed = chance.happens(0.2) ? await tamper() : undefined;
      if (changed && !(await problemsOf(changed.month)).some((one) => one.includes(changed.id)))
        wrongs.push(`nobody saw that ${changed.id} of ${changed.month} was changed`);
      return wrongs;
    },
  };
}
