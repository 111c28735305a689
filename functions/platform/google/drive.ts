import { Readable } from 'node:stream';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { Caller } from './call.ts';
import { createDriveChanges, type DriveChanges } from './drive-changes.ts';
import { everyPage } from './every-page.ts';
import { GoogleFailure } from './failure.ts';
import { once } from './once.ts';

/** The types of the Drive API: `DriveSchema.Schema$File` and so on. */
export type { drive_v3 as DriveSchema } from 'googleapis/build/src/apis/drive/v3.js';

/** The content of a file to be made or replaced. */
export interface Media {
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface Share {
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';
  /** For a user or a group. */
  readonly emailAddress?: string;
  /** For a domain. */
  readonly domain?: string;
}

export interface UpdateFileOptions {
  readonly addParents?: readonly string[];
  readonly removeParents?: readonly string[];
  readonly media?: Media;
  readonly fields?: string;
}

/** Google Drive v3; shared drives are always included. */
export interface Drive extends DriveChanges {
  /**
   * Makes a file; a spreadsheet by `mimeType: 'application/vnd.google-apps.spreadsheet'`. Made once,
   * whatever happens on the way, except for a document of Google's own kind: that is not repeated
   * when it may have been made.
   */
  createFile(
    metadata: drive_v3.Schema$File,
    media?: Media,
    options?: { readonly fields?: string },
  ): Promise<drive_v3.Schema$File>;
  /** An id that a file may be given when it is made, so that making it again finds it. */
  newFileId(): Promise<string>;
  getFile(id: string, fields: string): Promise<drive_v3.Schema$File>;
  /** The content of a file that is not a document of Google's own kind. */
  download(id: string): Promise<Uint8Array>;
  /** Every file that the query finds, page after page. `fields` are those of one file: `id,name`. */
  listFiles(q: string, fields: string): Promise<readonly drive_v3.Schema$File[]>;
  updateFile(
    id: string,
    metadata: drive_v3.Schema$File,
    options?: UpdateFileOptions,
  ): Promise<drive_v3.Schema$File>;
  /**
   * Takes a file away: for good, where the account may; else into the bin, from which Google takes it after thirty
   * days. One that is not there is as good as gone.
   */
  deleteFile(id: string): Promise<'gone' | 'binned'>;
  /** Makes a shared drive once: a repeat with the same request id finds it. */
  createDrive(requestId: string, name: string): Promise<drive_v3.Schema$Drive>;
  listDrives(): Promise<readonly drive_v3.Schema$Drive[]>;
  /** Gives access without a mail to the person. */
  share(fileId: string, share: Share): Promise<drive_v3.Schema$Permission>;
  /** Addresses of those a file, folder or shared drive is shared with. */
  members(fileId: string): Promise<readonly string[]>;
}

const scopes = ['https://www.googleapis.com/auth/drive'];
const alreadyExists = 409;
const fileFields = 'id,name,mimeType,parents,webViewLink';

/** Google makes ids of its own for its own kinds of document, except for folders. */
function takesGivenId(mimeType: string | null | undefined): boolean {
  return (
    !mimeType?.startsWith('application/vnd.google-apps.') ||
    mimeType === 'application/vnd.google-apps.folder'
  );
}

/** Drive over the generated client. */
export function createDrive(caller: Caller): Drive {
  const client = once(async () => {
    // A bundle gives of a CommonJS module its default export only.
    const { default: module } = await import('googleapis/build/src/apis/drive/index.js');
    const { auth, drive } = module;
    return drive({
      version: 'v3',
      ...(caller.usesDefaultCredentials && { auth: new auth.GoogleAuth({ scopes }) }),
    });
  });

  async function newFileId(): Promise<string> {
    const { files } = await client();
    const { data } = await caller({ what: 'drive.generateIds', repeat: 'safe' }, (options) =>
      files.generateIds({ count: 1 }, options),
    );
    const [id] = data.ids ?? [];
    if (!id) {
      throw new GoogleFailure({
        kind: 'unclear',
        message: 'drive.generateIds: the answer holds no id',
      });
    }
    return id;
  }

  async function getFile(fileId: string, fields: string): Promise<drive_v3.Schema$File> {
    const { files } = await client();
    const { data } = await caller({ what: 'drive.getFile', repeat: 'safe' }, (options) =>
      files.get({ fileId, fields, supportsAllDrives: true }, options),
    );
    return data;
  }

  async function listDrives(): Promise<readonly drive_v3.Schema$Drive[]> {
    const { drives } = await client();
    return everyPage(async (pageToken) => {
      const { data } = await caller({ what: 'drive.listDrives', repeat: 'safe' }, (options) =>
        drives.list({ pageSize: 100, ...(pageToken && { pageToken }) }, options),
      );
      return { items: data.drives, nextPageToken: data.nextPageToken };
    });
  }

  return {
    ...createDriveChanges(caller, client),
    newFileId,
    getFile,
    listDrives,

    async createFile(metadata, media, { fields = fileFields } = {}) {
      const { files } = await client();
      const id = metadata.id ?? (takesGivenId(metadata.mimeType) ? await newFileId() : undefined);
      try {
        const { data } = await caller(
          { what: 'drive.createFile', repeat: id ? 'safe' : 'ifNotDone' },
          (options) =>
            files.create(
              {
                requestBody: { ...metadata, ...(id && { id }) },
                ...(media && { media: streamed(media) }),
                fields,
                supportsAllDrives: true,
              },
              options,
            ),
        );
        return data;
      } catch (error) {
        if (!id || !(error instanceof GoogleFailure) || error.status !== alreadyExists) throw error;
        return getFile(id, fields);
      }
    },

    async download(fileId) {
      const { files } = await client();
      const { data } = await caller({ what: 'drive.download', repeat: 'safe' }, (options) =>
        files.get(
          { fileId, alt: 'media', supportsAllDrives: true },
          { ...options, responseType: 'arraybuffer' },
        ),
      );
      return bytesOf(data);
    },

    async listFiles(q, fields) {
      const { files } = await client();
      return everyPage(async (pageToken) => {
        const { data } = await caller({ what: 'drive.listFiles', repeat: 'safe' }, (options) =>
          files.list(
            {
              q,
              fields: `nextPageToken,files(${fields})`,
              pageSize: 1000,
              corpora: 'allDrives',
              includeItemsFromAllDrives: true,
              supportsAllDrives: true,
              ...(pageToken && { pageToken }),
            },
            options,
          ),
        );
        return { items: data.files, nextPageToken: data.nextPageToken };
      });
    },

    async updateFile(
      fileId,
      metadata,
      { addParents, removeParents, media, fields = fileFields } = {},
    ) {
      const { files } = await client();
      const { data } = await caller({ what: 'drive.updateFile', repeat: 'safe' }, (options) =>
        files.update(
          {
            fileId,
            requestBody: metadata,
            ...(addParents && { addParents: addParents.join(',') }),
            ...(removeParents && { removeParents: removeParents.join(',') }),
            ...(media && { media: streamed(media) }),
            fields,
            supportsAllDrives: true,
          },
          options,
        ),
      );
      return data;
    },

    async deleteFile(fileId) {
      const { files } = await client();
      try {
        await caller({ what: 'drive.deleteFile', repeat: 'safe' }, (options) =>
          files.delete({ fileId, supportsAllDrives: true }, options),
        );
        return 'gone';
      } catch (error) {
        if (!(error instanceof GoogleFailure)) throw error;
        if (error.kind === 'missing') return 'gone';
        if (error.kind !== 'forbidden') throw error;
      }
      await caller({ what: 'drive.trashFile', repeat: 'safe' }, (options) =>
        files.update({ fileId, requestBody: { trashed: true }, supportsAllDrives: true }, options),
      );
      return 'binned';
    },

    async createDrive(requestId, name) {
      const { drives } = await client();
      try {
        const { data } = await caller({ what: 'drive.createDrive', repeat: 'safe' }, (options) =>
          drives.create({ requestId, requestBody: { name } }, options),
        );
        return data;
      } catch (error) {
        if (!(error instanceof GoogleFailure) || error.status !== alreadyExists) throw error;
        const [made, ...more] = (await listDrives()).filter((drive) => drive.name === name);
        if (!made || more.length > 0) throw error;
        return made;
      }
    },

    async members(fileId) {
      const { permissions } = await client();
      const all = await everyPage(async (pageToken) => {
        const { data } = await caller({ what: 'drive.members', repeat: 'safe' }, (options) =>
          permissions.list(
            {
              fileId,
              supportsAllDrives: true,
              fields: 'nextPageToken,permissions(emailAddress)',
              ...(pageToken && { pageToken }),
            },
            options,
          ),
        );
        return { items: data.permissions, nextPageToken: data.nextPageToken };
      });
      return all.flatMap(({ emailAddress }) => emailAddress ?? []);
    },

    async share(fileId, share) {
      const { permissions } = await client();
      const { data } = await caller({ what: 'drive.share', repeat: 'safe' }, (options) =>
        permissions.create(
          {
            fileId,
            requestBody: share,
            supportsAllDrives: true,
            ...(share.type === 'user' || share.type === 'group'
              ? { sendNotificationEmail: false }
              : {}),
          },
          options,
        ),
      );
      return data;
    },
  };
}

/** A stream is read once, so each try gets its own. */
function streamed({ mimeType, bytes }: Media): { mimeType: string; body: Readable } {
  return { mimeType, body: Readable.from([Buffer.from(bytes)]) };
}

function bytesOf(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  throw new Error('drive.download: the answer holds no bytes');
}
