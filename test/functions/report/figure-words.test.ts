import { describe, expect, it } from 'vitest';
import {
  cellWords,
  changeCell,
  comparisonWords,
  figureWords,
  targetWords,
} from '#functions/report/figure-words.ts';
import type { Figure, Measured } from '#schema/figure.ts';

const repairs: Figure = {
  title: { zh: '受理报修', en: 'Repairs' },
  unit: { zh: '件', en: 'repairs' },
  better: 'neither',
  form: 'amount',
  counts: { zh: '', en: '' },
  measure: () => measured(undefined),
};
const rate: Figure = {
  ...repairs,
  unit: { zh: '%', en: '%' },
  form: 'share',
  better: 'higher',
  target: 98,
};

function measured(value: number | undefined, more: Partial<Measured> = {}): Measured {
  return { value, rows: [], ...more };
}

const of = (part: number, whole: number) => measured((part / whole) * 100, { part, whole });

describe('a figure in a sentence', () => {
  it('has its unit', () => {
    expect(figureWords(repairs, measured(2136))).toBe('2136 件');
  });

  it('is a percentage with one decimal when it is a share', () => {
    expect(figureWords(rate, of(2081, 2136))).toBe('97.4%');
  });

  it('gives counts and no percentage under 20 cases', () => {
    expect(figureWords(rate, of(11, 19))).toBe('19 例中 11 例');
    expect(figureWords(rate, of(11, 20))).toBe('55.0%');
  });

  it('is nothing when nothing was recorded, never 0', () => {
    expect(figureWords(repairs, measured(undefined))).toBeUndefined();
    expect(cellWords(repairs, measured(undefined))).toBe('无登记记录');
  });

  it('carries “登记不全” below four fifths of what was expected', () => {
    const rows = (recorded: number) => measured(recorded, { expected: 100, recorded });
    expect(cellWords(repairs, rows(79))).toBe('79（登记不全）');
    expect(cellWords(repairs, rows(80))).toBe('80');
  });
});

describe('a comparison with last term', () => {
  const against = (now: number, before: number) =>
    comparisonWords(repairs, measured(now), measured(before), '上学期');

  it('says how many more or fewer, and the share of it', () => {
    expect(against(2136, 2304)).toBe('，较上学期减少 168 件（-7.3%）');
    expect(against(110, 100)).toBe('，较上学期增加 10 件（+10.0%）');
  });

  it('says 持平 when nothing changed', () => {
    expect(against(110, 110)).toBe('，与上学期持平');
  });

  it('has no percentage when last term had fewer than 20', () => {
    expect(against(30, 19)).toBe('，较上学期增加 11 件');
  });

  it('speaks of percentage points for a share', () => {
    expect(comparisonWords(rate, of(974, 1000), of(960, 1000), '上学期')).toBe(
      '，较上学期提高 1.4 个百分点',
    );
  });

  it('gives the counts of last term where a share had fewer than 20 cases', () => {
    expect(comparisonWords(rate, of(30, 40), of(9, 10), '上学期')).toBe('（上学期 10 例中 9 例）');
  });

  it('subtracts figures as printed, so that text and table add up', () => {
    const [now, before] = [measured(97.36), measured(96.04)];
    expect([cellWords(rate, now), cellWords(rate, before)]).toEqual(['97.4%', '96.0%']);
    expect(changeCell(rate, now, before)).toBe('+1.4 个百分点');
  });

  it('says “无可比数据” in the first term, and where last term recorded nothing', () => {
    expect(comparisonWords(repairs, measured(5), undefined, '上学期')).toBe('（无可比数据）');
    expect(comparisonWords(repairs, measured(5), measured(undefined), '上学期')).toBe(
      '（无可比数据）',
    );
    expect(changeCell(repairs, measured(5), undefined)).toBe('无可比数据');
  });

  it('compares nothing where a term was recorded in part', () => {
    const part = measured(40, { expected: 100, recorded: 40 });
    expect(comparisonWords(repairs, measured(90), part, '上学期')).toBe('（登记不全，不作比较）');
    expect(changeCell(repairs, part, measured(90))).toBe('—');
  });

  it('stands in a cell with its sign', () => {
    expect(changeCell(repairs, measured(2136), measured(2304))).toBe('-168（-7.3%）');
    expect(changeCell(repairs, measured(5), measured(5))).toBe('持平');
  });
});

describe('a target', () => {
  it.each([
    [{ ...rate, target: 98 }, '≥98%'],
    [{ ...rate, target: 100 }, '100%'],
    [{ ...repairs, better: 'lower' as const, target: 5 }, '≤5'],
    [{ ...repairs, better: 'lower' as const, target: 0 }, '0'],
    [repairs, '—'],
  ])('is written with its direction (%#)', (figure, words) => {
    expect(targetWords(figure)).toBe(words);
  });
});
