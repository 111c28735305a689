import { z } from 'zod';
import { numberParam, readBody, requiredText, textParam } from '../arguments.ts';
import { GoogleError, invalidArgument, notFound } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { BucketRecord, ObjectRecord } from '../state.ts';
import { calledBucket } from './buckets.ts';
import { md5Of, objectHeaders, objectJson } from './object-json.ts';
import { checkPreconditions } from './preconditions.ts';

const shape = {
  name: z.string().optional(),
  contentType: z.string().optional(),
  cacheControl: z.string().optional(),
  contentDisposition: z.string().optional(),
  metadata: z.record(z.string(), z.string().nullable()).optional(),
  md5Hash: z.string().optional(),
};

/** `objects.insert`: new content under a name, in place of what was there. */
export function insertObject(call: Call, context: Context): Answer {
  const bucket = calledBucket(call, context);
  const body = readBody(call, shape, ['bucket', 'size']);
  const name = textParam(call, 'name') ?? body.name;
  if (name === undefined || name === '') throw required('name');
  if (call.media === undefined) throw required('media');
  const { bytes } = call.media;
  if (body.md5Hash !== undefined && body.md5Hash !== md5Of(bytes)) {
    throw invalidArgument(
      `Provided MD5 hash "${body.md5Hash}" doesn't match calculated MD5 hash "${md5Of(bytes)}".`,
      'invalid',
    );
  }
  checkPreconditions(call, bucket.objects.get(name));
  const now = context.clock.now();
  bucket.lastGeneration = Math.max(now.getTime() * 1000, bucket.lastGeneration + 1);
  const object: ObjectRecord = {
    name,
    generation: bucket.lastGeneration,
    metageneration: 1,
    contentType: body.contentType ?? call.media.contentType,
    ...(body.cacheControl !== undefined && { cacheControl: body.cacheControl }),
    ...(body.contentDisposition !== undefined && { contentDisposition: body.contentDisposition }),
    timeCreated: now.toISOString(),
    updated: now.toISOString(),
    metadata: merged({}, body.metadata),
    bytes,
  };
  bucket.objects.set(name, object);
  return { json: objectJson(bucket, object) };
}

/** `objects.get`: what is known of an object, or with `alt=media` its content. */
export function getObject(call: Call, context: Context): Answer {
  const bucket = calledBucket(call, context);
  const object = calledObject(call, bucket);
  checkPreconditions(call, object);
  if (textParam(call, 'alt') !== 'media') return { json: objectJson(bucket, object) };
  const { bytes, contentType } = object;
  return { media: bytes, contentType, headers: objectHeaders(object) };
}

/** `objects.patch`: metadata only; the generation stays, the metageneration grows. */
export function patchObject(call: Call, context: Context): Answer {
  const bucket = calledBucket(call, context);
  const object = calledObject(call, bucket);
  const { contentType, cacheControl, contentDisposition, metadata } = readBody(call, shape);
  checkPreconditions(call, object);
  if (contentType !== undefined) object.contentType = contentType;
  if (cacheControl !== undefined) object.cacheControl = cacheControl;
  if (contentDisposition !== undefined) object.contentDisposition = contentDisposition;
  object.metadata = merged(object.metadata, metadata);
  object.metageneration += 1;
  object.updated = context.clock.now().toISOString();
  return { json: objectJson(bucket, object) };
}

/** `objects.delete`. */
export function deleteObject(call: Call, context: Context): Answer {
  const bucket = calledBucket(call, context);
  const object = calledObject(call, bucket);
  checkPreconditions(call, object);
  bucket.objects.delete(object.name);
  return { empty: true };
}

function calledObject(call: Call, bucket: BucketRecord): ObjectRecord {
  const name = requiredText(call, 'object');
  const object = bucket.objects.get(name);
  const generation = numberParam(call, 'generation') ?? object?.generation;
  if (object === undefined || object.generation !== generation) {
    // Google looks at the conditions first: an object that must exist and does not is a 412.
    if (object === undefined && numberParam(call, 'ifGenerationMatch') !== undefined) {
      checkPreconditions(call, undefined);
    }
    throw notFound(`No such object: ${bucket.name}/${name}`);
  }
  return object;
}

function merged(
  known: Record<string, string>,
  changes: Record<string, string | null> = {},
): Record<string, string> {
  const all = Object.entries({ ...known, ...changes });
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function required(name: string): GoogleError {
  return new GoogleError(400, 'INVALID_ARGUMENT', `Required parameter: ${name}`, {
    reason: 'required',
    location: { type: 'parameter', name },
  });
}
