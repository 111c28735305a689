import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { items } from '#schema/registers/stock/items.ts';
import { unique } from '#schema/rules/unique.ts';
import { findingsOf, row, rowsOf, ruleOf } from '../made.ts';
import { propertyRuns, testLaws } from './laws.ts';

const rule = ruleOf(items, 'unique-code');

describe('two items with one code', () => {
  test('the later one is to be changed', () => {
    expect(findingsOf(rule, items, rowsOf({ code: 'QJ-001' }, { code: 'QJ-001' }))).toEqual([
      { column: 'code', severity: 'must', place: 1, says: '物品编号“QJ-001”重复，请改一个' },
    ]);
  });

  test('whatever the case and the width', () => {
    const rows = rowsOf({ code: 'QJ-001' }, { code: 'qj-001 ' }, { code: 'ＱＪ－００１' });
    expect(findingsOf(rule, items, rows).map(({ place }) => place)).toEqual([1, 2]);
  });

  test('the first in time is right, wherever the sheet has it', () => {
    const [later, first] = [row(2, { code: 'QJ-001' }), row(1, { code: 'QJ-001' })];
    expect(findingsOf(rule, items, [later, first]).map(({ place }) => place)).toEqual([0]);
  });

  test('not for codes that only look alike, nor for blanks', () => {
    expect(
      findingsOf(rule, items, rowsOf({ code: 'QJ-001' }, { code: 'QJ-01' }, {}, {}, { code: ' ' })),
    ).toEqual([]);
  });
});

test('a column that the register does not have is called this one', () => {
  const odd = unique({ columns: ['gone'] });
  const rows = rowsOf({ gone: 'A' }, { gone: 'A' });
  expect(findingsOf(odd, items, rows).map(({ says }) => says)).toEqual(['这一栏“A”重复，请改一个']);
});

const anyItem = fc.record({ code: fc.constantFrom('QJ-001', 'qj-001', 'QJ-002', undefined, ' ') });

testLaws({
  rule,
  register: items,
  rows: fc.array(anyItem, { maxLength: 5 }),
  unrelated: fc.record({ code: fc.constantFrom('ZX-9', undefined) }),
});

test('as many are to be changed as there are more rows than codes', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 12 }), (values) => {
      const codes = values.flatMap(({ code }) => code?.trim().toUpperCase() || []);
      const found = findingsOf(rule, items, rowsOf(...values));
      expect(found).toHaveLength(codes.length - new Set(codes).size);
    }),
    propertyRuns,
  );
});
