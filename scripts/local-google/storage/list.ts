import { flagParam, numberParam, textParam } from '../arguments.ts';
import { GoogleError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { Answer, Call, Context } from '../service.ts';
import { calledBucket } from './buckets.ts';
import { objectJson } from './object-json.ts';

/** `objects.list`: by name; with a delimiter, what lies deeper is folded into prefixes. */
export function listObjects(call: Call, context: Context): Answer {
  const bucket = calledBucket(call, context);
  if (flagParam(call, 'versions') || textParam(call, 'matchGlob') !== undefined) {
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      'The embedded stand-in for Google keeps no versions of objects and lists by prefix only.',
    );
  }
  const prefix = textParam(call, 'prefix') ?? '';
  const delimiter = textParam(call, 'delimiter');
  const from = textParam(call, 'startOffset') ?? '';
  const until = textParam(call, 'endOffset');
  const found = [...bucket.objects.values()]
    .filter(({ name }) => name.startsWith(prefix) && name >= from)
    .filter(({ name }) => until === undefined || name < until)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const folded = new Set<string>();
  const items = found.filter(({ name }) => {
    const end = delimiter === undefined ? -1 : name.indexOf(delimiter, prefix.length);
    if (end >= 0) folded.add(name.slice(0, end + (delimiter?.length ?? 0)));
    return end < 0;
  });
  const size = Math.min(numberParam(call, 'maxResults') ?? 1000, 1000);
  const page = pageOf(items, textParam(call, 'pageToken'), size);
  return {
    json: {
      kind: 'storage#objects',
      ...(page.next !== undefined && { nextPageToken: page.next }),
      ...(folded.size > 0 && { prefixes: [...folded] }),
      ...(page.items.length > 0 && {
        items: page.items.map((object) => objectJson(bucket, object)),
      }),
    },
  };
}
