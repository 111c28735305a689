import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { tabColumns } from './frame-columns.ts';
import { lookUpRequest } from './number-rows.ts';
import { shownBeside } from './open-matters.ts';
import type { TabRead, WorkbookRead } from './read-tabs.ts';
import { headerRequest, markRequest } from './setup/column-requests.ts';
import { openMattersTab } from './tabs.ts';

type Request = sheets_v4.Schema$Request;

/** Gives columns back the metadata or header that they lost; what staff typed is not touched. */
export function mendTabRequests({ register, resolved }: TabRead): Request[] {
  if (resolved.missing.length > 0) return [];
  const { sheetId } = resolved.layout;
  return tabColumns(register).flatMap(([key, column]) => {
    const unmarked = resolved.unmarked.get(key);
    const headless = resolved.headless.get(key);
    const place = (index: number) => ({ sheetId, register: register.key, key, column, index });
    return [
      ...(unmarked === undefined ? [] : [markRequest(place(unmarked))]),
      ...(headless === undefined ? [] : [headerRequest(place(headless))]),
    ];
  });
}

/**
 * Puts back look-ups that somebody typed over: what stands beside a row is not what 待办 says of it.
 * Acts only on what was so at the last look too, since a look-up may lag behind 待办 for a moment.
 */
export function restoreLookUps(
  read: WorkbookRead,
  suspectsBefore: ReadonlySet<string>,
): { readonly requests: Request[]; readonly suspects: ReadonlySet<string> } {
  const expected = shownBeside(read.frameTabs.get(openMattersTab.key) ?? []);
  const suspects = new Set<string>();
  const requests: Request[] = [];
  for (const tab of read.tabs.values()) {
    if (tab.resolved.missing.length > 0) continue;
    for (const row of tab.sheet) {
      if (row.id === undefined || row.shownFinding === (expected.get(row.id) ?? '')) continue;
      suspects.add(row.id);
      if (suspectsBefore.has(row.id))
        requests.push(lookUpRequest(tab.resolved.layout, row.rowIndex));
    }
  }
  return { requests, suspects };
}
