import fc from 'fast-check';
import { expect, test } from 'vitest';
import { people } from '#schema/registers/people/people.ts';
import { together } from '#schema/rules/together.ts';
import { findingsOf, rowsOf } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = together({ given: 'deputy', needs: 'deputyFrom' });
const says = (deputy?: string, deputyFrom?: string) =>
  findingsOf(rule, people, rowsOf({ name: '陈志远', deputy, deputyFrom })).map(
    ({ column, says: message }) => [column, message],
  );

test('who fills one column must fill the other', () => {
  expect(says('周敏')).toEqual([['deputyFrom', '填了代理人，请补填代理开始']]);
});

test('both, none, or the other alone is no finding', () => {
  expect(says('周敏', '2026-11-30')).toEqual([]);
  expect(says()).toEqual([]);
  expect(says(undefined, '2026-11-30')).toEqual([]);
});

test('a column that the register does not have is named by its key', () => {
  const odd = together({ given: 'one', needs: 'other' });
  expect(findingsOf(odd, people, rowsOf({ one: '有' })).map(({ says: words }) => words)).toEqual([
    '填了one，请补填other',
  ]);
});

const anyRow = fc.record({
  deputy: fc.constantFrom('周敏', undefined),
  deputyFrom: fc.constantFrom('2026-11-30', undefined),
});

testLaws({ rule, register: people, rows: fc.array(anyRow, { maxLength: 3 }), unrelated: anyRow });
