import type { RowId, Sequence } from '#schema/values.ts';
import { sentText } from './birth.ts';
import { type Candidate, knownAgain } from './known-again.ts';
import type { KnownRows } from './known-rows.ts';
import type { TabRead } from './read-tabs.ts';
import { cellsByColumn, contentsOf } from './row-content.ts';
import type { BlankRow, SheetRow } from './sheet-rows.ts';

/** The hidden cells that a row should have. */
export interface Placement {
  readonly row: SheetRow;
  /** New rows get one; those that are known again have their own put back. */
  readonly id: RowId | undefined;
  readonly sequence: Sequence | undefined;
  /** What its cell 提交指纹 should hold. */
  readonly sent: string | undefined;
  /** The row is a submission's second one: its cells name the id of the first, and its own place. */
  readonly isTwice: boolean;
}

/** What must be written for each row to have its own id; nothing when it has. */
export interface Assignment {
  readonly placements: readonly Placement[];
  /** Blank rows in which an id was left behind that another row has. */
  readonly leftBehind: readonly BlankRow[];
  /** Each row that has an id, and those that are given one back, as they are to be. */
  readonly owners: ReadonlyMap<RowId, SheetRow>;
}

/**
 * Which row of a tab is which, whatever staff cut, paste, copy, clear or sort: the id belongs to the row that says what
 * it said when it was last seen. Pure.
 *
 * - A row with its own id and content is at home. Of two, the copy that comes later is a new row; a submission written
 *   twice (one id, two sequences, the second never seen) is left to `identify`.
 * - A row whose content is that of a known one which stands nowhere else gets that one's id. Of a row that was edited its
 *   copy does not.
 * - A row that was only edited keeps its id; where rows were moved at the same time and another has that id, it is the
 *   one whose row it resembles most.
 * - What is typed where a row was cleared is a new row.
 * - An id that was never seen before is believed: a form or another function has just written it.
 * - Where content says nothing, what a row was born with does: an id that was written over that of another row is not its
 *   own (birth.ts).
 */
export function assignIds(tab: TabRead, known: KnownRows): Assignment {
  const { owners, strangers } = atHome(tab, known);
  const others = knownAgain(known, owners, strangers);
  const { fresh, twice } = newRows(known, owners, others);
  const standing = new Map(tab.sheet.map((row) => [row.rowIndex, row]));
  return {
    placements: [
      ...putBack(tab, owners, known).map((one) => ({ ...one, isTwice: false })),
      ...twice.flatMap((row) => secondPlacement(row, standing.get(row.rowIndex))),
      ...fresh.map((row) => ({ ...newPlacement, row })),
    ].map((one) => ({ ...one, row: standing.get(one.row.rowIndex) ?? one.row })),
    leftBehind: tab.blanks.filter(({ id }) => owners.has(id)),
    owners,
  };
}

const newPlacement = { id: undefined, sequence: undefined, sent: undefined, isTwice: false };

/** A second row whose cells were written over says again whose it is, so that the mark beside it finds it. */
function secondPlacement(row: SheetRow, there: SheetRow | undefined): readonly Placement[] {
  const { id, sequence } = row;
  const isAsBorn = there?.id === id && there?.sequence === sequence;
  return isAsBorn ? [] : [{ row, id, sequence, sent: sentText(row), isTwice: true }];
}

/** The rows of a tab under the ids that they were born with, where those were written over. */
function rowsAsBorn({ register, sheet, identified }: TabRead, known: KnownRows): SheetRow[] {
  const contentOf = contentsOf(register);
  const births = new Map(identified.renamed.map(({ row, birth }) => [row.rowIndex, birth]));
  return sheet.flatMap((row) => {
    if (row.isStray) return [];
    const birth = births.get(row.rowIndex);
    if (!birth) return [row];
    const isAtHome =
      known.has(birth.id) &&
      row.id !== undefined &&
      known.get(row.id)?.content === contentOf(cellsByColumn(row));
    return isAtHome ? [row] : [{ ...row, id: birth.id, sequence: birth.sequence }];
  });
}

