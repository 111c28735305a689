import { type Column, text } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import type { Origin } from './port.ts';
import { fixedId } from './tabs.ts';

/**
 * Columns that every register's tab has besides its own: what is wrong with the row comes first, where staff
 * see it; how the row came in stands behind the register's own; what the functions need is hidden at the end.
 * All of them lie inside the table, so that they sort along.
 */
export const findingColumn = '_finding';
export const idColumn = '_id';
export const sequenceColumn = '_sequence';
export const sentColumn = '_sent';
export const originColumn = '_origin';

const finding = text({ zh: '检查结果', en: 'Check' }, { filledByCode: true, width: 220 });
const origin = text(
  { zh: '填报方式', en: 'Entered by' },
  { filledByCode: true, width: 90, help: { zh: '补录是照纸抄进来的', en: '补录: from paper' } },
);
const hidden = {
  [idColumn]: text({ zh: '行编号', en: 'Row id' }, { hidden: true, filledByCode: true }),
  [sequenceColumn]: text({ zh: '顺序号', en: 'Sequence' }, { hidden: true, filledByCode: true }),
  [sentColumn]: text({ zh: '提交指纹', en: 'Fingerprint' }, { hidden: true, filledByCode: true }),
};

/** All columns of a register's tab in the order in which set-up lays them out. */
export function tabColumns(register: Register): readonly (readonly [string, Column])[] {
  return [
    [findingColumn, finding],
    ...Object.entries(register.columns),
    [originColumn, origin],
    ...Object.entries(hidden),
  ];
}

/** Columns that a tab may do without: one laid out before they were thought of works until set-up adds them. */
export const columnsToSpare: ReadonlySet<string> = new Set([originColumn]);

/** What the cell says of a row's origin; a picture of the page follows as a link. */
export function originWords(origin: Origin | undefined): string | undefined {
  if (origin === undefined) return undefined;
  if (origin.how === 'form') return '表单';
  return origin.page === undefined ? '补录' : `补录 ${origin.page}`;
}

/** Key of the developer metadata that marks a column, short since a spreadsheet holds 30,000 characters of them; its value is {@link columnMark}. */
export const columnMetadataKey = 'hq';

/** What a column's metadata says: which register and which column. */
export function columnMark(register: string, column: string): string {
  return `${register}/${column}`;
}

/** The id of a column's metadata, the same in every school, so that a write can hold it to its place (column-guard.ts). */
export function columnMarkId(register: string, column: string): number {
  return fixedId(`mark/${columnMark(register, column)}`);
}
