import fc from 'fast-check';
import { expect, test } from 'vitest';
import { people } from '#schema/registers/people/people.ts';
import { inOrder } from '#schema/rules/in-order.ts';
import { findingsOf, rowsOf } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = inOrder({ from: 'joined', until: 'left' });
const says = (joined?: string, left?: string) =>
  findingsOf(rule, people, rowsOf({ name: '韩卫东', joined, left })).map(
    ({ column, says: message }) => [column, message],
  );

test('an end before its beginning is a finding at the end', () => {
  expect(says('2026-09-01', '2026-08-31')).toEqual([['left', '离岗日期早于到岗日期，请核对']]);
});

test('both on one day, or one of them blank, is not', () => {
  expect(says('2026-09-01', '2026-09-01')).toEqual([]);
  expect(says('2026-09-01')).toEqual([]);
  expect(says(undefined, '2026-09-01')).toEqual([]);
});

test('a column that the register does not have is named by its key', () => {
  const odd = inOrder({ from: 'begun', until: 'ended' });
  const rows = rowsOf({ begun: '2026-09-02', ended: '2026-09-01' });
  expect(findingsOf(odd, people, rows).map(({ says: words }) => words)).toEqual([
    'ended早于begun，请核对',
  ]);
});

const days = fc.constantFrom('2026-08-31', '2026-09-01', '2026-09-02', undefined);
const anyRow = fc.record({ joined: days, left: days });

testLaws({ rule, register: people, rows: fc.array(anyRow, { maxLength: 3 }), unrelated: anyRow });
