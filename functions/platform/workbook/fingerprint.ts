import { createHash } from 'node:crypto';
import type { Columns } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';

/** A short digest of the values first sent; the same values give the same one, in whatever order they came. */
export function fingerprint(values: Values<Columns>): string {
  const canonical = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url').slice(0, 22);
}