/** Rows that say what the row of their id said, and all others. */
function atHome(
  tab: TabRead,
  known: KnownRows,
): { readonly owners: Map<RowId, SheetRow>; readonly strangers: readonly Candidate[] } {
  const owners = new Map<RowId, SheetRow>();
  const strangers: Candidate[] = [];
  const contentOf = contentsOf(tab.register);
  for (const row of rowsAsBorn(tab, known)) {
    const content = contentOf(cellsByColumn(row));
    const was = row.id && known.get(row.id);
    const other = row.id && owners.get(row.id);
    if (!row.id || was?.content !== content) strangers.push({ row, content });
    else if (other === undefined) owners.set(row.id, row);
    else if (row.sequence === was.sequence && other.sequence !== was.sequence) {
      owners.set(row.id, row);
      strangers.push({ row: other, content });
    } else strangers.push({ row, content });
  }
  return { owners, strangers };
}

/**
 * Of rows whose content is not known: those that are new, and those that are a submission's second row. The others keep
 * their ids, and become owners of them.
 */
function newRows(
  known: KnownRows,
  owners: Map<RowId, SheetRow>,
  others: readonly SheetRow[],
): { readonly fresh: readonly SheetRow[]; readonly twice: readonly SheetRow[] } {
  const sequences = sequencesOf(known);
  const twice: SheetRow[] = [];
  const fresh = others
    .toSorted((one, other) => doubtOf(one, known) - doubtOf(other, known))
    .filter((row) => {
      if (row.id === undefined || known.get(row.id)?.isCleared) return true;
      const owner = owners.get(row.id);
      if (owner === undefined) {
        owners.set(row.id, row);
        return false;
      }
      const own = known.get(row.id)?.sequence ?? owner.sequence;
      const isTwice =
        row.sequence !== undefined && row.sequence !== own && !sequences.has(row.sequence);
      if (isTwice) twice.push(row);
      return !isTwice;
    })
    .toSorted((one, other) => one.rowIndex - other.rowIndex);
  return { fresh, twice };
}

function sequencesOf(known: KnownRows): ReadonlyMap<Sequence, RowId> {
  return new Map(
    [...known].flatMap(([id, { sequence }]) => (sequence ? [[sequence, id] as const] : [])),
  );
}

/** How doubtful the id of a row is: its sequence is another's, or nobody has seen it and it was not born with it. */
function doubtOf({ id, sequence, birth }: SheetRow, known: KnownRows): number {
  const was = id && known.get(id);
  if (was) return was.sequence !== undefined && was.sequence !== sequence ? 2 : 0;
  return birth?.id === id ? 0 : 1;
}

/** The hidden cells of owners, where they are not their own. */
function putBack(
  { sheet, blanks }: TabRead,
  owners: ReadonlyMap<RowId, SheetRow>,
  known: KnownRows,
): readonly Omit<Placement, 'isTwice'>[] {
  const sequences = sequencesOf(known);
  const standing = new Map(sheet.map((row) => [row.rowIndex, row]));
  const carriers = Map.groupBy([...sheet, ...blanks], ({ id }) => id);
  const births = new Map(
    [...sheet, ...blanks].flatMap(({ birth }) => (birth ? [[birth.id, birth] as const] : [])),
  );
  return [...owners].flatMap(([id, row]): Omit<Placement, 'isTwice'>[] => {
    const own = row.id === id ? [row] : [];
    const carrying = [...own, ...(carriers.get(id) ?? [])];
    const carried = carrying[0]?.sequence;
    // A sequence that belongs to another row went astray to this one.
    const isOwn = carried !== undefined && [undefined, id].includes(sequences.get(carried));
    const sequence = known.get(id)?.sequence ?? (isOwn ? carried : undefined);
    const there = standing.get(row.rowIndex) ?? row;
    const birth = there.birth?.id === id ? there.birth : births.get(id);
    const sent = birth
      ? sentText({ sent: birth.sent, birth })
      : carrying.find((one) => one.sent !== undefined && !one.birth)?.sent;
    const isOthers = there.birth !== undefined && there.birth.id !== id;
    if (there.id === id && sequence !== undefined && there.sequence === sequence && !isOthers)
      return [];
    return [{ row, id, sequence, sent }];
  });
}
