import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { GoogleFailure, type Storage } from '../google/index.ts';
import type { Log } from '../log/index.ts';
import { type Random, uuidFrom } from '../random.ts';

/** The right to do what only one may do at a time, until it runs out (hard point 6). */
export interface Lease {
  /** Grows with each holder: what is written under an older one is refused by the fence. */
  readonly epoch: number;
}

/** Holds one lease for this instance, from its first use until another takes it over. */
export interface LeaseHolder {
  /**
   * The lease, taken or prolonged so that it lasts some time yet.
   *
   * @returns until when (milliseconds) somebody else holds it, if so
   */
  hold(): Promise<{ readonly lease: Lease } | { readonly heldUntil: number }>;
  /** Gives it back, so that another need not wait until it runs out. */
  release(): Promise<void>;
  /** Whoever learned by a refusal that another has it says so here. */
  lost(): void;
}

const shape = z.object({
  holder: z.string(),
  epoch: z.int().nonnegative(),
  until: z.number(),
});

type Stored = z.infer<typeof shape>;

/** Long enough for a call that Google answers late, short enough that whoever waits for one that died does not wait long. */
const lastsMilliseconds = 20_000;
const conditionNotMet = 412;

/**
 * A lease as a small object in Cloud Storage, changed only where it is as it was read (`ifGenerationMatch`).
 *
 * @throws GoogleFailure when Storage cannot be reached
 */
export function createLeaseHolder(options: {
  readonly storage: Pick<Storage, 'read' | 'write'>;
  readonly bucket: string;
  readonly name: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}): LeaseHolder {
  const { storage, bucket, name, clock, random, log } = options;
  const object = `leases/${name}.json`;
  const holder = uuidFrom(random);
  let held: (Stored & { readonly generation: string }) | undefined;

  const store = async (next: Stored, generation: string): Promise<boolean> => {
    try {
      const written = await storage.write(
        bucket,
        object,
        new TextEncoder().encode(JSON.stringify(next)),
        { contentType: 'application/json', ifGenerationMatch: generation },
      );
      held = { ...next, generation: written.generation };
      return true;
    } catch (failure) {
      if (failure instanceof GoogleFailure && failure.status === conditionNotMet) return false;
      throw failure;
    }
  };

  const take = async (): Promise<Lease | number> => {
    const found = await storage.read(bucket, object);
    const before = found && shape.parse(JSON.parse(new TextDecoder().decode(found.bytes)));
    const now = clock.now().getTime();
    if (before && before.holder !== holder && isRunning(before.until, now)) return before.until;
    const epoch = (before?.epoch ?? 0) + 1;
    const taken = await store(
      { holder, epoch, until: now + lastsMilliseconds },
      found?.generation ?? '0',
    );
    if (!taken) return now + lastsMilliseconds;
    log.info('lease-taken', { lease: name, epoch });
    return { epoch };
  };

  return {
    async hold() {
      const now = clock.now().getTime();
      if (held && held.until - now > lastsMilliseconds / 2 && isRunning(held.until, now))
        return { lease: held };
      if (held) {
        // Nobody has had it since, also where it ran out between two looks: what this one remembers still holds.
        const { generation, epoch } = held;
        if (await store({ holder, epoch, until: now + lastsMilliseconds }, generation))
          return { lease: { epoch } };
      }
      held = undefined;
      const outcome = await take();
      return typeof outcome === 'number' ? { heldUntil: outcome } : { lease: outcome };
    },
    async release() {
      if (!held) return;
      const { generation, epoch } = held;
      await store({ holder, epoch, until: 0 }, generation);
      held = undefined;
    },
    lost() {
      held = undefined;
    },
  };
}

/** No lease lasts longer than it can be given for: one that seems to was taken before the clock was set back. */
function isRunning(until: number, now: number): boolean {
  return until > now && until - now <= 3 * lastsMilliseconds;
}
