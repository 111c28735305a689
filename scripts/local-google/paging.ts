import { invalidArgument } from './errors.ts';

/** Cuts a page out of a list; the token of the next page says where it starts. Throws 400. */
export function pageOf<T>(
  items: readonly T[],
  token: string | undefined,
  size: number,
): { readonly items: readonly T[]; readonly next?: string } {
  const from = token === undefined ? 0 : readToken(token);
  const page = items.slice(from, from + size);
  const end = from + page.length;
  return end < items.length ? { items: page, next: writeToken(end) } : { items: page };
}

function writeToken(from: number): string {
  return Buffer.from(`from:${from}`).toString('base64url');
}

function readToken(token: string): number {
  const [, from] =
    Buffer.from(token, 'base64url')
      .toString()
      .match(/^from:(\d+)$/) ?? [];
  if (from === undefined) throw invalidArgument(`Invalid Value: page token ${token}`, 'invalid');
  return Number(from);
}
