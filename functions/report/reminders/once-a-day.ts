import * as z from 'zod';
import { GoogleFailure, type Storage } from '#platform/google/index.ts';
import type { LocalDate } from '#schema/values.ts';

/** What is kept of one addressee: the last day on which they were told, and whether that was seen to its end. */
const markShape = z.object({ day: z.string(), state: z.enum(['claimed', 'sent']) });
type Mark = z.infer<typeof markShape>;

/**
 * A day's message to one addressee: `mine` to send now, `sent` before, or `claimed` by a run that is under way or was
 * cut off, so that nobody knows whether it went.
 */
export type Claim =
  | { readonly is: 'mine'; sent(): Promise<void>; release(): Promise<void> }
  | { readonly is: 'sent' | 'claimed' };

/** Sees to it that nobody is told twice on a day, whoever runs and wherever a run was cut off. */
export interface OnceADay {
  claim(addressee: string, day: LocalDate): Promise<Claim>;
}

const conditionNotMet = 412;

/**
 * One small object an addressee in the school's bucket, written over only as it was read. It is claimed before the
 * message leaves: a run that is cut off between the two loses that one mail, which the next run says and the next
 * day's mail makes good; a mail sent twice could not be taken back.
 */
export function createOnceADay(storage: Storage, bucket: string): OnceADay {
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
      const before = await last(addressee);
      if (before.mark?.day === day) return { is: before.mark.state };
      try {
        const { generation } = await write(addressee, { day, state: 'claimed' }, before.generation);
        return {
          is: 'mine',
          sent: async () => {
            await write(addressee, { day, state: 'sent' }, generation);
          },
          release: () =>
            storage.delete(bucket, nameOf(addressee), { ifGenerationMatch: generation }),
        };
      } catch (failure) {
        if (failure instanceof GoogleFailure && failure.status === conditionNotMet)
          return { is: 'claimed' };
        throw failure;
      }
    },
  };
}

/** A mark that cannot be read counts as none. */
function markIn(text: string): Mark | undefined {
  try {
    return markShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
