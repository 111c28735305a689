import { inTime, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { nameAt } from './named-rows.ts';

/** The last hand-over of each asset, by its number. Loans and returns change neither place nor custodian. */
export function lastMoves(world: World): ReadonlyMap<string, Row> {
  return new Map(
    inTime(world.rows('assetMoves'), 'moved')
      .filter((move) => valueAt(move, 'kind') === 'transfer')
      .map((move) => [nameAt(move, 'asset'), move]),
  );
}

/** Numbers of the assets that were disposed of. */
export function goneAssets(world: World): ReadonlySet<string> {
  return new Set(
    world
      .rows('assetMoves')
      .filter((move) => valueAt(move, 'kind') === 'disposal')
      .map((move) => nameAt(move, 'asset')),
  );
}

/** What does not follow from the moves before: a second loan, a return of nothing, a move of what is gone. */
export type Misstep = 'lent' | 'notLent' | 'gone';

/** The moves that do not follow, and the loans that are still out. */
export function followed(moves: readonly Row[]): {
  readonly missteps: ReadonlyMap<Row, Misstep>;
  readonly out: ReadonlySet<Row>;
} {
  const missteps = new Map<Row, Misstep>();
  const lent = new Map<string, Row>();
  const gone = new Set<string>();
  for (const move of inTime(moves, 'moved')) {
    const asset = nameAt(move, 'asset');
    const kind = textAt(move, 'kind');
    if (asset === '') continue;
    if (gone.has(asset)) missteps.set(move, 'gone');
    else if (kind === 'loan' && lent.has(asset)) missteps.set(move, 'lent');
    else if (kind === 'return' && !lent.has(asset)) missteps.set(move, 'notLent');
    if (kind === 'loan') lent.set(asset, move);
    if (kind === 'return') lent.delete(asset);
    if (kind === 'disposal') {
      gone.add(asset);
      lent.delete(asset);
    }
  }
  return { missteps, out: new Set(lent.values()) };
}
