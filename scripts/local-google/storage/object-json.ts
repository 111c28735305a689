import { createHash } from 'node:crypto';
import type { BucketRecord, ObjectRecord } from '../state.ts';

/** An object as Cloud Storage shows it. */
export function objectJson(bucket: BucketRecord, object: ObjectRecord) {
  const { name, generation, metageneration, cacheControl, contentDisposition } = object;
  const path = `${bucket.name}/o/${encodeURIComponent(name)}`;
  return {
    kind: 'storage#object',
    id: `${bucket.name}/${name}/${generation}`,
    selfLink: `https://www.googleapis.com/storage/v1/b/${path}`,
    mediaLink: `https://storage.googleapis.com/download/storage/v1/b/${path}?generation=${generation}&alt=media`,
    name,
    bucket: bucket.name,
    generation: String(generation),
    metageneration: String(metageneration),
    contentType: object.contentType,
    ...(cacheControl !== undefined && { cacheControl }),
    ...(contentDisposition !== undefined && { contentDisposition }),
    storageClass: bucket.storageClass,
    size: String(object.bytes.length),
    md5Hash: md5Of(object.bytes),
    etag: etagOf(object),
    timeCreated: object.timeCreated,
    updated: object.updated,
    timeStorageClassUpdated: object.timeCreated,
    ...(Object.keys(object.metadata).length > 0 && { metadata: object.metadata }),
  };
}

/** The headers that come with an object's content. */
export function objectHeaders(object: ObjectRecord): Record<string, string> {
  const { cacheControl, contentDisposition } = object;
  return {
    etag: etagOf(object),
    'x-goog-generation': String(object.generation),
    'x-goog-metageneration': String(object.metageneration),
    'x-goog-hash': `md5=${md5Of(object.bytes)}`,
    'x-goog-stored-content-length': String(object.bytes.length),
    ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
    ...(contentDisposition !== undefined && { 'content-disposition': contentDisposition }),
  };
}

/** The MD5 of some content in base64, as Cloud Storage writes it. */
export function md5Of(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('base64');
}

function etagOf({ generation, metageneration }: ObjectRecord): string {
  return Buffer.from(`${generation}/${metageneration}`).toString('base64');
}
