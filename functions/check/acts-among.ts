import type { TabRead } from '#platform/workbook/read-tabs.ts';
import { actsOf, whoActed } from '#schema/acts.ts';
import type { Difference } from './differences.ts';

/** Who did something to a row through a page of ours, by register, row and column. */
export type Actors = ReadonlyMap<string, string>;

/**
 * Changes that came by a page of ours and not by the sheet: a decision in a mail, a feedback on a tracking page. Each
 * is told in a column that only the functions write, and that column changed with the others.
 */
export function actsAmong(
  found: readonly (Difference & { readonly tab: TabRead | undefined })[],
): Actors {
  const actors = new Map<string, string>();
  for (const { tab, what, column, row, after } of found) {
    if (!tab || what !== 'changed') continue;
    for (const act of actsOf(tab.register)) {
      if (act.record !== column) continue;
      const who = whoActed(textOf(after));
      if (who === '') continue;
      for (const written of act.columns)
        actors.set(nameOf({ register: tab.register.key, row, column: written }), who);
    }
  }
  return actors;
}

/** Who did what a difference tells; nothing when it did not come by a page of ours. */
export function actOf(
  actors: Actors,
  difference: Pick<Difference, 'register' | 'row' | 'column' | 'what'>,
): string | undefined {
  return difference.what === 'changed' ? actors.get(nameOf(difference)) : undefined;
}

function nameOf({
  register,
  row,
  column,
}: Pick<Difference, 'register' | 'row' | 'column'>): string {
  return `${register} ${row} ${column}`;
}

/** The text of a cell as a difference keeps it, JSON. */
function textOf(json: string): string {
  const value: unknown = json === '' ? '' : JSON.parse(json);
  return typeof value === 'string' ? value : '';
}
