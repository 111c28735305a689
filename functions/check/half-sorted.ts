import { isSealed } from '#platform/seals/index.ts';
import type { Finding } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { clip } from '#schema/wording.ts';
import type { SeenCell, SeenRows, Strayed } from './snapshot.ts';

/** Fewer may have been exchanged by hand. Each moved cell differs from what stood there, so three rows differ in value. */
const fewestRows = 3;

/**
 * Cells that went astray when some columns of a register were sorted without the others: the same cells as before, beside
 * other rows. Only what staff typed last is compared; nothing is moved, since what people typed is theirs. Pure.
 *
 * @param before what strayed earlier and was not dealt with
 * @returns what is astray now; a cell that was changed since is no longer
 */
export function strayedCells(was: SeenRows, now: SeenRows, before: Strayed): Strayed {
  const strayed: Record<string, Record<string, Strayed[string][string]>> = {};
  const note = (id: string, column: string, cell: Strayed[string][string]): void => {
    strayed[id] = { ...strayed[id], [column]: cell };
  };
  for (const [id, cells] of Object.entries(before))
    for (const [column, cell] of Object.entries(cells))
      if (now[id] && same(now[id]?.cells[column], cell.wrong)) note(id, column, cell);
  for (const [column, ids] of changedCells(was, now)) {
    const moves = ids.flatMap((id) => {
      const own = before[id]?.[column];
      const right = own ? own.right : was[id]?.cells[column];
      const wrong = now[id]?.cells[column];
      // What is sealed differs from month to month though it says the same.
      return same(right, wrong) || isSealedCell(right) ? [] : [{ id, right, wrong }];
    });
    if (isExchanged(moves))
      for (const { id, right, wrong } of moves) note(id, column, { right, wrong });
  }
  return strayed;
}

interface Move {
  readonly right: SeenCell | undefined;
  readonly wrong: SeenCell | undefined;
}

/** Ids of rows that stayed and whose cell changed, by column. */
function changedCells(was: SeenRows, now: SeenRows): ReadonlyMap<string, readonly string[]> {
  const changed = new Map<string, string[]>();
  for (const [id, row] of Object.entries(now)) {
    const cells = was[id]?.cells;
    if (!cells) continue;
    for (const column of new Set([...Object.keys(cells), ...Object.keys(row.cells)]))
      if (!same(cells[column], row.cells[column]))
        changed.set(column, [...(changed.get(column) ?? []), id]);
  }
  return changed;
}

/** The same cells, each beside another row. */
function isExchanged(moves: readonly Move[]): boolean {
  const texts = (which: keyof Move) => moves.map((move) => text(move[which])).toSorted();
  const [before, after] = [texts('right'), texts('wrong')];
  return moves.length >= fewestRows && before.every((cell, index) => cell === after[index]);
}

function isSealedCell(cell: SeenCell | undefined): boolean {
  return typeof cell === 'string' && isSealed(cell);
}

function same(one: SeenCell | undefined, other: SeenCell | undefined): boolean {
  return text(one) === text(other);
}

function text(cell: SeenCell | undefined): string {
  return cell === undefined ? '' : JSON.stringify(cell);
}

/** What strayed in a register, as one finding: which columns, how many rows, what to do. */
export function halfSortedFinding(register: Register, strayed: Strayed): Finding | undefined {
  const rows = Object.values(strayed);
  const columns = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  const title = register.columns[columns[0] ?? '']?.title;
  if (!title) return undefined;
  const [name, count] = [clip(title.zh, 8), columns.length];
  return {
    register: register.key,
    rule: 'half-sorted',
    severity: 'must',
    message: {
      zh: `“${name}”${count > 1 ? `等${count}` : ''}栏单独排过序，${rows.length}行错位，请撤销`,
      en: `${title.en}${count > 1 ? ` and ${count - 1} more columns` : ''} sorted alone: ${rows.length} rows are mixed up; undo, or restore`,
    },
  };
}
