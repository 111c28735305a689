import type { Columns } from '#schema/columns.ts';
import type { Row, Values } from '#schema/row.ts';
import { type RowId, rowId, type Sequence, sequence } from '#schema/values.ts';

/** The id of the row at a place in its list. */
export function idAt(index: number): RowId {
  return rowId.parse(`00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`);
}

/** The sequence of the row at a place in its list: later places have later ones. */
export function sequenceAt(index: number): Sequence {
  return sequence.parse(`${index.toString(36).padStart(9, '0')}-0000-0000`);
}

/** Rows in the order given, with ids and sequences by their place. */
export function rowsOf(list: readonly Values<Columns>[]): Row[] {
  return list.map((values, index) => ({
    id: idAt(index),
    sequence: sequenceAt(index),
    values,
    unreadable: [],
  }));
}
