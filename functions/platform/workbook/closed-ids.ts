import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { type RowId, rowId } from '#schema/values.ts';
import type { Storage } from '../google/index.ts';

const monthsShape = z.array(z.string());
const idsShape = z.object({ version: z.literal(1), ids: z.record(z.string(), z.string()) });

/** How far back somebody who was offline is still answered: a year and the month under way. */
const mostMonths = 13;

/** Ids of rows that left the live tabs, an object a workbook and month (hard point 5b). */
export interface ClosedIds {
  /** The fingerprints of those ids that were closed within the last year. */
  find(spreadsheetId: string, ids: readonly RowId[]): Promise<ReadonlyMap<RowId, string>>;
  /** All ids of a month with their fingerprints. */
  read(spreadsheetId: string, month: string): Promise<ReadonlyMap<string, string>>;
  /** Adds rows, before they leave their tab: an id that is still live too is found there first. */
  add(spreadsheetId: string, month: string, rows: ReadonlyMap<string, string>): Promise<void>;
  /** A month was reopened: its rows are live again. */
  clear(spreadsheetId: string, month: string): Promise<void>;
}

export function createClosedIds({
  storage,
  bucket,
}: {
  readonly storage: Pick<Storage, 'read' | 'write'>;
  readonly bucket: string;
}): ClosedIds {
  const objectOf = (spreadsheetId: string, name: string) => `closed/${spreadsheetId}/${name}`;

  const months = async (spreadsheetId: string) => {
    const found = await storage.read(bucket, objectOf(spreadsheetId, 'months.json'));
    return {
      months: found ? monthsShape.parse(JSON.parse(new TextDecoder().decode(found.bytes))) : [],
      generation: found?.generation ?? '0',
    };
  };

  const month = async (spreadsheetId: string, of: string) => {
    const found = await storage.read(bucket, objectOf(spreadsheetId, `${of}.json.gz`));
    const ids = found ? idsShape.parse(JSON.parse(gunzipSync(found.bytes).toString())).ids : {};
    return { ids, generation: found?.generation ?? '0' };
  };

  const write = async (spreadsheetId: string, of: string, ids: object, generation: string) => {
    await storage.write(
      bucket,
      objectOf(spreadsheetId, `${of}.json.gz`),
      gzipSync(JSON.stringify({ version: 1, ids })),
      { contentType: 'application/gzip', ifGenerationMatch: generation },
    );
  };

  return {
    async find(spreadsheetId, ids) {
      const known = await months(spreadsheetId);
      const recent = known.months.toSorted().slice(-mostMonths);
      const held = await Promise.all(recent.map((one) => month(spreadsheetId, one)));
      const found = new Map<RowId, string>();
      for (const id of ids)
        for (const { ids: own } of held) {
          const sent = own[id];
          if (sent !== undefined) found.set(rowId.parse(id), sent);
        }
      return found;
    },
    async read(spreadsheetId, of) {
      return new Map(Object.entries((await month(spreadsheetId, of)).ids));
    },
    async add(spreadsheetId, of, rows) {
      const { ids, generation } = await month(spreadsheetId, of);
      if ([...rows.keys()].some((id) => ids[id] === undefined))
        await write(spreadsheetId, of, { ...ids, ...Object.fromEntries(rows) }, generation);
      const known = await months(spreadsheetId);
      if (known.months.includes(of)) return;
      await storage.write(
        bucket,
        objectOf(spreadsheetId, 'months.json'),
        new TextEncoder().encode(JSON.stringify([...known.months, of])),
        { contentType: 'application/json', ifGenerationMatch: known.generation },
      );
    },
    async clear(spreadsheetId, of) {
      const { generation } = await month(spreadsheetId, of);
      await write(spreadsheetId, of, {}, generation);
    },
  };
}
