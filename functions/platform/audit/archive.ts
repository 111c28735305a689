import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { GoogleFailure, type Storage } from '../google/index.ts';
import { auditHeaders } from './line.ts';
import type { LineCells } from './month-files.ts';

/** Lines of a month by workbook. */
export type MonthLines = ReadonlyMap<string, LineCells>;

/** Old months of the audit in the school's bucket, an object a month. */
export interface AuditArchive {
  /** Months that have an object. */
  months(): Promise<readonly string[]>;
  /** What a person finds a month's object by. */
  nameOf(month: string): string;
  /** `undefined` where there is none; `damaged` when it cannot be read as what we write. */
  read(month: string): Promise<MonthLines | 'damaged' | undefined>;
  /** Writes a month; one that is there and says something else is replaced. */
  write(month: string, lines: MonthLines): Promise<void>;
}

const conditionNotMet = 412;
const prefix = 'audit/';
const suffix = '.jsonl.gz';
const lineShape = z.array(z.string()).length(1 + auditHeaders.length);

/**
 * An object is compressed text, a line of JSON for a line of the audit: the workbook, then its twelve cells as they
 * stood in the spreadsheet, the hash last.
 */
export function createAuditArchive({
  storage,
  bucket,
}: {
  readonly storage: Pick<Storage, 'read' | 'write' | 'list'>;
  readonly bucket: string;
}): AuditArchive {
  const nameOf = (month: string): string => `${prefix}${month}${suffix}`;
  return {
    nameOf,
    months: async () =>
      (await storage.list(bucket, prefix))
        .filter((name) => name.endsWith(suffix))
        .map((name) => name.slice(prefix.length, -suffix.length)),
    async read(month) {
      const found = await storage.read(bucket, nameOf(month));
      return found && linesFrom(found.bytes);
    },
    async write(month, lines) {
      const bytes = gzipSync(textOf(lines));
      const store = (ifGenerationMatch: string) =>
        storage.write(bucket, nameOf(month), bytes, {
          contentType: 'application/gzip',
          ifGenerationMatch,
        });
      try {
        await store('0');
      } catch (failure) {
        if (!(failure instanceof GoogleFailure) || failure.status !== conditionNotMet)
          throw failure;
        const there = await storage.read(bucket, nameOf(month));
        const kept = there && linesFrom(there.bytes);
        if (there && (kept === 'damaged' || textOf(kept ?? new Map()) !== textOf(lines)))
          await store(there.generation);
      }
    },
  };
}

/** The text of a month, the same for the same lines. */
function textOf(lines: MonthLines): string {
  return [...lines]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([tab, cells]) => cells.map((row) => `${JSON.stringify([tab, ...row])}\n`))
    .join('');
}

function linesFrom(bytes: Uint8Array): MonthLines | 'damaged' {
  try {
    const rows = gunzipSync(bytes)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => lineShape.parse(JSON.parse(line)));
    return new Map(
      Array.from(
        Map.groupBy(rows, ([tab = '']) => tab),
        ([tab, own]) => [tab, own.map((row) => row.slice(1))] as const,
      ),
    );
  } catch {
    return 'damaged';
  }
}
