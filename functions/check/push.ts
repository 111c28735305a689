import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import { type Google, GoogleFailure } from '#platform/google/index.ts';
import type { Log } from '#platform/log/index.ts';
import { type Random, uuidFrom } from '#platform/random.ts';
import type { Directory } from '#platform/workbook/directory.ts';

/** What is kept of the one channel of a shared drive. */
const channelShape = z.object({
  channelId: z.string(),
  resourceId: z.string(),
  /** Milliseconds since 1970. */
  expiration: z.number(),
  /** Where the changes begin that were not yet looked at. */
  pageToken: z.string(),
});
type Channel = z.infer<typeof channelShape>;

/** Google's headers, of which only these matter here. */
export interface PushHeaders {
  readonly channelId: string | undefined;
  readonly token: string | undefined;
  /** `sync` when a channel opens, `change` afterwards. */
  readonly resourceState: string | undefined;
}

/** Drive's pushes: a hint that something in the school's shared drive changed, and nothing more (hard point 13). */
export interface Push {
  /** Has a channel that lasts; opens one when there is none or it is about to end. A failure is logged. */
  keep(): Promise<void>;
  /** Whether a push comes through a channel that we opened. Forged ones do not know its token. */
  isGenuine(headers: PushHeaders): boolean;
  /**
   * Ids of what changed since the last push, once `told` has taken them; a push that comes twice finds nothing more.
   * Nothing instead of ids: nobody knows any more what changed, so it may be anything.
   */
  changed(told: (fileIds: readonly string[] | undefined) => Promise<void>): Promise<void>;
}

const week = 7 * 24 * 3_600_000;
/** Renewed by whichever run comes first after this. */
const renewedBefore = 24 * 3_600_000;
const conditionNotMet = 412;

export function createPush(options: {
  readonly google: Pick<Google, 'drive' | 'storage'>;
  readonly bucket: string;
  readonly directory: () => Promise<Directory>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The public address of the functions. */
  readonly url: string;
  readonly hookSecret?: string | undefined;
}): Push {
  const { google, bucket, clock, random, log, url, hookSecret } = options;
  let lastsUntil = 0;

  const stored = async (
    driveId: string,
  ): Promise<{ readonly channel: Channel | undefined; readonly generation: string }> => {
    const found = await google.storage.read(bucket, objectOf(driveId));
    if (!found) return { channel: undefined, generation: '0' };
    return { channel: channelFrom(found.bytes), generation: found.generation };
  };

  /** False when somebody else stored one meanwhile. */
  const store = async (driveId: string, channel: Channel, generation: string): Promise<boolean> => {
    try {
      const bytes = new TextEncoder().encode(JSON.stringify(channel));
      await google.storage.write(bucket, objectOf(driveId), bytes, {
        contentType: 'application/json',
        ifGenerationMatch: generation,
      });
      return true;
    } catch (failure) {
      if (failure instanceof GoogleFailure && failure.status === conditionNotMet) return false;
      throw failure;
    }
  };

  const open = async (driveId: string, secret: string): Promise<number> => {
    const { channel: before, generation } = await stored(driveId);
    const now = clock.now().getTime();
    if (before && before.expiration - now > renewedBefore) return before.expiration;
    const pageToken = before?.pageToken ?? (await google.drive.startPageToken(driveId));
    const channelId = uuidFrom(random);
    const opened = await google.drive.watchChanges(driveId, pageToken, {
      id: channelId,
      address: `${url}/check/push`,
      token: tokenOf(secret, channelId),
      expiration: now + week,
    });
    const channel = { channelId, pageToken, ...opened };
    const kept = await store(driveId, channel, generation);
    // Of two that open one at the same moment, the second stops its own; of two in a row, the old one ends.
    const superfluous = kept ? before : channel;
    if (superfluous && superfluous.expiration > now)
      await google.drive.stopChannel(superfluous.channelId, superfluous.resourceId);
    if (kept) log.info('push-channel-opened', { driveId, until: opened.expiration });
    return kept ? opened.expiration : now + renewedBefore;
  };

  const changesSince = async (driveId: string, pageToken: string) => {
    try {
      return await google.drive.listChanges(driveId, pageToken);
    } catch (failure) {
      if (!(failure instanceof GoogleFailure) || !isTokenUnknown(failure)) throw failure;
      log.warn('page-token-lost', { driveId });
      return { fileIds: undefined, nextToken: await google.drive.startPageToken(driveId) };
    }
  };

  return {
    async keep() {
      if (hookSecret === undefined || lastsUntil - clock.now().getTime() > renewedBefore) return;
      try {
        const { driveId } = await options.directory();
        if (driveId !== undefined) lastsUntil = await open(driveId, hookSecret);
      } catch (failure) {
        // Google posts to https and to a verified domain only: without it, polling sees every change all the same.
        log.warn('no-push-channel', { failure: String(failure) });
        lastsUntil = clock.now().getTime() + renewedBefore + 3_600_000;
      }
    },
    isGenuine({ channelId, token }) {
      if (hookSecret === undefined || !channelId || !token) return false;
      const expected = Buffer.from(tokenOf(hookSecret, channelId));
      const given = Buffer.from(token);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    async changed(told) {
      const { driveId } = await options.directory();
      if (driveId === undefined) return;
      const { channel, generation } = await stored(driveId);
      if (!channel) {
        lastsUntil = 0;
        await told(undefined);
        return;
      }
      const { fileIds, nextToken } = await changesSince(driveId, channel.pageToken);
      await told(fileIds);
      // Whoever was quicker has told of the same changes.
      if (nextToken !== channel.pageToken)
        await store(driveId, { ...channel, pageToken: nextToken }, generation);
    },
  };
}

/** Google forgets tokens after some time, and refuses one that it does not know. */
function isTokenUnknown({ kind }: GoogleFailure): boolean {
  return kind === 'refused' || kind === 'missing';
}

function objectOf(driveId: string): string {
  return `push/${driveId}.json`;
}

/** Damaged, it is as if there were none: the next run opens a channel and begins from now. */
function channelFrom(bytes: Uint8Array): Channel | undefined {
  try {
    return channelShape.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

function tokenOf(secret: string, channelId: string): string {
  return createHmac('sha256', secret).update(`push ${channelId}`).digest('hex');
}
