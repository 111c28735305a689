import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { Caller } from './call.ts';
import { GoogleFailure } from './failure.ts';

/** What changed in a shared drive, asked for or pushed. https://developers.google.com/workspace/drive/api/guides/push */
export interface DriveChanges {
  /** Where the changes of a shared drive begin that are still to come. */
  startPageToken(driveId: string): Promise<string>;
  /** Files of a shared drive that changed since a page token, each once, and the token for those after them. */
  listChanges(
    driveId: string,
    pageToken: string,
  ): Promise<{ readonly fileIds: readonly string[]; readonly nextToken: string }>;
  /**
   * Has Drive post to an address when something in a shared drive changes. Google shortens the time to a week at most,
   * and answers until when it lasts (milliseconds since 1970).
   */
  watchChanges(
    driveId: string,
    pageToken: string,
    channel: DriveChannel,
  ): Promise<{ readonly resourceId: string; readonly expiration: number }>;
  /** Ends a channel; one that has ended already is no error. */
  stopChannel(id: string, resourceId: string): Promise<void>;
}

/** A channel to be opened. */
export interface DriveChannel {
  readonly id: string;
  /** HTTPS, on a domain that the project has verified. */
  readonly address: string;
  /** Comes back with each push. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiration: number;
}

/** The changes of Drive over its generated client. */
export function createDriveChanges(
  caller: Caller,
  client: () => Promise<drive_v3.Drive>,
): DriveChanges {
  return {
    async startPageToken(driveId) {
      const { changes } = await client();
      const { data } = await caller({ what: 'drive.startPageToken', repeat: 'safe' }, (options) =>
        changes.getStartPageToken({ driveId, supportsAllDrives: true }, options),
      );
      return given(data.startPageToken, 'drive.startPageToken', 'page token');
    },

    async listChanges(driveId, from) {
      const { changes } = await client();
      const fileIds = new Set<string>();
      for (let pageToken = from; ; ) {
        const { data } = await caller({ what: 'drive.listChanges', repeat: 'safe' }, (options) =>
          changes.list(
            {
              driveId,
              pageToken,
              pageSize: 1000,
              includeItemsFromAllDrives: true,
              supportsAllDrives: true,
              fields: 'nextPageToken,newStartPageToken,changes(fileId)',
            },
            options,
          ),
        );
        for (const { fileId } of data.changes ?? []) if (fileId) fileIds.add(fileId);
        if (!data.nextPageToken) {
          const nextToken = given(data.newStartPageToken, 'drive.listChanges', 'page token');
          return { fileIds: [...fileIds], nextToken };
        }
        pageToken = data.nextPageToken;
      }
    },

    async watchChanges(driveId, pageToken, { id, address, token, expiration }) {
      const { changes } = await client();
      const { data } = await caller(
        { what: 'drive.watchChanges', repeat: 'ifNotDone' },
        (options) =>
          changes.watch(
            {
              driveId,
              pageToken,
              includeItemsFromAllDrives: true,
              supportsAllDrives: true,
              requestBody: { id, type: 'web_hook', address, token, expiration: String(expiration) },
            },
            options,
          ),
      );
      return {
        resourceId: given(data.resourceId, 'drive.watchChanges', 'resource id'),
        expiration: Number(given(data.expiration, 'drive.watchChanges', 'expiration')),
      };
    },

    async stopChannel(id, resourceId) {
      const { channels } = await client();
      try {
        await caller({ what: 'drive.stopChannel', repeat: 'safe' }, (options) =>
          channels.stop({ requestBody: { id, resourceId } }, options),
        );
      } catch (error) {
        if (!(error instanceof GoogleFailure) || error.kind !== 'missing') throw error;
      }
    },
  };
}

function given(value: string | null | undefined, what: string, name: string): string {
  if (value) return value;
  throw new GoogleFailure({ kind: 'unclear', message: `${what}: the answer holds no ${name}` });
}
