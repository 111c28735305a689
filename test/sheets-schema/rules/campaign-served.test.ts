import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import { handouts } from '#schema/registers/stock/handouts.ts';
import type { Values } from '#schema/row.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = ruleOf(handouts, 'campaign-served-class');
const classes = rowsOf(
  { name: '2026级1班', boarders: 26 },
  { name: '2026级2班', boarders: 0 },
  { name: '2023级1班', boarders: 20, graduated: '2026-06-25' },
);
const begun = (values: Values<Columns>) => ({ from: '2026-11-16', toWhom: 'classes', ...values });
const world = (...distributions: readonly Values<Columns>[]) =>
  worldWith({ classes, distributions: rowsOf(...distributions) });
const left = (of: readonly Values<Columns>[], ...served: readonly Values<Columns>[]) =>
  findingsOf(rule, handouts, rowsOf(...served), world(...of)).map(({ about, says }) => [
    about,
    says,
  ]);

describe('a campaign leaves nobody out', () => {
  test('one finding for all that were left out, once its last day is over', () => {
    expect(left([begun({ name: '教材', until: '2026-11-23' })])).toEqual([
      ['教材', '教材2个班没领，如2026级1班，请补发'],
    ]);
    expect(left([begun({ name: '教材', until: '2026-11-24' })])).toEqual([]);
  });

  test('without a last day it has the five days of the settings', () => {
    expect(left([begun({ name: '教材', from: '2026-11-18' })])).toHaveLength(1);
    expect(left([begun({ name: '教材', from: '2026-11-19' })])).toEqual([]);
    expect(left([begun({ name: '教材', from: undefined })])).toEqual([]);
  });

  test('each served in its own campaign, in any width', () => {
    const two = ['教材', '床品'].map((name) => begun({ name, until: '2026-11-20' }));
    expect(
      left(
        two,
        { distribution: '教材', class: '2026级1班' },
        { distribution: '教材', class: '2026级２班' },
        { distribution: '床品', class: '2026级2班' },
      ),
    ).toEqual([['床品', '床品1个班没领，如2026级1班，请补发']]);
  });

  test('boarders only, or nobody in particular', () => {
    const until = '2026-11-20';
    const boarding = begun({ name: '床品', until, toWhom: 'boarding' });
    expect(left([boarding], { distribution: '床品', class: '2026级1班' })).toEqual([]);
    expect(left([begun({ name: '雨衣', until, toWhom: 'some' })])).toEqual([]);
  });

  test('a campaign without a name is none, and one that stands twice is told once', () => {
    const over = { until: '2026-11-20' };
    expect(left([begun({ name: '', ...over }), begun(over)])).toEqual([]);
    expect(left([begun({ name: ' 教材', ...over }), begun({ name: '教材', ...over })])).toEqual([
      ['教材', '教材2个班没领，如2026级1班，请补发'],
    ]);
  });

  test('nothing is said while campaigns are switched off', () => {
    const of = registers.filter(({ key }) => key !== 'distributions');
    const distributions = rowsOf(begun({ name: '教材', until: '2026-11-20' }));
    expect(findingsOf(rule, handouts, [], worldWith({ classes, distributions }, { of }))).toEqual(
      [],
    );
  });

  testLaws({
    rule,
    register: handouts,
    world: world(begun({ name: '教材', until: '2026-11-20' })),
    rows: fc.array(
      fc.record({
        distribution: fc.constant('教材'),
        class: fc.constantFrom('2026级1班', '2026级2班'),
      }),
      { maxLength: 3 },
    ),
    unrelated: fc.record({ distribution: fc.constant('别的'), class: fc.constant('2026级1班') }),
  });
});
