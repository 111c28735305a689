import { describe, expect, it } from 'vitest';
import { monthsOf, weeksOf } from '#functions/report/stretches.ts';
import { termDays } from '#functions/report/term-days.ts';
import { localDate } from '#schema/values.ts';
import { schoolWith, today } from './two-terms.ts';

const { calendar } = schoolWith({}).world;
const day = (said: string) => localDate.parse(said);

describe('the days that a report speaks of', () => {
  it('are the term up to today, and earlier terms over as many days', () => {
    const term = calendar.termAt(today);
    if (!term) throw new Error('no term');
    expect(termDays(calendar, term, today)).toMatchObject({
      now: { from: '2026-09-01', to: '2026-11-24' },
      before: { from: '2026-03-02', to: '2026-05-25' },
      yearBefore: { from: '2025-09-01', to: '2025-11-24' },
    });
  });

  it('end with the term once it is over', () => {
    const term = calendar.termAt(day('2026-05-01'));
    if (!term) throw new Error('no term');
    expect(termDays(calendar, term, today).now.to).toBe('2026-07-10');
  });

  it('have nothing before them in the first term', () => {
    const term = calendar.termAt(day('2025-10-01'));
    if (!term) throw new Error('no term');
    const days = termDays(calendar, term, today);
    expect(days.before).toBeUndefined();
    expect(days.yearBefore).toBeUndefined();
  });
});

describe('stretches of a period', () => {
  const period = { from: day('2026-11-30'), to: day('2027-01-05') };

  it('months are cut to it, over the turn of the year', () => {
    expect(monthsOf(period)).toEqual([
      { from: '2026-11-30', to: '2026-11-30' },
      { from: '2026-12-01', to: '2026-12-31' },
      { from: '2027-01-01', to: '2027-01-05' },
    ]);
  });

  it('weeks run from Monday to Sunday', () => {
    expect(weeksOf({ from: day('2026-11-25'), to: day('2026-12-01') })).toEqual([
      { from: '2026-11-25', to: '2026-11-29' },
      { from: '2026-11-30', to: '2026-12-01' },
    ]);
  });
});
