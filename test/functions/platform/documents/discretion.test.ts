import { expect, it } from 'vitest';
import { withoutNames, withoutNumbers } from '#platform/documents/index.ts';

it.each([
  ['请打 13800001234 找我', '请打 （号码略） 找我'],
  ['家长 +86 13800001234', '家长 （号码略）'],
  ['值班室 0532-88886666', '值班室 （号码略）'],
  ['证件 37020219800101123X', '证件 （号码略）'],
])('takes the number out of “%s”', (said, left) => {
  expect(withoutNumbers(said)).toBe(left);
});

it.each(['3号楼 1201 室', '2026年11月24日', '资产 20261124001'])(
  'leaves “%s”, which names a place, a day or a thing',
  (said) => {
    expect(withoutNumbers(said)).toBe(said);
  },
);

it('takes names out, the longer before the shorter that it holds', () => {
  expect(withoutNames('王大勇和王大漏修', ['王大', '王大勇'])).toBe('有关人员和有关人员漏修');
});
