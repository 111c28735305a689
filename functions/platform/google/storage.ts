import { Readable } from 'node:stream';
import { type Random, uuidFrom } from '../random.ts';
import type { Caller } from './call.ts';
import { everyPage } from './every-page.ts';
import { GoogleFailure } from './failure.ts';
import { once } from './once.ts';

export interface StoredObject {
  readonly bytes: Uint8Array;
  /** Names this content of the object; a number too large for a JavaScript number. */
  readonly generation: string;
}

export interface WriteObjectOptions {
  readonly contentType: string;
  /** Write only over this generation; `'0'` means only if there is no such object. */
  readonly ifGenerationMatch?: string;
}

/** Cloud Storage v1. */
export interface Storage {
  /** The content of an object; nothing if there is none. */
  read(bucket: string, name: string): Promise<StoredObject | undefined>;
  /**
   * Writes an object whole. With `ifGenerationMatch` it is repeated until it is clear whether this
   * very write was done; refused (412) if another was before. Without, it is not repeated when it
   * may have been done: the caller knows whether that would hurt.
   */
  write(
    bucket: string,
    name: string,
    bytes: Uint8Array,
    options: WriteObjectOptions,
  ): Promise<{ readonly generation: string }>;
  /** Removes an object; one that is not there is as good as removed. */
  delete(
    bucket: string,
    name: string,
    options?: { readonly ifGenerationMatch?: string },
  ): Promise<void>;
  /** Names of the objects whose name begins so, in order. */
  list(bucket: string, prefix: string): Promise<readonly string[]>;
  /** Makes a private bucket in a project, or finds that the project has it. */
  createBucket(
    project: string,
    name: string,
    options?: { readonly location?: string },
  ): Promise<void>;
}

const scopes = ['https://www.googleapis.com/auth/devstorage.full_control'];
const conditionNotMet = 412;
const alreadyExists = 409;

/** Cloud Storage over the generated client. */
export function createStorage(caller: Caller, random: Random): Storage {
  const client = once(async () => {
    // A bundle gives of a CommonJS module its default export only.
    const { default: module } = await import('googleapis/build/src/apis/storage/index.js');
    const { auth, storage } = module;
    return storage({
      version: 'v1',
      ...(caller.usesDefaultCredentials && { auth: new auth.GoogleAuth({ scopes }) }),
    });
  });

  /** The generation of the object if it is what the write with this mark left. */
  async function generationWritten(
    bucket: string,
    object: string,
    mark: string,
  ): Promise<string | undefined> {
    const { objects } = await client();
    const { data } = await caller({ what: 'storage.get', repeat: 'safe' }, (options) =>
      objects.get({ bucket, object, fields: 'generation,metadata' }, options),
    );
    return data.metadata?.writeMark === mark ? (data.generation ?? undefined) : undefined;
  }

  return {
    async read(bucket, object) {
      const { objects } = await client();
      try {
        const { data, headers } = await caller(
          { what: 'storage.read', repeat: 'safe' },
          (options) =>
            objects.get(
              { bucket, object, alt: 'media' },
              { ...options, responseType: 'arraybuffer' },
            ),
        );
        return {
          bytes: bytesOf(data),
          generation: known(headers['x-goog-generation'], 'storage.read'),
        };
      } catch (error) {
        if (error instanceof GoogleFailure && error.kind === 'missing') return undefined;
        throw error;
      }
    },

    async write(bucket, name, bytes, { contentType, ifGenerationMatch }) {
      const { objects } = await client();
      const mark = uuidFrom(random);
      try {
        const { data } = await caller(
          {
            what: 'storage.write',
            repeat: ifGenerationMatch === undefined ? 'ifNotDone' : 'safe',
          },
          (options) =>
            objects.insert(
              {
                bucket,
                ...(ifGenerationMatch !== undefined && { ifGenerationMatch }),
                requestBody: { name, contentType, metadata: { writeMark: mark } },
                media: { mimeType: contentType, body: Readable.from([Buffer.from(bytes)]) },
              },
              options,
            ),
        );
        return { generation: known(data.generation, 'storage.write') };
      } catch (error) {
        if (!(error instanceof GoogleFailure) || error.status !== conditionNotMet) throw error;
        const generation = await generationWritten(bucket, name, mark);
        if (generation === undefined) throw error;
        return { generation };
      }
    },

    async delete(bucket, object, { ifGenerationMatch } = {}) {
      const { objects } = await client();
      try {
        await caller(
          {
            what: 'storage.delete',
            repeat: ifGenerationMatch === undefined ? 'ifNotDone' : 'safe',
          },
          (options) =>
            objects.delete(
              { bucket, object, ...(ifGenerationMatch !== undefined && { ifGenerationMatch }) },
              options,
            ),
        );
      } catch (error) {
        if (!(error instanceof GoogleFailure) || error.kind !== 'missing') throw error;
      }
    },

    async list(bucket, prefix) {
      const { objects } = await client();
      const listed = await everyPage(async (pageToken) => {
        const { data } = await caller({ what: 'storage.list', repeat: 'safe' }, (options) =>
          objects.list(
            {
              bucket,
              prefix,
              fields: 'nextPageToken,items(name)',
              ...(pageToken && { pageToken }),
            },
            options,
          ),
        );
        return { items: data.items, nextPageToken: data.nextPageToken };
      });
      return listed.flatMap(({ name }) => name ?? []);
    },

    async createBucket(project, name, { location } = {}) {
      const { buckets } = await client();
      try {
        await caller({ what: 'storage.createBucket', repeat: 'safe' }, (options) =>
          buckets.insert(
            {
              project,
              requestBody: {
                name,
                ...(location && { location }),
                iamConfiguration: {
                  uniformBucketLevelAccess: { enabled: true },
                  publicAccessPrevention: 'enforced',
                },
              },
            },
            options,
          ),
        );
      } catch (error) {
        if (!(error instanceof GoogleFailure) || error.status !== alreadyExists) throw error;
        await caller({ what: 'storage.getBucket', repeat: 'safe' }, (options) =>
          buckets.get({ bucket: name }, options),
        );
      }
    },
  };
}

function bytesOf(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  throw new Error('storage.read: the answer holds no bytes');
}

function known(generation: unknown, what: string): string {
  if (typeof generation === 'string' && generation) return generation;
  throw new GoogleFailure({ kind: 'unclear', message: `${what}: the answer names no generation` });
}
