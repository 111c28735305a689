import type { Row } from '../row.ts';
import { sequence } from '../values.ts';
import type { DemoSchool } from './school.ts';

/** The demo rows of a register as rules and figures read them, in the order in which they happened. */
export function demoRows(
  school: Pick<DemoSchool, 'rows' | 'rowId'>,
  register: string,
): readonly Row[] {
  return school.rows(register).map((values, index) => ({
    id: school.rowId(register, index),
    sequence: sequence.parse(`${index.toString(36).padStart(9, '0')}-demo-0000`),
    values,
    unreadable: [],
  }));
}
