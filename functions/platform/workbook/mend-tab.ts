import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import type { HeldColumns } from './column-guard.ts';
import { findingColumn, tabColumns } from './frame-columns.ts';
import { shownBeside } from './open-matters.ts';
import type { TabRead, WorkbookRead } from './read-tabs.ts';
import { lookUpRequests } from './settle-ids.ts';
import { headerRequest, markRequest } from './setup/column-requests.ts';
import { openMattersTab } from './tabs.ts';

type Request = sheets_v4.Schema$Request;

/** Something about a tab that was put right, in words for a person. */
export interface Mend {
  readonly register: string;
  /** '' when it is about more than one column. */
  readonly column: string;
  readonly words: string;
}

/** Requests that put something right, and what to call it. */
export interface Mending {
  readonly requests: readonly Request[];
  /** Only while these stand where they were read. */
  readonly held: readonly HeldColumns[];
  readonly mends: readonly Mend[];
}

/**
 * Gives columns back the metadata or header that they lost; what staff typed is not touched. While a column has lost its
 * metadata all others are held to their places, since itself it cannot be.
 */
export function mendTab(tab: TabRead): Mending {
  const { register, resolved } = tab;
  if (resolved.missing.length > 0) return { requests: [], held: [], mends: [] };
  const { sheetId } = resolved.layout;
  const requests: Request[] = [];
  const mends: Mend[] = [];
  for (const [key, column] of tabColumns(register)) {
    const unmarked = resolved.unmarked.get(key);
    const headless = resolved.headless.get(key);
    const place = (index: number) => ({ sheetId, register: register.key, key, column, index });
    const mended = (words: string) => mends.push({ register: register.key, column: key, words });
    if (unmarked !== undefined) {
      requests.push(markRequest(place(unmarked)));
      mended(`“${column.title.zh}”栏的标记已补回`);
    }
    if (headless !== undefined) {
      requests.push(headerRequest(place(headless)));
      mended(`“${column.title.zh}”栏的表头已补回`);
    }
  }
  if (requests.length === 0) return { requests, held: [], mends };
  const columns = resolved.unmarked.size > 0 ? resolved.layout.columns : resolved.headless;
  return { requests, held: [{ tab, columns: columns.keys() }], mends };
}

/**
 * Puts back look-ups that somebody typed over: what stands beside a row is not what 待办 says of it.
 * Acts only on what was so at the last look too, since a look-up may lag behind 待办 for a moment.
 */
export function restoreLookUps(
  read: WorkbookRead,
  suspectsBefore: ReadonlySet<string>,
): Pick<Mending, 'requests' | 'held'> & { readonly suspects: ReadonlySet<string> } {
  const expected = shownBeside(read.frameTabs.get(openMattersTab.key) ?? []);
  const suspects = new Set<string>();
  const requests: Request[] = [];
  const held: HeldColumns[] = [];
  for (const tab of read.tabs.values()) {
    if (tab.resolved.missing.length > 0) continue;
    const wrong: number[] = [];
    for (const row of tab.sheet) {
      if (row.id === undefined || row.shownFinding === (expected.get(row.id) ?? '')) continue;
      suspects.add(row.id);
      if (suspectsBefore.has(row.id)) wrong.push(row.rowIndex);
    }
    if (wrong.length === 0) continue;
    requests.push(...lookUpRequests(tab.resolved.layout, wrong));
    held.push({ tab, columns: [findingColumn] });
  }
  return { requests, held, suspects };
}
