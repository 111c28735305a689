import type { Seals } from '#platform/seals/index.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';
import type { WorkbookRead } from '#platform/workbook/read-tabs.ts';
import { writeCells } from '#platform/workbook/write-cells.ts';
import type { Columns } from '#schema/columns.ts';
import { photoLinks } from '#schema/photo-links.ts';
import type { Register } from '#schema/register.ts';
import { expiredCells, expiredColumns } from '#schema/retention.ts';
import { type Row, textAt, type Values } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plusMonths } from '#schema/time.ts';
import { monthOf, type RowId } from '#schema/values.ts';

/** What an erasure did. */
export interface Erased {
  readonly cells: number;
  /** Keys that are gone: of a column in a month. */
  readonly keys: number;
}

/** A month's keys are looked at so many months after they could first go, in case a run was missed. */
const monthsBack = 60;

/**
 * Deletes the personal cells of a workbook whose time is over, and destroys the keys of their month, so that no copy in
 * snapshots, audit or archives can be read either. Chains of hashes still hold: what is sealed stays as it is.
 *
 * @param destroyed columns and months whose keys this instance destroyed before, to be passed over
 */
export async function erase(
  {
    sheets,
    seals,
    binPhotos,
  }: {
    readonly sheets: FencedSheets;
    readonly seals: Seals;
    /** Puts photos of ours into Drive's bin, by their links. */
    readonly binPhotos: (links: readonly string[]) => Promise<void>;
  },
  spreadsheetId: string,
  read: WorkbookRead,
  world: World,
  destroyed: Set<string>,
): Promise<Erased> {
  let cells = 0;
  let keys = 0;
  for (const tab of read.tabs.values()) {
    const { register, resolved, identified } = tab;
    if (register.retention === undefined || resolved.missing.length > 0) continue;
    const expired = expiredCells(register, identified.rows, world);
    if (expired.size > 0) {
      const blank = new Map(
        Array.from(expired, ([id, columns]): [RowId, Values<Columns>] => [
          id,
          Object.fromEntries(columns.map((column) => [column, undefined])),
        ]),
      );
      // Before the cells, which alone know where the photos are.
      await binPhotos(photosIn(register, identified.rows, expired));
      await writeCells(sheets, spreadsheetId, tab, blank);
      cells += [...expired.values()].reduce((sum, columns) => sum + columns.length, 0);
    }
    for (let back = 0; back < monthsBack; back += 1) {
      const month = plusMonths(monthOf(world.now), -back);
      for (const column of expiredColumns(register, month, world)) {
        const key = `${register.key} ${month} ${column}`;
        if (destroyed.has(key)) continue;
        if (await seals.destroy({ register: register.key, column, month })) keys += 1;
        destroyed.add(key);
      }
    }
  }
  return { cells, keys };
}

/** Links of the photos in cells that are about to be blanked. */
function photosIn(
  { columns }: Register,
  rows: readonly Row[],
  cells: ReadonlyMap<RowId, readonly string[]>,
): readonly string[] {
  return rows.flatMap((row) =>
    (cells.get(row.id) ?? [])
      .filter((name) => columns[name]?.kind === 'photo')
      .flatMap((name) => photoLinks(textAt(row, name))),
  );
}
