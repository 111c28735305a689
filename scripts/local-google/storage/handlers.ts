import type { Handlers } from '../service.ts';
import { getBucket, insertBucket } from './buckets.ts';
import { listObjects } from './list.ts';
import { deleteObject, getObject, insertObject, patchObject } from './objects.ts';

/** What is served of Cloud Storage v1. */
export const storageHandlers: Handlers = {
  'storage.buckets.get': getBucket,
  'storage.buckets.insert': insertBucket,
  'storage.objects.delete': deleteObject,
  'storage.objects.get': getObject,
  'storage.objects.insert': insertObject,
  'storage.objects.list': listObjects,
  'storage.objects.patch': patchObject,
};
