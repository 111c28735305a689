import type { Figure } from '../figure.ts';
import { textAt } from '../row.ts';
import { within } from './count.ts';

/** Accidents of a period; none is 0 only where a monthly report says so. */
export const accidentCount: Figure = {
  title: { zh: '安全事故', en: 'Accidents' },
  unit: { zh: '起', en: 'accidents' },
  counts: {
    zh: '期内的事故；有月报而无事故算 0',
    en: 'Accidents of the period; a monthly report without any is 0',
  },
  better: 'lower',
  form: 'amount',
  target: 0,
  measure: (rows, period) => {
    const recorded = within(rows, 'happened', period);
    const found = recorded.filter((row) => textAt(row, 'kind') === 'accident');
    return {
      value: recorded.length === 0 ? undefined : found.length,
      rows: found.map(({ id }) => id),
    };
  },
};
