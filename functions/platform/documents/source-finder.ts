import type { RegisterRows } from '#platform/workbook/port.ts';
import type { LocalDate, RowId } from '#schema/values.ts';
import type { Source } from './paper.ts';
import { sourceOf } from './row-links.ts';

/** Finds where rows of a register are; `undefined` when the register was not read. */
export function sourceFinder(
  reads: ReadonlyMap<string, RegisterRows>,
  until: LocalDate,
): (register: string, rows: readonly RowId[]) => Source | undefined {
  return (register, rows) => {
    const read = reads.get(register);
    return read === undefined ? undefined : sourceOf(read, rows, until);
  };
}
