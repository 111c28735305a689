import type { Clock } from '#platform/clock.ts';
import type { Change } from './changes.ts';
import { accessTo } from './drive/access.ts';
import { createFold } from './fold.ts';
import type { Outward } from './outward.ts';
import type { ChannelRecord, GoogleState } from './state.ts';

export interface Push {
  /** Tells a new channel that it is open. */
  opened(channelId: string): void;
  /** Tells all channels that watch this file, some time later. */
  changed(change: Change): void;
}

/** Drive's notifications: no content, only that something changed; those of a while are folded. */
export function createPush({
  state,
  clock,
  outward,
  delay,
}: {
  state: GoogleState;
  clock: Clock;
  outward: Outward;
  /** Milliseconds over which changes are folded. */
  delay: number;
}): Push {
  const notify = (channelId: string, resourceState: 'sync' | 'change') => {
    const channel = state.channels.get(channelId);
    if (channel === undefined || channel.expiration <= clock.now().getTime()) return;
    // Google's numbers only grow, also over a restart; so does the change log.
    const number = resourceState === 'sync' ? 1 : state.changes.next;
    const headers = pushHeaders(channel, resourceState, number);
    void outward('push', new Request(channel.address, { method: 'POST', headers }));
  };
  const later = createFold(clock, delay, 'last', (channelId) => notify(channelId, 'change'));
  return {
    opened: (channelId) => notify(channelId, 'sync'),
    changed(change) {
      for (const channel of state.channels.values()) {
        if (watches(state, channel, change)) later(channel.id);
      }
    },
  };
}

function watches(state: GoogleState, channel: ChannelRecord, change: Change): boolean {
  if (channel.driveId !== undefined) return channel.driveId === change.driveId;
  const file = state.files.get(change.fileId);
  return file === undefined || accessTo(state, channel.owner, file) !== 'none';
}

function pushHeaders(channel: ChannelRecord, resourceState: string, number: number): Headers {
  const headers = new Headers({
    'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
    'x-goog-channel-id': channel.id,
    'x-goog-channel-expiration': new Date(channel.expiration).toUTCString(),
    'x-goog-message-number': String(number),
    'x-goog-resource-id': channel.resourceId,
    'x-goog-resource-state': resourceState,
    'x-goog-resource-uri': channel.resourceUri,
  });
  if (channel.token !== undefined) headers.set('x-goog-channel-token', channel.token);
  return headers;
}
