import { type Column, text } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';

/**
 * Columns that every register's tab has besides its own: what is wrong with the row comes first, where staff
 * see it; what the functions need is hidden at the end, inside the table, so that it sorts along.
 */
export const findingColumn = '_finding';
export const idColumn = '_id';
export const sequenceColumn = '_sequence';
export const sentColumn = '_sent';

const finding = text({ zh: '检查结果', en: 'Check' }, { filledByCode: true, width: 220 });
const hidden = {
  [idColumn]: text({ zh: '行编号', en: 'Row id' }, { hidden: true, filledByCode: true }),
  [sequenceColumn]: text({ zh: '顺序号', en: 'Sequence' }, { hidden: true, filledByCode: true }),
  [sentColumn]: text({ zh: '提交指纹', en: 'Fingerprint' }, { hidden: true, filledByCode: true }),
};

/** All columns of a register's tab in the order in which set-up lays them out. */
export function tabColumns(register: Register): readonly (readonly [string, Column])[] {
  return [[findingColumn, finding], ...Object.entries(register.columns), ...Object.entries(hidden)];
}

/** Key of the developer metadata that marks a column; its value is {@link columnMark}. */
export const columnMetadataKey = 'houqin.column';

/** What a column's metadata says: which register and which column. */
export function columnMark(register: string, column: string): string {
  return `${register}/${column}`;
}
