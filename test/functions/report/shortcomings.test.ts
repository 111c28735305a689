import { describe, expect, it } from 'vitest';
import type { Register } from '#schema/register.ts';
import type { ReportSection } from '#schema/report.ts';
import { rowsOf } from '../../sheets-schema/made.ts';
import { checks, daily, reportOf, schoolWith } from './two-terms.ts';

/** The same register under another name, in another area, with another target. */
function like(key: string, section: ReportSection, target = 95): Register {
  const { passed } = checks.figures;
  const { report } = checks;
  if (!passed || !report) throw new Error('no figure');
  return {
    ...checks,
    key,
    title: { zh: key, en: key },
    figures: { passed: { ...passed, target } },
    report: { ...report, section, sentences: [], indicators: ['passed'] },
  };
}

describe('what fell short', () => {
  it('is a figure that missed its target', () => {
    const school = schoolWith({ checks: rowsOf(...daily('2026-09-01', '2026-11-24', 10)) });
    expect(reportOf(school).shortcomings).toMatchObject([
      { kind: 'missed', says: '巡查查出的问题较多', section: 'safety' },
    ]);
  });

  it('is nothing when the target was met', () => {
    const school = schoolWith({ checks: rowsOf(...daily('2026-09-01', '2026-11-24')) });
    expect(reportOf(school).shortcomings).toEqual([]);
  });

  it('names the causes that the rows give, the commonest first', () => {
    const school = schoolWith({
      checks: rowsOf(
        ...daily('2026-09-01', '2026-11-01', 2, '灯坏'),
        ...daily('2026-11-02', '2026-11-24', 5, '门没锁'),
      ),
    });
    expect(reportOf(school).shortcomings[0]?.causes).toEqual([
      { words: '门没锁', rows: 5 },
      { words: '灯坏', rows: 2 },
    ]);
  });

  it('is a register that stopped being kept, with the week after which it faded', () => {
    const school = schoolWith({
      checks: rowsOf(...daily('2026-09-01', '2026-10-18'), ...daily('2026-11-09', '2026-11-10')),
    });
    const [faded] = reportOf(school).shortcomings;
    expect(faded).toMatchObject({ kind: 'faded', says: '巡查登记不全' });
    // Week 7 of the term ends on 18 October; 2 of the 27 school days since are recorded.
    expect(faded?.faded?.week).toBe(7);
    expect(faded?.faded?.rate).toBeCloseTo((2 / 27) * 100);
  });

  it('comes from at least three areas, at most five, the worst first', () => {
    const bad = rowsOf(...daily('2026-09-01', '2026-11-24', 50));
    const poor = rowsOf(...daily('2026-09-01', '2026-11-24', 8));
    const registers = [
      ...['a', 'b', 'c', 'd', 'e'].map((key) => like(key, 'safety')),
      like('f', 'canteen'),
      like('g', 'dorms'),
    ];
    const school = schoolWith(
      { a: bad, b: bad, c: bad, d: bad, e: bad, f: poor, g: poor },
      registers,
    );
    const { shortcomings } = reportOf(school);
    expect(shortcomings).toHaveLength(5);
    expect(new Set(shortcomings.map(({ section }) => section))).toEqual(
      new Set(['safety', 'canteen', 'dorms']),
    );
    const weights = shortcomings.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((one, other) => other - one));
  });

  it('weighs the size of a miss by the months it lasted', () => {
    const long = rowsOf(
      ...daily('2026-09-01', '2026-09-30', 3),
      ...daily('2026-10-01', '2026-10-31', 3),
      ...daily('2026-11-01', '2026-11-24', 3),
    );
    const short = rowsOf(...daily('2026-09-01', '2026-11-24', 9));
    const school = schoolWith({ a: short, b: long }, [like('a', 'safety'), like('b', 'canteen')]);
    expect(reportOf(school).shortcomings.map(({ figure }) => figure.register.key)).toEqual([
      'b',
      'a',
    ]);
  });
});
