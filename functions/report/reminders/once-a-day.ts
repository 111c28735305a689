import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import { GoogleFailure, type Storage } from '#platform/google/index.ts';
import type { LocalDate } from '#schema/values.ts';

/** What is kept of one addressee: the last day on which they were told, and how far that went. */
const markShape = z.object({
  day: z.string(),
  state: z.enum(['claimed', 'sent', 'unclear']),
  /** Until when a claim is its owner's (milliseconds since 1970). */
  until: z.number().default(0),
});
type Mark = z.infer<typeof markShape>;

/**
 * A day's message to one addressee: `mine` to send now; `sent` before; `claimed` by a run that is under way; or
 * `unclear`, where the connection broke while it went and nobody knows.
 */
export type Claim =
  | {
      readonly is: 'mine';
      /** A run that died had claimed it: it may have gone already. */
      readonly isTakenOver: boolean;
      sent(): Promise<void>;
      /** Nobody knows whether it went: it is not sent again on this day. */
      unclear(): Promise<void>;
      /** It surely did not go. */
      release(): Promise<void>;
    }
  | { readonly is: Mark['state'] };

/** Sees to it that each addressee is told once a day, whoever runs and wherever a run was cut off. */
export interface OnceADay {
  claim(addressee: string, day: LocalDate): Promise<Claim>;
}

const conditionNotMet = 412;

/** Far longer than a mail server may take: whoever still holds a claim then is dead. */
const claimMilliseconds = 10 * 60_000;

/**
 * One small object an addressee in the school's bucket, written over only as it was read.
 *
 * A message is claimed before it leaves and marked as sent after it was taken. Between the two lies what no mail
 * server lets anybody know, and the doubt falls on the side of telling: a claim whose owner died is taken over by the
 * next run and sent, so nobody is forgotten, and in the moment between the server's yes and our mark it goes twice,
 * under one Message-ID by which mailboxes fold the two. Where an owner lived and saw the connection break, it is not
 * sent again.
 */
export function createOnceADay(storage: Storage, bucket: string, clock: Clock): OnceADay {
  const nameOf = (addressee: string): string => `reminders/${addressee}.json`;

  const write = async (addressee: string, mark: Mark, ifGenerationMatch: string) =>
    storage.write(bucket, nameOf(addressee), new TextEncoder().encode(JSON.stringify(mark)), {
      contentType: 'application/json',
      ifGenerationMatch,
    });

  const last = async (addressee: string) => {
    const object = await storage.read(bucket, nameOf(addressee));
    if (object === undefined) return { mark: undefined, generation: '0' };
    const { generation, bytes } = object;
    return { mark: markIn(new TextDecoder().decode(bytes)), generation };
  };

  return {
    claim: async (addressee, day) => {
      const { mark, generation: before } = await last(addressee);
      const now = clock.now().getTime();
      const isToday = mark?.day === day;
      if (isToday && (mark.state !== 'claimed' || isOwned(mark, now))) return { is: mark.state };
      const claimed = { day, state: 'claimed', until: now + claimMilliseconds } as const;
      const generation = await unlessRaced(
        async () => (await write(addressee, claimed, before)).generation,
      );
      if (generation === undefined) return { is: 'claimed' };
      const settle = (state: 'sent' | 'unclear') => async () => {
        await unlessRaced(() => write(addressee, { day, state, until: 0 }, generation));
      };
      return {
        is: 'mine',
        isTakenOver: isToday,
        sent: settle('sent'),
        unclear: settle('unclear'),
        release: async () => {
          await unlessRaced(() =>
            storage.delete(bucket, nameOf(addressee), { ifGenerationMatch: generation }),
          );
        },
      };
    },
  };
}

/** Whether the owner of a claim may still be at it. A claim that lasts longer than any was made by a clock ahead. */
function isOwned({ until }: Mark, now: number): boolean {
  return until > now && until - now <= claimMilliseconds;
}

/** What was done, or nothing where another had written first: then it is theirs. */
async function unlessRaced<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof GoogleFailure && failure.status === conditionNotMet) return undefined;
    throw failure;
  }
}

/** A mark that cannot be read counts as none. */
function markIn(text: string): Mark | undefined {
  try {
    return markShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
