import type { RowId } from '#schema/values.ts';
import type { KnownRow, KnownRows } from './known-rows.ts';
import type { SheetRow } from './sheet-rows.ts';

/** A row whose id says nothing of which row it is, with its content. */
export interface Candidate {
  readonly row: SheetRow;
  readonly content: string;
}

interface Homeless {
  readonly id: RowId;
  /** Another row has it now. */
  readonly isCarried: boolean;
  /** It stands beside a content never seen: most likely its row was edited. */
  readonly isEdited: boolean;
}

/**
 * Finds rows again by their content, or by whose they resemble when they were edited while others moved, and makes them
 * owners of their ids.
 *
 * @returns the rows that were not found
 */
export function knownAgain(
  known: KnownRows,
  owners: Map<RowId, SheetRow>,
  strangers: readonly Candidate[],
): readonly SheetRow[] {
  const homeless = homelessIds(known, owners, strangers);
  const displaced: Candidate[] = [];
  const others = strangers.filter((candidate) => {
    const { row, content } = candidate;
    const ids = homeless.get(content);
    const at = ids?.findIndex((home) => mayTake(row, home, known)) ?? -1;
    const [home] = at < 0 ? [] : (ids?.splice(at, 1) ?? []);
    if (home) owners.set(home.id, row);
    else if (row.id !== undefined && known.has(row.id)) displaced.push(candidate);
    return !home;
  });
  const found = new Set<SheetRow>();
  for (const [id, row] of resembling(known, owners, displaced)) {
    owners.set(id, row);
    found.add(row);
  }
  return others.flatMap(({ row }) => (found.has(row) ? [] : [row]));
}

/** Known ids that no row has at home, by content. */
function homelessIds(
  known: KnownRows,
  owners: ReadonlyMap<RowId, SheetRow>,
  strangers: readonly Candidate[],
): ReadonlyMap<string, Homeless[]> {
  if (strangers.length === 0) return new Map();
  const contents = new Set(known.values().map(({ content }) => content));
  const edited = new Set(
    strangers.flatMap(({ row, content }) => (contents.has(content) ? [] : (row.id ?? []))),
  );
  const carried = new Set(strangers.flatMap(({ row }) => row.id ?? []));
  const ids = new Map<string, Homeless[]>();
  for (const [id, { content }] of known) {
    if (content === '' || owners.has(id)) continue;
    const home = { id, isCarried: carried.has(id), isEdited: edited.has(id) };
    const same = ids.get(content);
    if (same) same.push(home);
    else ids.set(content, [home]);
  }
  return ids;
}

/**
 * A row without an id is a copy rather than the row itself where that was edited; so is one whose id nobody saw and that
 * no code wrote: a check gave it, and died. One whose id was never seen has else just come in by a form, unless rows have
 * changed places meanwhile: then the id it says belongs to stands beside another.
 */
function mayTake(
  { id, sent, birth }: SheetRow,
  { isCarried, isEdited }: Homeless,
  known: KnownRows,
): boolean {
  const isGiven = id !== undefined && !known.has(id) && sent === undefined && birth === undefined;
  if (id === undefined || (isGiven && !isCarried)) return !isEdited;
  return known.has(id) || (isCarried && !isEdited);
}

/** More pairs than that are not compared: then such rows are new ones. */
const mostPairs = 10_000;

/** Rows that were edited and whose id another row has by now, with the id that is left and whose row they resemble. */
function resembling(
  known: KnownRows,
  owners: ReadonlyMap<RowId, SheetRow>,
  displaced: readonly Candidate[],
): ReadonlyMap<RowId, SheetRow> {
  const contents = new Set(known.values().map(({ content }) => content));
  // What says just what a row said is a copy of it, and no row that was edited.
  const lost = displaced.filter(
    ({ row, content }) => row.id !== undefined && owners.has(row.id) && !contents.has(content),
  );
  const carriers = [...displaced.map(({ row }) => row), ...owners.values()];
  const left = new Set(
    carriers.flatMap(({ id }) => (id === undefined || owners.has(id) ? [] : [id])),
  );
  if (lost.length * left.size > mostPairs) return new Map();
  const found = new Map<RowId, SheetRow>();
  const own = ownLikeness(known, displaced);
  for (const { row, content } of lost) {
    const cells = cellTexts(content);
    const [best] = [...left]
      .map((id) => ({ id, same: likeness(known.get(id), cells) }))
      .filter(({ id, same }) => same > (own.get(id) ?? -1))
      .toSorted((one, other) => other.same - one.same);
    if (!best || best.same * 2 < cells.size) continue;
    left.delete(best.id);
    found.set(best.id, row);
  }
  // One row and one id that was never seen are left: they belong together.
  const rest = lost.filter(({ row }) => !found.values().some((other) => other === row));
  const [row] = rest;
  const [id] = [...left].filter((one) => !known.has(one));
  if (row && id && rest.length === 1 && left.size === 1) found.set(id, row.row);
  return found;
}

/** How much rows resemble what was known of the ids that they carry. */
function ownLikeness(
  known: KnownRows,
  displaced: readonly Candidate[],
): ReadonlyMap<RowId, number> {
  return new Map(
    displaced.flatMap(({ row: { id }, content }) =>
      id === undefined ? [] : [[id, likeness(known.get(id), cellTexts(content))] as const],
    ),
  );
}

function likeness(was: KnownRow | undefined, cells: ReadonlySet<string>): number {
  return was && !was.isCleared ? cellTexts(was.content).intersection(cells).size : 0;
}

/** Each cell of a content by itself, with its place. */
function cellTexts(content: string): Set<string> {
  const cells: unknown = content === '' ? [] : JSON.parse(content);
  if (!Array.isArray(cells)) return new Set();
  return new Set(
    cells.flatMap((cell, index) => (cell === null ? [] : [`${index} ${JSON.stringify(cell)}`])),
  );
}
