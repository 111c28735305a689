import * as z from 'zod/mini';
import type { RowId } from '#schema/values.ts';
import { jsonObject, refuseTrapped, submissionId } from '../submission-body.ts';
import { words } from '../words.ts';
import type { SentRow, SheetIssue } from './entry.ts';
import { batchWords } from './words.ts';

/** What a sheet was sent with. */
export interface SheetBody {
  /** The batch's own id; those of its rows follow from it. */
  readonly id: RowId;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly rows: readonly SentRow[];
  /** Address of a picture of the page that was copied. */
  readonly page?: string | undefined;
}

/** A parents' evening has 200 visitors. */
export const mostRows = 300;

const object = z.record(z.string(), z.unknown());
const webAddress = z.url({ protocol: /^https?$/ });
const sentRow = z.nullable(
  z.pipe(
    z.catchall(z.object({ id: z.optional(submissionId) }), z.unknown()),
    z.transform(({ id, ...values }): SentRow => ({ id, values })),
  ),
);

/** Reads the JSON of a sheet, or says what is wrong with it; refuses with 400 or 415 what is no JSON object. */
export async function sheetJson(
  request: Request,
): Promise<
  | { readonly ok: true; readonly body: SheetBody }
  | { readonly ok: false; readonly issues: readonly SheetIssue[] }
> {
  const data = await jsonObject(request);
  refuseTrapped(data.website);
  const id = submissionId.safeParse(data.id);
  const shared = z._default(object, {}).safeParse(data.shared);
  const rows = z.array(z.unknown()).safeParse(data.rows);
  const page = pageOf(data.page);
  const read = (rows.data ?? []).slice(0, mostRows).map((row) => sentRow.safeParse(row));
  const issues: SheetIssue[] = [
    ...(id.success ? [] : [{ column: 'id', message: words.idNeeded }]),
    ...(shared.success ? [] : [{ column: 'shared', message: batchWords.sharedNeeded }]),
    ...(rows.success ? [] : [{ column: 'rows', message: batchWords.rowsNeeded }]),
    ...((rows.data?.length ?? 0) > mostRows
      ? [{ column: 'rows', message: batchWords.tooMany }]
      : []),
    ...(page === false ? [{ column: 'page', message: batchWords.pageNeeded }] : []),
    ...read.flatMap(({ success, error }, row) => (success ? [] : [rowIssue(row, error)])),
  ];
  if (!id.success || !shared.success || page === false || issues.length > 0)
    return { ok: false, issues };
  return {
    ok: true,
    body: {
      id: id.data,
      shared: shared.data,
      rows: read.flatMap(({ data: row }) => row ?? [null]),
      page,
    },
  };
}

/** The shared values alone, for whoever asks what the grid begins with. */
export async function sharedJson(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const data = await jsonObject(request);
  return z.catch(z._default(object, {}), {}).parse(data.shared);
}

/** The address of a picture; `undefined` when none is given, `false` when it is no address. */
function pageOf(said: unknown): string | undefined | false {
  if (said === undefined || said === null || said === '') return undefined;
  const address = webAddress.safeParse(said);
  return address.success && address.data.length <= 2000 && address.data;
}

function rowIssue(row: number, error: z.core.$ZodError | undefined): SheetIssue {
  const isId = error?.issues.some(({ path }) => path[0] === 'id') ?? false;
  return isId
    ? { row, column: 'id', message: words.idNeeded }
    : { row, column: '', message: words.valuesNeeded };
}
