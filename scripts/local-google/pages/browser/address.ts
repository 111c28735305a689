import { cellNamed } from './a1.ts';

/** What the part of an address behind `#` points to: `gid=12&range=A3`. */
export interface Target {
  readonly sheetId?: number;
  readonly cell?: { readonly row: number; readonly column: number };
}

/** Reads the part of an address behind `#`. */
export function targetOf(hash: string): Target {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const gid = parts.get('gid');
  const cell = cellNamed(parts.get('range') ?? '');
  return {
    ...(gid !== null && /^\d+$/.test(gid) && { sheetId: Number(gid) }),
    ...(cell && { cell }),
  };
}

/** The part of a link behind `#` if it leads to a place in this spreadsheet. */
export function placeInHere(link: string, spreadsheetId: string): string | undefined {
  if (link.startsWith('#')) return link;
  const url = URL.parse(link, location.href);
  const isHere =
    url?.origin === location.origin &&
    url.pathname.startsWith(`/spreadsheets/d/${encodeURIComponent(spreadsheetId)}`);
  return isHere ? url.hash : undefined;
}
