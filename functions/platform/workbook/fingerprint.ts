import { createHash } from 'node:crypto';

/** A short digest of the values first sent; the same values give the same one, in whatever order they came. */
export function fingerprint(values: Readonly<Record<string, unknown>>): string {
  const canonical = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url').slice(0, 22);
}
