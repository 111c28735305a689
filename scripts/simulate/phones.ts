import type { Chance } from './chance.ts';
import type { Deliveries } from './deliveries.ts';
import { type Entries, shownIn } from './entries.ts';
import type { History } from './history.ts';
import type { Observer } from './observer.ts';
import type { Process } from './process.ts';
import { type Filled, filled } from './registers.ts';
import { functionsUrl } from './school.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

/** One thing that somebody wants entered, and how it was answered for good. */
export interface Submission {
  readonly id: string;
  readonly marker: string;
  readonly filled: Filled;
  /** Whether its phone says, when it tries again, that it does. */
  readonly saysRetry: boolean;
  answer?: number;
}

/** People with phones, and how they reach the functions. */
export interface Phones {
  /** Somebody begins to send something; the phone tries until it is answered for good. */
  send(): void;
  readonly submissions: readonly Submission[];
  /** Whether all are answered. */
  areDone(): boolean;
}

/** Answers that say that a submission was taken. */
export const taken: ReadonlySet<number> = new Set([200, 201, 202, 303]);
const final: ReadonlySet<number> = new Set([200, 201, 202, 303, 400, 401, 403, 404, 409, 422]);
const patience = 60_000;

export function createPhones(parts: {
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly weather: Weather;
  readonly entries: Entries;
  readonly history: History;
  /** A token that opens the forms. */
  readonly token: string;
  readonly deliver: Deliveries['deliver'];
  readonly observer: Pick<Observer, 'arrived'>;
}): Phones {
  const { chance, time, weather, entries, history, token, deliver, observer } = parts;
  const submissions: Submission[] = [];
  let turn = 0;

  const begin = (of: Filled, id: string, saysRetry: boolean) => {
    turn += 1;
    const marker = `表单第${turn}条`;
    const values = { ...of.says(turn), [of.marker]: marker };
    const submission: Submission = { id, marker, filled: of, saysRetry };
    submissions.push(submission);
    entries.all.set(marker, {
      marker,
      filled: of,
      by: 'form',
      cells: new Map(
        Object.entries(values).map(([column, value]) => [column, shownIn(of, column, value)]),
      ),
      copies: 0,
      deletions: 0,
    });
    return { submission, values };
  };

  /** One try: what the server answered, or nothing when nobody knows. */
  const attempt = async (
    make: () => Request,
    arrives: (process: Process) => void,
  ): Promise<Response | undefined> => {
    if (weather.isLost()) {
      await time.sleep(patience / 4);
      return undefined;
    }
    await time.sleep(weather.way());
    // A finger that taps twice, a proxy that sends again.
    if (weather.isDoubled()) void deliver(make(), arrives);
    const answer = await Promise.race([deliver(make(), arrives), time.sleep(patience)]);
    await time.sleep(weather.way());
    return weather.isLost() ? undefined : (answer ?? undefined);
  };

  const keepSending = async (
    { submission, values }: ReturnType<typeof begin>,
    page: boolean,
    isReused: boolean,
  ): Promise<void> => {
    const { id, saysRetry, filled: of } = submission;
    if (chance.happens(0.1)) await time.sleep(chance.between(10_000, 120_000));
    // A phone that was offline when it was answered sends it again, by when its row may have left with its month.
    let isSentAgain = isReused || !saysRetry || chance.happens(0.8);
    for (let tries = 1; ; tries += 1) {
      const retry = saysRetry && tries > 1;
      history.add('send', { id, says: submission.marker, tries });
      const response = await attempt(
        () => (page ? pageRequest : jsonRequest)(of, token, id, values, retry),
        ({ name }) => observer.arrived({ id, at: name, retry, when: time.since() }),
      );
      // The page comes back with the form in it where it was not taken.
      const status = response?.status ?? 0;
      history.add('answer', { id, says: submission.marker, status });
      if (final.has(status)) {
        if (isSentAgain || !taken.has(status)) {
          submission.answer = status;
          return;
        }
        isSentAgain = true;
        await time.sleep(chance.between(10_000, 200_000));
        continue;
      }
      const asked = Number(response?.headers.get('retry-after') ?? 0) * 1000;
      await time.sleep(Math.max(asked, chance.between(500, 20_000)));
    }
  };

  return {
    submissions,
    areDone: () => submissions.every(({ answer }) => answer !== undefined),
    send() {
      const of = chance.pick(filled);
      const page = chance.happens(0.2);
      const saysRetry = chance.happens(0.9);
      const id = uuidOf(chance);
      // A program that uses an id again for something else.
      const isReused = chance.happens(0.05);
      void keepSending(begin(of, id, saysRetry), page, isReused);
      if (isReused) void keepSending(begin(of, id, saysRetry), page, isReused);
    },
  };
}

type Said = Readonly<Record<string, string | number>>;

function jsonRequest(
  { register }: Filled,
  token: string,
  id: string,
  values: Said,
  retry: boolean,
): Request {
  return new Request(`${functionsUrl}/intake/api/${register.key}?t=${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, values, retry }),
  });
}

/** What a page without JavaScript sends. */
function pageRequest(
  { register }: Filled,
  token: string,
  id: string,
  values: Said,
  retry: boolean,
): Request {
  const fields = new URLSearchParams({ _id: id, ...(retry && { _retry: '1' }) });
  for (const [column, value] of Object.entries(values)) fields.set(column, String(value));
  return new Request(`${functionsUrl}/intake/form/${register.key}?t=${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: fields.toString(),
  });
}

function uuidOf(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => chance.below(16).toString(16));
  hex[12] = '4';
  hex[16] = '8';
  const text = hex.join('');
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-');
}
