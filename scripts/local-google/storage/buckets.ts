import { z } from 'zod';
import { numberParam, readBody, requiredText } from '../arguments.ts';
import { alreadyExists, conditionNotMet, invalidArgument, notFound } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { BucketRecord } from '../state.ts';

/** `buckets.insert`. */
export function insertBucket(call: Call, { state, clock }: Context): Answer {
  const body = readBody(call, {
    name: z.string(),
    location: z.string().default('US'),
    storageClass: z.string().default('STANDARD'),
    iamConfiguration: z.record(z.string(), z.unknown()).optional(),
  });
  if (!/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(body.name)) {
    throw invalidArgument(`Invalid bucket name: '${body.name}'`, 'invalid');
  }
  if (state.buckets.has(body.name)) {
    throw alreadyExists(
      'Your previous request to create the named bucket succeeded and you already own it.',
      'conflict',
    );
  }
  const bucket: BucketRecord = {
    name: body.name,
    location: body.location.toUpperCase(),
    storageClass: body.storageClass,
    ...(body.iamConfiguration && { iamConfiguration: body.iamConfiguration }),
    timeCreated: clock.now().toISOString(),
    projectNumber: '100000000000',
    objects: new Map(),
    lastGeneration: 0,
  };
  state.buckets.set(bucket.name, bucket);
  return { json: bucketJson(bucket) };
}

/** `buckets.get`. */
export function getBucket(call: Call, context: Context): Answer {
  const bucket = calledBucket(call, context);
  if ((numberParam(call, 'ifMetagenerationMatch') ?? 1) !== 1) throw conditionNotMet();
  return { json: bucketJson(bucket) };
}

/** The bucket a call names. Throws 404. */
export function calledBucket(call: Call, { state }: Context): BucketRecord {
  const bucket = state.buckets.get(requiredText(call, 'bucket'));
  if (bucket === undefined) throw notFound('The specified bucket does not exist.');
  return bucket;
}

function bucketJson(bucket: BucketRecord) {
  return {
    kind: 'storage#bucket',
    id: bucket.name,
    selfLink: `https://www.googleapis.com/storage/v1/b/${bucket.name}`,
    name: bucket.name,
    projectNumber: bucket.projectNumber,
    metageneration: '1',
    location: bucket.location,
    storageClass: bucket.storageClass,
    ...(bucket.iamConfiguration && { iamConfiguration: bucket.iamConfiguration }),
    etag: 'CAE=',
    timeCreated: bucket.timeCreated,
    updated: bucket.timeCreated,
  };
}
