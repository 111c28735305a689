import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { AuditHead } from '#platform/audit/index.ts';
import { GoogleFailure, type Storage } from '#platform/google/index.ts';

/** A cell as it was seen. Personal ones are sealed text. */
const seenCell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ unreadable: z.string() }),
]);
export type SeenCell = z.infer<typeof seenCell>;

const seenRow = z.object({
  sequence: z.string(),
  /** The month whose keys seal its personal cells. */
  month: z.string(),
  cells: z.record(z.string(), seenCell),
});
export type SeenRow = z.infer<typeof seenRow>;

/** The rows of a register by id, as they were last seen. */
export type SeenRows = Readonly<Record<string, SeenRow>>;

const strayedCell = z.object({ right: z.optional(seenCell), wrong: z.optional(seenCell) });
const strayed = z.record(z.string(), z.record(z.string(), strayedCell));

/** Cells that went astray by a sort of some columns alone, by row and column: what stood there, and what stands now. */
export type Strayed = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        { readonly right?: SeenCell | undefined; readonly wrong?: SeenCell | undefined }
      >
    >
  >
>;

const rowsByRegister = z.record(z.string(), z.record(z.string(), seenRow));
const shape = z.object({
  version: z.literal(1),
  seen: z.string(),
  head: z.object({ month: z.string(), lines: z.number(), hash: z.string() }),
  registers: rowsByRegister,
  cleared: z.optional(rowsByRegister),
  strayed: z.optional(z.record(z.string(), strayed)),
});

/** What a workbook looked like at the last look, and how far its audit had come. */
export interface Snapshot {
  readonly version: 1;
  /** On the school's clock. */
  readonly seen: string;
  readonly head: AuditHead;
  readonly registers: Readonly<Record<string, SeenRows>>;
  /** Rows whose cells were cleared, as they were, while their ids still stand in blank rows. */
  readonly cleared?: Readonly<Record<string, SeenRows>> | undefined;
  readonly strayed?: Readonly<Record<string, Strayed>> | undefined;
}

/** Snapshots of workbooks in the school's bucket, compressed. */
export interface Snapshots {
  /** None when there is none, or when it cannot be read: it is made again from the sheets then. */
  read(spreadsheetId: string): Promise<Snapshot | undefined>;
  /** Throws `SnapshotOvertaken` when another was written since: also one of ours that was given up. */
  write(spreadsheetId: string, snapshot: Snapshot): Promise<void>;
}

const conditionNotMet = 412;

/** Another snapshot is kept than the one that this holder read or wrote last: what it remembers is not to be gone by. */
export class SnapshotOvertaken extends Error {
  constructor(spreadsheetId: string) {
    super(`the snapshot of ${spreadsheetId} was written by somebody else, or late`);
    this.name = 'SnapshotOvertaken';
  }
}

export function createSnapshots({
  storage,
  bucket,
}: {
  readonly storage: Pick<Storage, 'read' | 'write'>;
  readonly bucket: string;
}): Snapshots {
  const generations = new Map<string, string>();
  const objectOf = (spreadsheetId: string): string => `snapshots/${spreadsheetId}.json.gz`;
  return {
    async read(spreadsheetId) {
      const found = await storage.read(bucket, objectOf(spreadsheetId));
      generations.set(spreadsheetId, found?.generation ?? '0');
      return found && snapshotFrom(found.bytes);
    },
    async write(spreadsheetId, snapshot) {
      const written = storage.write(
        bucket,
        objectOf(spreadsheetId),
        gzipSync(JSON.stringify(snapshot)),
        {
          contentType: 'application/gzip',
          // Whoever took the lease over has written another by now: then this one is not wanted.
          ifGenerationMatch: generations.get(spreadsheetId) ?? '0',
        },
      );
      const { generation } = await written.catch((failure: unknown) => {
        if (failure instanceof GoogleFailure && failure.status === conditionNotMet)
          throw new SnapshotOvertaken(spreadsheetId);
        throw failure;
      });
      generations.set(spreadsheetId, generation);
    },
  };
}

/** A snapshot out of its object; `undefined` when it is damaged or of another version. */
function snapshotFrom(bytes: Uint8Array): Snapshot | undefined {
  try {
    return shape.safeParse(JSON.parse(gunzipSync(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
