import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hazards } from '#schema/registers/safety/hazards.ts';
import { findingsOf, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';

const says = (verifiedBy: string | undefined, reporter: string, mendedBy: string) =>
  findingsOf(
    ruleOf(hazards, 'second-person-verifiedBy'),
    hazards,
    rowsOf({ verifiedBy, reporter, mendedBy }),
  ).map(({ severity, says: message }) => [severity, message]);

describe('verified by a second person', () => {
  test('not by whoever mended it', () => {
    expect(says('刘海峰', '方老师', '刘海峰')).toEqual([['must', '刘海峰报的或改的，请换人复核']]);
  });

  test('nor by whoever reported it, even with a space too many', () => {
    expect(says('周敏 ', '周敏', '刘海峰')).toHaveLength(1);
  });

  test('by anybody else', () => {
    expect(says('周敏', '方老师', '刘海峰')).toEqual([]);
  });

  test('nothing is said while nobody has verified it', () => {
    expect(says(undefined, '', '')).toEqual([]);
  });
});

const name = fc.constantFrom('周敏', '方老师', '刘海峰', undefined);
const anyRow = fc.record({ verifiedBy: name, reporter: name, mendedBy: name });

testLaws({
  rule: ruleOf(hazards, 'second-person-verifiedBy'),
  register: hazards,
  rows: fc.array(anyRow, { maxLength: 3 }),
  unrelated: anyRow,
});
