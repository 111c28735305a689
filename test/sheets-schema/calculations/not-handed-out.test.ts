import { expect, test } from 'vitest';
import { notServedYet, notTakenYet } from '#schema/calculations/not-handed-out.ts';
import { handouts } from '#schema/registers/stock/handouts.ts';
import { rowsOf } from '../made.ts';
import { worldAround } from '../said.ts';

const classes = [
  { name: '一班', boarders: 12 },
  { name: '二班', boarders: 0 },
  { name: '三班', boarders: 8, graduated: '2026-07-01' },
];
const bedding = {
  name: '冬季被套',
  item: '被套',
  toWhom: 'boarding',
  from: '2026-11-02',
};
const around = (distributions: readonly object[], given: readonly object[] = []) =>
  worldAround(handouts, rowsOf(...given.map((each) => ({ ...each }))), {
    others: { classes, distributions: distributions.map((each) => ({ ...each })) },
    now: '2026-11-24T12:10:00',
  });

test('what a class has not taken: begun, meant for it, not given yet', () => {
  const taken = (distributions: readonly object[], of: string, given: readonly object[] = []) =>
    notTakenYet(around(distributions, given), { class: of });
  expect(taken([bedding], '一班')).toEqual([{ distribution: '冬季被套', item: '被套' }]);
  expect(taken([{ ...bedding, item: undefined }], '一班')).toEqual([{ distribution: '冬季被套' }]);
  expect(taken([bedding], '二班')).toEqual([]);
  expect(taken([{ ...bedding, toWhom: 'classes' }], '二班')).toHaveLength(1);
  expect(taken([{ ...bedding, from: '2026-11-25' }], '一班')).toEqual([]);
  expect(taken([{ ...bedding, from: '2026-11-24' }], '一班')).toHaveLength(1);
  const given = { class: '一班', distribution: '冬季被套' };
  expect(taken([bedding], '一班', [given])).toEqual([]);
  expect(taken([bedding], '一班', [{ ...given, class: '二班' }])).toHaveLength(1);
});

test('the classes that a distribution has not served; nobody of one that is not there', () => {
  const served = (given: readonly object[] = [], distribution = '冬季被套') =>
    notServedYet(around([{ ...bedding, toWhom: 'classes' }], given), { distribution });
  expect(served()).toEqual([{ class: '一班' }, { class: '二班' }]);
  expect(served([{ class: '一班', distribution: '冬季被套' }])).toEqual([{ class: '二班' }]);
  expect(served([], '没有这批')).toEqual([]);
});
