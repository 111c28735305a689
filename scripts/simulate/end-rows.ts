import { birthIn } from '#platform/workbook/birth.ts';
import { idColumn, sentColumn, sequenceColumn } from '#platform/workbook/frame-columns.ts';
import { numberedColumns } from '#schema/row-number.ts';
import type { ClosedEnd } from './closed-view.ts';
import type { Entries } from './entries.ts';
import type { Filled } from './registers.ts';
import type { Entered } from './sheet-view.ts';

/** A row of a register as it stands at the end, in its tab or in 已结. */
export interface EndRow {
  readonly id: string;
  readonly sequence: string;
  readonly marker: string;
  readonly isClosed: boolean;
  /** Whether closing wrote it at the top of the ledger, for all rows that left. */
  readonly isCarried: boolean;
  /** What it says under a column. */
  said(column: string): Entered;
  /** All of it, for a person. */
  readonly shown: string;
}

/** A register as it stands at the end. */
export interface EndTab {
  readonly filled: Filled;
  readonly rows: readonly (readonly Entered[])[];
  /** Its rows in 已结. */
  readonly closed: readonly ClosedEnd[];
}

/** All rows of a register, wherever they are by now. */
export function endRows(tab: EndTab, entries: Entries): readonly EndRow[] {
  return [...liveRows(tab, entries), ...tab.closed.map((row) => closedRow(row, tab.filled))];
}

function liveRows(
  { filled: of, rows: [header, ...rows] }: EndTab,
  entries: Entries,
): readonly EndRow[] {
  const { register, marker } = of;
  const at = (column: string) => entries.indexIn(header, register.key, column);
  const numbered = new Set(numberedColumns(register).map(([column]) => column));
  const own = Object.keys(register.columns)
    .filter((column) => !numbered.has(column))
    .map(at);
  const [ids = -1, sequences = -1, sents = -1, markers = -1] = [
    idColumn,
    sequenceColumn,
    sentColumn,
    marker,
  ].map(at);
  return rows
    .filter((cells) => own.some((index) => cells[index] !== undefined))
    .map((cells) => {
      const id = String(cells[ids] ?? '');
      // Where its cells were put back, a row counts at the place that it was born with.
      const { birth } = birthIn(String(cells[sents] ?? ''));
      const sequence = birth?.id === id ? birth.sequence : String(cells[sequences] ?? '');
      return {
        id,
        sequence,
        marker: String(cells[markers] ?? ''),
        isClosed: false,
        isCarried: sequence.startsWith(firstSequences),
        said: (column) => cells[at(column)],
        shown: JSON.stringify(cells),
      };
    });
}

function closedRow({ id, sequence, cells }: ClosedEnd, { marker }: Filled): EndRow {
  return {
    id,
    sequence,
    marker: String(cells[marker] ?? ''),
    isClosed: true,
    isCarried: false,
    said: (column) => cells[column],
    shown: JSON.stringify(cells),
  };
}

/** Of rows with one id the first in the order of events counts; a row without an id is one that was never given one. */
export function counts(row: EndRow, rows: readonly EndRow[]): boolean {
  return !rows.some((other) => other.id === row.id && other.sequence < row.sequence);
}

/** Rows that stand for closed months come before all that anybody enters. */
const firstSequences = '000000000-0000-';
