import { describe, expect, it } from 'vitest';
import { type Sentence, sentence } from '#functions/report/sentences.ts';
import type { TermFigure } from '#functions/report/term-figure.ts';
import type { Measured } from '#schema/figure.ts';
import { localDate } from '#schema/values.ts';
import { checks, sourceOf } from './two-terms.ts';

function figure(name: 'done' | 'passed', now: Partial<Measured>, before?: Partial<Measured>) {
  const found = checks.figures[name];
  if (!found) throw new Error(`no figure ${name}`);
  const filled = (measured: Partial<Measured>): Measured => ({
    value: undefined,
    rows: [],
    ...measured,
  });
  return {
    register: checks,
    name,
    figure: found,
    period: { from: localDate.parse('2026-09-01'), to: localDate.parse('2026-11-24') },
    now: filled(now),
    ...(before ? { before: filled(before) } : {}),
  };
}

function said(template: string, figures: readonly TermFigure[], tell = true): Sentence {
  return sentence(template, (name) => figures.find((one) => one.name === name), sourceOf, tell);
}

function words(template: string, figures: readonly TermFigure[], tell = true): string {
  const one = said(template, figures, tell);
  if (!one.said) throw new Error('the sentence is not said');
  return one.runs.map((run) => (run.kind === 'ask' ? '' : run.text)).join('');
}

const done = figure('done', { value: 57 }, { value: 60 });

describe('a sentence of a register', () => {
  it('puts figures in their places, with a space after a Chinese word', () => {
    expect(words('开展巡查{done}。', [done])).toBe('开展巡查 57 次。');
    expect(words('{done}，已巡查。', [done])).toBe('57 次，已巡查。');
    expect(words('巡查（{done}）。', [done])).toBe('巡查（57 次）。');
  });

  it('compares where it is asked to', () => {
    expect(words('开展巡查{done|compared}。', [done])).toBe(
      '开展巡查 57 次，较上学期减少 3 次（-5.0%）。',
    );
  });

  it('also compares with the same term of last year where that is known', () => {
    const water = { ...done, yearBefore: { value: 50, rows: [] } };
    expect(words('用水{done|compared}。', [water])).toBe(
      '用水 57 次，较上学期减少 3 次（-5.0%），较上年同期增加 7 次（+14.0%）。',
    );
  });

  it('says once that there is nothing to compare with', () => {
    const first = figure('done', { value: 57 });
    expect(words('巡查{done|compared}，又{done|compared}。', [first])).toBe(
      '巡查 57 次（无可比数据），又 57 次。',
    );
    expect(words('巡查{done|compared}。', [first], false)).toBe('巡查 57 次。');
  });

  it('marks a figure that was recorded in part', () => {
    const part = figure('done', { value: 40, expected: 57, recorded: 40 });
    expect(words('开展巡查{done}。', [part])).toBe('开展巡查 40 次（登记不全）。');
  });

  it('is not said when one of its figures was not recorded', () => {
    const passed = figure('passed', {});
    const one = said('开展巡查{done}，合格率{passed}。', [done, passed]);
    expect(one).toEqual({ said: false, lacks: [passed] });
  });

  it('links each figure to its rows', () => {
    const one = said('开展巡查{done}。', [done]);
    expect(one.said && one.runs.find(({ kind }) => kind === 'figure')).toMatchObject({
      name: '巡查',
      text: '57 次',
      source: { register: '巡查', until: '2026-11-24' },
    });
  });

  it('that names a figure the register lacks is refused loudly', () => {
    expect(() => said('开展{nothing}。', [done])).toThrow(/names no figure "nothing"/);
  });
});
