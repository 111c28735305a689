import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { facilitySamples } from '#schema/registers/service/facility-samples.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const places = [
  { name: '教学楼 101', building: '教学楼', kind: 'classroom' },
  { name: '教学楼 102', building: '教学楼', kind: 'classroom' },
  { name: '3号楼 201', building: '3号楼', kind: 'dormRoom' },
  { name: '操场', building: '操场', kind: 'ground' },
  { name: '旧楼 1', building: '旧楼', kind: 'office', outOfUse: true },
  { name: '传达室', kind: 'office' },
];
const sample = (day: string, place: string | undefined = '教学楼 101') => ({
  sampled: `2026-${day}T15:00:00`,
  place,
});
const says = (...rows: readonly Values<Columns>[]) =>
  told(facilitySamples, 'unsampled-building', rows, { others: { places } });

describe('each building with rooms in use is sampled every month', () => {
  test('thirty-one days may pass, not thirty-two', () => {
    const other = sample('11-20', '3号楼 201');
    expect(says(other, sample('10-24'))).toEqual([]);
    expect(says(other, sample('10-23'))).toEqual([
      ['教学楼', undefined, 'look', '教学楼超31天没抽查，请抽几间'],
    ]);
  });

  test('any of its rooms will do, and its last sample counts', () => {
    const other = sample('11-20', '3号楼 201');
    expect(says(other, sample('10-01'), sample('11-20', ' 教学楼 １０２'))).toEqual([]);
    expect(says(other, sample('11-20'), sample('10-01'))).toEqual([]);
  });

  test('one that was never sampled is named; a ground, a house out of use and no building are not', () => {
    expect(whereTold(says(sample('11-20')))).toEqual(['3号楼']);
    expect(whereTold(says(sample('11-20', '没有的地方')))).toEqual(['教学楼', '3号楼']);
  });

  test('silent before the first sample of all', () => {
    expect(says()).toEqual([]);
  });

  test('rooms of every kind that people use count', () => {
    const kinds = ['classroom', 'dormRoom', 'functionRoom', 'office', 'canteen', 'store', ''];
    const found = told(facilitySamples, 'unsampled-building', [sample('11-20', '别处')], {
      others: { places: kinds.map((kind) => ({ name: kind, building: `${kind}楼`, kind })) },
    });
    expect(whereTold(found)).toEqual(kinds.slice(0, 5).map((kind) => `${kind}楼`));
  });
});

const anySample = fc.record({
  sampled: fc.constantFrom('2026-10-01T15:00:00', '2026-11-20T15:00:00'),
  place: fc.constantFrom('教学楼 101', '教学楼 102', '3号楼 201'),
});

testLaws({
  rule: ruleOf(facilitySamples, 'unsampled-building'),
  register: facilitySamples,
  rows: fc.array(anySample, { minLength: 1, maxLength: 5 }),
  unrelated: fc.constantFrom(sample('11-20', '操场'), sample('11-20', '没有的地方'), {}),
  world: worldWith({ places: rowsOf(...places) }),
});
