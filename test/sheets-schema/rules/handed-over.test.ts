import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planTasks } from '#schema/registers/plan/plan-tasks.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const staff = rowsOf({ name: '钱守义', left: '2026-11-23' }, { name: '李国强' });

function says(owner: string, state: string, now = '2026-11-24T09:00:00') {
  const rows = rowsOf({ what: '换阀门', owner, state });
  const world = worldWith({ people: staff, planTasks: rows }, { now });
  return findingsOf(ruleOf(planTasks, 'handed-over-owner'), planTasks, rows, world).map(
    ({ says: message }) => message,
  );
}

test('an open task of somebody who has left is to be given to somebody else', () => {
  expect(says('钱守义', 'planned')).toEqual(['钱守义已离岗，请交给别人']);
});

test('on the last day at work it is still theirs', () => {
  expect(says('钱守义', 'planned', '2026-11-23T09:00:00')).toEqual([]);
});

test('a finished task, somebody at work, or a position is no finding', () => {
  expect(says('钱守义', 'done')).toEqual([]);
  expect(says('李国强', 'planned')).toEqual([]);
  expect(says('维修班长', 'planned')).toEqual([]);
});

const rowOf = fc.record({
  owner: fc.constantFrom('钱守义', '李国强', undefined),
  state: fc.constantFrom('planned', 'done'),
});

testLaws({
  rule: ruleOf(planTasks, 'handed-over-owner'),
  register: planTasks,
  rows: fc.array(rowOf, { maxLength: 3 }),
  unrelated: rowOf,
  world: worldWith({ people: staff }),
});
