import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, reference, text } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { numberAt } from '#schema/row.ts';
import { notBeyond } from '#schema/rules/not-beyond.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const loaves = smallRegister(
  { name: text({ zh: '面包', en: 'Loaf' }), slices: quantity({ zh: '片', en: 'Slices' }) },
  {
    key: 'none',
    columns: [],
    reads: [],
    catches: { zh: '无', en: 'Nothing' },
    check: () => [],
  },
  { key: 'loaves', label: 'name' },
);

const rule = notBeyond({
  link: 'loaf',
  to: 'loaves',
  at: 'eaten',
  amounts: () => (row) => numberAt(row, 'eaten'),
  allowed: () => (loaf) => numberAt(loaf, 'slices'),
  message: (_row, sum, allowed) => ({ zh: `吃 ${sum}，有 ${allowed}`, en: `${sum} of ${allowed}` }),
});

const meals: Register = smallRegister(
  {
    loaf: reference('loaves', { zh: '面包', en: 'Loaf' }),
    eaten: quantity({ zh: '吃了', en: 'Eaten' }),
  },
  rule,
);

const world = worldWith(
  { loaves: rowsOf({ name: '白面包', slices: 10 }, { name: '黑面包' }) },
  { of: [loaves, meals] },
);
const eaten = (...amounts: readonly (readonly [string, number | undefined])[]) =>
  findingsOf(rule, meals, rowsOf(...amounts.map(([loaf, n]) => ({ loaf, eaten: n }))), world).map(
    ({ place, says }) => [place, says],
  );

describe('what is drawn on a row stays within what it allows', () => {
  test('all of it, in any spelling', () => {
    expect(eaten(['白面包', 6], [' 白面包 ', 4])).toEqual([]);
  });

  test('the row that goes beyond, and none after it', () => {
    expect(eaten(['白面包', 6], ['白面包', 5], ['白面包', 1])).toEqual([[1, '吃 11，有 10']]);
  });

  test('what is given back makes room again', () => {
    expect(eaten(['白面包', 11], ['白面包', -3], ['白面包', 1], ['白面包', 2])).toEqual([
      [0, '吃 11，有 10'],
      [3, '吃 11，有 10'],
    ]);
  });

  test('thirds add up without a hair', () => {
    expect(eaten(['白面包', 9.7], ['白面包', 0.1], ['白面包', 0.2])).toEqual([]);
  });

  test('nothing is known of a row that is not there, or says no amount', () => {
    expect(eaten(['黑面包', 99], ['饼', 99], ['白面包', undefined])).toEqual([]);
  });

  testLaws({
    rule,
    register: meals,
    world,
    rows: fc.array(
      fc.record({ loaf: fc.constant('白面包'), eaten: fc.integer({ min: -2, max: 5 }) }),
      {
        maxLength: 6,
      },
    ),
    unrelated: fc.record({ loaf: fc.constant('黑面包'), eaten: fc.integer({ min: 0, max: 99 }) }),
  });
});
