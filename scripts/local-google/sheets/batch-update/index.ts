import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { GoogleError, invalidArgument } from '../../errors.ts';
import type { Edit, OwnedEdit } from '../edit.ts';
import { named } from '../named.ts';
import { servedGrid } from './served-grid.ts';
import { servedObjects } from './served-objects.ts';

type Requests = sheets_v4.Schema$Request;
type Replies = sheets_v4.Schema$Response;

type ReplyTo<K> = K extends keyof Replies ? NonNullable<Replies[K]> : never;

/** Carries out one request on the working copy; what it returns is the reply of its own kind. */
export type RequestHandler<K extends keyof Requests> = (
  request: NonNullable<Requests[K]>,
  edit: Edit,
) => ReplyTo<K> | undefined;

type Served = { readonly [K in keyof Requests]?: RequestHandler<K> };

/** Every kind of request that the local Google carries out. */
const served: Served = { ...servedGrid, ...servedObjects };

/**
 * Carries out the requests in order on one working copy, and returns their replies.
 *
 * Throws 400 naming the first request that cannot be carried out, 501 for a kind that is not
 * served; the working copy is then to be dropped.
 */
export function runRequests(requests: readonly Requests[], edit: OwnedEdit): Replies[] {
  return requests.map((request, index) => {
    const kinds = Object.keys(request) as (keyof Requests)[];
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
      throw invalidArgument(
        kind === undefined
          ? `Invalid requests[${index}]: Must specify at least one request.`
          : `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1]}'`,
      );
    }
    const reply = runOne(kind, request, index, edit);
    edit.settle();
    return reply;
  });
}

function runOne<K extends keyof Requests>(
  kind: K,
  request: Requests,
  index: number,
  edit: Edit,
): Replies {
  const handler: RequestHandler<K> | undefined = served[kind];
  if (!handler) {
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      `requests[${index}].${kind} is not served by the local Google`,
    );
  }
  return named(`requests[${index}].${kind}`, () => {
    const reply = handler(request[kind] ?? {}, edit);
    return reply ? { [kind]: reply } : {};
  });
}
