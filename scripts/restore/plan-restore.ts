import type { SeenCell, SeenRow } from '#functions/check/snapshot.ts';
import type { AuditLine } from '#platform/audit/index.ts';

/** Rows of a register as they stand, by id. */
export type StandingRows = ReadonlyMap<string, Readonly<Record<string, SeenCell>>>;

/** What would be put back, and what would not, with the reason. */
export interface Restoration {
  /** Rows that are gone, as they were. */
  readonly rows: readonly {
    readonly id: string;
    readonly row: Omit<SeenRow, 'month'>;
    readonly month: string;
  }[];
  /** Cells that would get back what they held. */
  readonly cells: readonly {
    readonly id: string;
    readonly column: string;
    readonly month: string;
    readonly now: SeenCell | undefined;
    readonly back: SeenCell | undefined;
  }[];
  readonly left: readonly {
    readonly id: string;
    readonly column: string;
    readonly why: LeftBecause;
  }[];
}

/** `changedSince`: what stands there is newer than what is undone; `added`: nothing is ever deleted by a restore. */
export type LeftBecause = 'changedSince' | 'added';

/**
 * Undoes some lines of the audit, the latest first. Pure. What others changed after them stands.
 *
 * @param standing the register as it is now
 * @param chosen lines to undo, in the order in which they were written
 */
export function planRestore(standing: StandingRows, chosen: readonly AuditLine[]): Restoration {
  const rows = new Map<string, { row: Omit<SeenRow, 'month'>; month: string }>();
  const cells = new Map<string, Restoration['cells'][number]>();
  const left: Restoration['left'][number][] = [];
  for (const line of chosen.toReversed()) {
    const { row: id, column, month } = line;
    const gone = rows.get(id);
    if (line.what === 'deleted') {
      if (!standing.has(id)) rows.set(id, { row: JSON.parse(line.before), month });
    } else if (line.what === 'added') {
      if (gone) rows.delete(id);
      else if (standing.has(id)) left.push({ id, column: '', why: 'added' });
    } else if (line.what === 'changed') {
      const back = cellFrom(line.before);
      if (gone) rows.set(id, { ...gone, row: withCell(gone.row, column, back) });
      else {
        const now = standing.get(id)?.[column];
        const planned = cells.get(`${id} ${column}`);
        if (!standing.has(id)) continue;
        if (JSON.stringify(planned ? planned.back : now) !== JSON.stringify(cellFrom(line.after)))
          left.push({ id, column, why: 'changedSince' });
        else cells.set(`${id} ${column}`, { id, column, month, now, back });
      }
    }
  }
  return {
    rows: Array.from(rows, ([id, known]) => ({ id, ...known })),
    cells: [...cells.values()].filter(
      ({ now, back }) => JSON.stringify(now) !== JSON.stringify(back),
    ),
    left,
  };
}

function cellFrom(text: string): SeenCell | undefined {
  return text === '' ? undefined : JSON.parse(text);
}

function withCell(
  row: Omit<SeenRow, 'month'>,
  column: string,
  back: SeenCell | undefined,
): Omit<SeenRow, 'month'> {
  const { [column]: _, ...cells } = row.cells;
  return { ...row, cells: back === undefined ? cells : { ...cells, [column]: back } };
}
