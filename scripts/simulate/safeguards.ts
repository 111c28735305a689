import * as z from 'zod';
import { columnMetadataKey, idColumn, sentColumn } from '#platform/workbook/frame-columns.ts';
import { openMattersTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { LocalGoogle } from '../local-google/create-local-google.ts';
import { filled } from './registers.ts';
import type { Call, Exchange } from './wire.ts';

/**
 * Takes a safeguard away on the way between the functions and Google: what it asks for is cut out of the request, or
 * what it would learn out of the answer. The functions themselves know nothing of it.
 */
export type Without = (exchange: Exchange, google: () => LocalGoogle) => Exchange;

const requestShape = z.record(z.string(), z.unknown());
const batchShape = z.looseObject({ requests: z.array(requestShape) });
type Request = z.infer<typeof requestShape>;

const writing = 'sheets.spreadsheets.batchUpdate';
const reading = 'sheets.spreadsheets.values.batchGetByDataFilter';

/** Stands in the place of a request that is taken away, so that the others keep theirs. */
const nothing: Request = {
  deleteDeveloperMetadata: {
    dataFilter: { developerMetadataLookup: { metadataKey: 'nothing', metadataValue: 'nothing' } },
  },
};

/** Each safeguard by its name. */
export const safeguards: ReadonlyMap<string, Without> = new Map<string, Without>([
  // Nothing makes a batch unrepeatable.
  ['token', rewritten((request) => (creates(request, 'c') ? nothing : request))],
  // A check that lost its lease takes away the fence of whoever has it.
  ['fence', rewritten((request) => (saysOfFence(request) ? anyFence(request) : request))],
  // A batch goes through wherever the columns are by then.
  [
    'columns',
    rewritten((request) =>
      creates(request, columnMetadataKey) || saysWhere(request) ? nothing : request,
    ),
  ],
  // Whoever looks a submission up does not find it.
  ['look-up', withoutIds],
  // Whoever sends again what left with its month is not recognised.
  ['closed-ids', withoutClosedIds],
  // What was written by position is read again as it was before.
  ['read-back', withoutReadBack],
  // A row that was written twice is not said to be so.
  [
    'duplicate-mark',
    rewritten((request) =>
      requestShape.parse(JSON.parse(JSON.stringify(request).replaceAll('重复', '没有'))),
    ),
  ],
]);

function rewritten(change: (request: Request) => Request): Without {
  return (exchange) => (call, google) => {
    if (call.method !== writing) return exchange(call, google);
    const batch = batchShape.parse(JSON.parse(new TextDecoder().decode(call.body)));
    const body = JSON.stringify({ ...batch, requests: batch.requests.map(change) });
    return exchange({ ...call, body: new TextEncoder().encode(body) }, google);
  };
}

function creates(request: Request, key: string): boolean {
  return JSON.stringify(request.createDeveloperMetadata ?? '').includes(`"metadataKey":"${key}"`);
}

function saysWhere(request: Request): boolean {
  return JSON.stringify(request.deleteDeveloperMetadata ?? '').includes('EXACT_LOCATION');
}

function saysOfFence(request: Request): boolean {
  return JSON.stringify(request.deleteDeveloperMetadata ?? '').includes('"metadataKey":"f"');
}

function anyFence(request: Request): Request {
  return requestShape.parse(
    JSON.parse(JSON.stringify(request).replace(/,"metadataValue":"\d+"/, '')),
  );
}

const readShape = z.looseObject({
  valueRanges: z
    .array(
      z.looseObject({
        dataFilters: z.array(z.unknown()),
        valueRange: z.looseObject({ values: z.array(z.unknown()).optional() }),
      }),
    )
    .optional(),
});

function withoutIds(exchange: Exchange): Exchange {
  const marks = filled.flatMap(({ register }) =>
    [idColumn, sentColumn].map((column) => `"${register.key}/${column}"`),
  );
  return async (call, google) => {
    const response = await exchange(call, google);
    if (call.method !== reading || call.by.role !== 'intake' || !response.ok) return response;
    const { valueRanges = [], ...rest } = readShape.parse(await response.json());
    const cut = valueRanges.map((range) =>
      marks.some((mark) => JSON.stringify(range.dataFilters).includes(mark))
        ? {
            ...range,
            valueRange: { ...range.valueRange, values: range.valueRange.values?.slice(0, 1) },
          }
        : range,
    );
    return Response.json({ ...rest, valueRanges: cut });
  };
}

/** Nothing tells of closed months' ids but to whoever closes. */
function withoutClosedIds(exchange: Exchange): Exchange {
  return (call, google) =>
    call.by.role === 'intake' &&
    call.method === 'storage.objects.get' &&
    call.url.includes('/closed%2F')
      ? Promise.resolve(new Response('Not Found', { status: 404 }))
      : exchange(call, google);
}

function withoutReadBack(exchange: Exchange, google: () => LocalGoogle): Exchange {
  const before = new Map<string, ReturnType<LocalGoogle['state']['spreadsheets']['get']>>();
  const matters = String(sheetIdOf(openMattersTab.key));
  return async (call, send) => {
    const { spreadsheets } = google().state;
    const id = /\/spreadsheets\/([^/:?]+)/.exec(call.url)?.[1] ?? '';
    const key = `${call.by.name} ${id}`;
    if (call.by.role !== 'check') return exchange(call, send);
    if (call.method === writing) {
      if (writesRows(call, matters)) before.set(key, spreadsheets.get(id));
      return exchange(call, send);
    }
    const then = before.get(key);
    const now = spreadsheets.get(id);
    if (call.method !== reading || !then || !now) return exchange(call, send);
    before.delete(key);
    spreadsheets.set(id, then);
    try {
      return await exchange(call, send);
    } finally {
      spreadsheets.set(id, now);
    }
  };
}

/** Whether a batch of the check writes ids or numbers into rows of registers. */
function writesRows({ body }: Call, matters: string): boolean {
  const text = new TextDecoder().decode(body);
  return text.includes('"updateCells"') && !text.includes(`"sheetId":${matters}`);
}
