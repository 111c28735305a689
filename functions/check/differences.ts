import type { AuditLine } from '#platform/audit/index.ts';
import type { SeenCell, SeenRow, SeenRows } from './snapshot.ts';

/** What tells a line of the audit apart before it is known when and by whom. */
export type Difference = Pick<
  AuditLine,
  'register' | 'row' | 'what' | 'column' | 'month' | 'before' | 'after'
>;

/** How two looks at a register differ: cell by cell in rows that stayed, whole rows that came or went. Pure. */
export function differences(
  register: string,
  before: SeenRows,
  now: SeenRows,
): readonly Difference[] {
  const came = Object.entries(now).flatMap(([row, seen]): readonly Difference[] => {
    const was = before[row];
    return was
      ? cellDifferences(register, row, was, seen)
      : [
          {
            register,
            row,
            what: 'added',
            column: '',
            month: seen.month,
            before: '',
            after: whole(seen),
          },
        ];
  });
  const went = Object.entries(before).flatMap(([row, was]): Difference[] =>
    now[row]
      ? []
      : [
          {
            register,
            row,
            what: 'deleted',
            column: '',
            month: was.month,
            before: whole(was),
            after: '',
          },
        ],
  );
  return [...came, ...went];
}

function cellDifferences(
  register: string,
  row: string,
  was: SeenRow,
  seen: SeenRow,
): readonly Difference[] {
  const columns = new Set([...Object.keys(was.cells), ...Object.keys(seen.cells)]);
  return [...columns].flatMap((column) => {
    const [before, after] = [said(was.cells[column]), said(seen.cells[column])];
    return before === after
      ? []
      : [{ register, row, what: 'changed' as const, column, month: was.month, before, after }];
  });
}

/** A whole row as a line keeps it: its sequence and its cells. */
function whole({ sequence, cells }: SeenRow): string {
  return JSON.stringify({ sequence, cells });
}

function said(cell: SeenCell | undefined): string {
  return cell === undefined ? '' : JSON.stringify(cell);
}

/**
 * The rows after some differences: a snapshot is brought up to what the audit says by the lines behind its head, when
 * whoever wrote them did not live to keep a newer one.
 *
 * @throws when a line is not of our making
 */
export function replayed(rows: SeenRows, lines: readonly Difference[]): SeenRows {
  const now: Record<string, SeenRow> = { ...rows };
  for (const { row, what, column, month, after } of lines) {
    const known = now[row];
    if (what === 'deleted') delete now[row];
    else if (what === 'added') now[row] = { month, ...rowFrom(after) };
    else if (what === 'changed' && known) {
      const { [column]: _, ...cells } = known.cells;
      now[row] = {
        ...known,
        cells: after === '' ? cells : { ...cells, [column]: JSON.parse(after) },
      };
    }
  }
  return now;
}

function rowFrom(text: string): Pick<SeenRow, 'sequence' | 'cells'> {
  const { sequence, cells } = JSON.parse(text);
  return { sequence: String(sequence), cells };
}
