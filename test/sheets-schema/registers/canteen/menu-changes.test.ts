import { describe, expect, test } from 'vitest';
import { menuChanges } from '#schema/registers/canteen/menu-changes.ts';
import { measured, says } from '../../said.ts';

const change = (more = {}) => ({
  reported: '2026-11-23T10:00:00',
  day: '2026-11-23',
  meal: 'lunch',
  dish: '青菜',
  instead: '菠菜',
  reason: '没到货',
  reporter: '马春生',
  approver: '林小梅',
  ...more,
});
const others = { menu: [{ day: '2026-11-23', meal: 'lunch', dish: '青菜' }] };

describe('菜谱变更', () => {
  test('what was changed stood on the menu; what is added did not', () => {
    const rows = [
      change(),
      change({ dish: '萝卜' }),
      change({ dish: undefined }),
      change({ meal: 'dinner', dish: '萝卜' }),
    ];
    expect(says(menuChanges, 'not-planned', rows, { others })).toEqual([
      [1, '这一餐菜谱没有“萝卜”，请核对'],
    ]);
  });

  test('a change changes something', () => {
    const rows = [
      change({ instead: '青菜。' }),
      change({ dish: undefined, instead: undefined }),
      change({ instead: undefined }),
    ];
    expect(says(menuChanges, 'nothing-changed', rows).map(([place]) => place)).toEqual([0, 1]);
  });

  test('is reported before the meal begins', () => {
    const rows = [
      change({ reported: '2026-11-23T11:29:00' }),
      change({ reported: '2026-11-23T11:30:00' }),
      change({ reported: undefined }),
    ];
    expect(says(menuChanges, 'late', rows)).toEqual([[1, '开餐后才报，下次请提前报']]);
    expect(measured(menuChanges, 'inTime', rows)).toEqual([1, 2]);
    expect(measured(menuChanges, 'changes', rows)).toBe(2);
  });

  test('somebody else agrees, at the latest on the day itself', () => {
    const rows = [
      change({ approver: undefined }),
      change({ day: '2026-11-24', approver: undefined }),
      change({ approver: '马春生' }),
    ];
    expect(says(menuChanges, 'not-agreed', rows)).toEqual([[0, '换菜没有同意人，请补填']]);
    expect(says(menuChanges, 'second-person-approver', rows)).toEqual([
      [2, '报告人不能自己同意，请换人'],
    ]);
  });
});
