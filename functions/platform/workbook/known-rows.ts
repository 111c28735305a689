import type { RowId, Sequence } from '#schema/values.ts';

/** A row as it was last seen. */
export interface KnownRow {
  readonly sequence: Sequence | undefined;
  /** Its content (row-content.ts). */
  readonly content: string;
  /** Its cells were cleared, and its id stands in a blank row: what is typed there is another row. */
  readonly isCleared: boolean;
}
export type KnownRows = ReadonlyMap<RowId, KnownRow>;
