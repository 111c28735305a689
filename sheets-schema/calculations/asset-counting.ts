import { type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';
import { nameAt, nameKey } from './named-rows.ts';

/** Assets that a count should find: not disposed of, and there by a day. */
export function assetsToCount(world: World, by: LocalDate): Row[] {
  return world
    .rows('assets')
    .filter(
      (asset) =>
        textAt(asset, 'number') !== '' &&
        valueAt(asset, 'state') !== 'disposed' &&
        textAt(asset, 'bought') <= by,
    );
}

/** The assets that should stand at a place, in the order of their numbers. */
export function assetsAt(world: World, place: string): Row[] {
  return assetsToCount(world, dayOf(world.now))
    .filter((asset) => nameAt(asset, 'place') === nameKey(place))
    .toSorted((a, b) => (textAt(a, 'number') < textAt(b, 'number') ? -1 : 1));
}

/** A count of all assets: its name, its days, what was counted. */
export interface Campaign {
  readonly name: string;
  readonly from: LocalDate;
  /** The day by which all is counted. */
  readonly until: LocalDate;
  readonly counted: ReadonlySet<string>;
}

/** The campaign that began last; it lasts so many days from its first count. */
export function lastCampaign(counts: readonly Row[], days: number): Campaign | undefined {
  const groups = Map.groupBy(counts, (row) => plain(textAt(row, 'campaign')));
  groups.delete('');
  const campaigns = [...groups].flatMap(([name, rows]): Campaign[] => {
    const [first] = rows.flatMap((row) => dayIn(row) ?? []).toSorted();
    return first === undefined
      ? []
      : [
          {
            name,
            from: first,
            until: plusDays(first, days),
            counted: new Set(rows.map((row) => nameAt(row, 'asset'))),
          },
        ];
  });
  return campaigns.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
}

function dayIn(row: Row): LocalDate | undefined {
  const day = localDate.safeParse(textAt(row, 'at').slice(0, 10));
  return day.success ? day.data : undefined;
}
