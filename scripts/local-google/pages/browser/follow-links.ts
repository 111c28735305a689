import * as z from 'zod/mini';
import { placeInHere } from './address.ts';
import { linkTarget } from './answers.ts';
import type { View } from './view.ts';

/** Opens what a cell's link leads to: a place in this spreadsheet here, all else in a new tab. */
export function followLinks(
  host: HTMLElement,
  spreadsheetId: string,
  view: () => View | undefined,
  goTo: (hash: string) => void,
): void {
  host.addEventListener('click', async (event) => {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest('a.cell-link')) return;
    event.preventDefault();
    const td = target.closest('td');
    const shown = view();
    if (!td || !shown) return;
    const row = shown.rows[Number(td.dataset.y)] ?? 0;
    const column = shown.columns[Number(td.dataset.x)] ?? 0;
    const link =
      shown.cellAt(row, column).link ??
      (await computedLink(spreadsheetId, shown.sheetId, row, column));
    if (link === undefined) return;
    const place = placeInHere(link, spreadsheetId);
    if (place !== undefined) goTo(place);
    else if (/^(?:https?:|mailto:|tel:)/i.test(link)) window.open(link, '_blank', 'noopener');
  });
}

async function computedLink(
  spreadsheetId: string,
  sheetId: number,
  row: number,
  column: number,
): Promise<string | undefined> {
  const path = [spreadsheetId, sheetId, row, column].map(encodeURIComponent).join('/');
  const response = await fetch(`/__link/${path}`);
  return z.parse(linkTarget, await response.json()).link ?? undefined;
}
