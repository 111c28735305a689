import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import type { RowId } from '../values.ts';

/** A demo row with the id that it has in the sheet. */
export interface DemoEntry {
  readonly id: RowId;
  readonly values: Values<Columns>;
}
