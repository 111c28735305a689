import type { Links } from '#platform/links/index.ts';
import type { Register } from '#schema/register.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { accessOf, registerOf } from './access.ts';
import { mostRows } from './batch/body.ts';
import { problem } from './problems.ts';
import type { WorkbooksInUse } from './switched-on.ts';
import { words } from './words.ts';

/** What the token of a receipt is about: a row by its id, or a sheet of so many rows. */
export interface AboutRow {
  readonly register: Register;
  readonly row: RowId;
  /** The key of the sheet that made several rows. */
  readonly sheet: string | undefined;
  readonly count: number;
}

/** Reads the token of a receipt; a problem with 403 or 404 when it is none. */
export function aboutRow(
  { links, workbooks }: { readonly links: Links; readonly workbooks: WorkbooksInUse },
  token: string,
): AboutRow {
  const access = accessOf(links, token);
  if (!access.ok) throw access.problem;
  const { kind, registers = [], row, prefill = {} } = access.claims;
  const id = rowId.safeParse(row);
  const [key] = registers;
  if (kind !== 'track' || !id.success || key === undefined)
    throw problem(403, 'wrongLink', words.wrongLink);
  return { register: registerOf(workbooks, key), row: id.data, ...sheetIn(prefill) };
}

/** Which sheet a token is of, and how many places its rows had. */
function sheetIn({ sheet, rows }: Readonly<Record<string, string>>) {
  const count = Number(rows ?? 0);
  return { sheet, count: Number.isInteger(count) ? Math.min(count, mostRows) : 0 };
}
