import { type Row, textAt, valueAt } from '../row.ts';

/** An accident, and no monthly report. */
export const isAccident = (row: Row): boolean => valueAt(row, 'kind') === 'accident';

/** One with somebody hurt. */
export const isHurt = (row: Row): boolean =>
  isAccident(row) && ['minor', 'hospital', 'serious'].includes(textAt(row, 'injury'));

/** One that the education authority must hear of. */
export const isGrave = (row: Row): boolean =>
  isAccident(row) && ['hospital', 'serious'].includes(textAt(row, 'injury'));
