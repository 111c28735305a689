import { describe, expect, test } from 'vitest';
import { leave } from '#schema/registers/people/leave.ts';
import { findings } from '../made.ts';

const asked = {
  person: '韩卫东',
  kind: 'personal',
  from: '2026-11-26',
  to: '2026-11-26',
  state: 'asked',
};
const says = (rule: string, changes: object) =>
  findings(leave, rule, [{ ...asked, ...changes }]).map(({ column, says: message }) => [
    column,
    message,
  ]);

describe('leave and swaps', () => {
  test('nobody covers for themselves', () => {
    expect(says('second-person-cover', { cover: '韩卫东' })).toEqual([
      ['cover', '顶班人就是本人，请换人'],
    ]);
    expect(says('second-person-cover', { cover: '唐志刚' })).toEqual([]);
  });

  test('what begins by tomorrow is to be decided', () => {
    expect(says('undecided', { from: '2026-11-25' })).toEqual([
      ['state', '明天前就开始了，请审批'],
    ]);
    expect(says('undecided', {})).toEqual([]);
    expect(says('undecided', { from: '2026-11-25', state: 'approved' })).toEqual([]);
  });

  test('whoever decided is named', () => {
    expect(says('decided-by-nobody', { state: 'refused' })).toEqual([['approver', '请填审批人']]);
    expect(says('decided-by-nobody', { state: 'refused', approver: '周敏' })).toEqual([]);
    expect(says('decided-by-nobody', {})).toEqual([]);
  });
});
