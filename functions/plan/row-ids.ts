import { v5 as uuidV5 } from 'uuid';
import { type LocalDate, type RowId, rowId } from '#schema/values.ts';

/** Namespace of the ids of planned rows; never changed, or a month would be planned twice. */
const plannedRows = '4c8a3f0e-2b55-4f0a-8f0b-7d7a6a9b1e35';

/** The id of a task's row in 月计划: the same whenever the month is planned. */
export function planRowId(month: string, taskKey: string): RowId {
  return rowId.parse(uuidV5(`plan/${month}/${taskKey}`, plannedRows));
}

/** The id of a place on the roster: the same whoever holds it. */
export function rosterRowId(day: LocalDate, post: string, place: number): RowId {
  return rowId.parse(uuidV5(`roster/${day}/${post}/${place}`, plannedRows));
}
