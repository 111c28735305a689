import { describe, expect, it } from 'vitest';
import { answeredByColumn, unfinishedMark } from '#schema/open-rows.ts';
import type { Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';

function named(key: string): Register {
  const register = registers.find((candidate) => candidate.key === key);
  if (!register) throw new Error(`no register ${key}`);
  return register;
}

describe('what tells an unfinished row', () => {
  it('is the words of its state after which nothing is to be done', () => {
    expect(unfinishedMark(named('repairs'))).toEqual({ column: 'state', ends: ['已修好'] });
    expect(unfinishedMark(named('planTasks'))).toEqual({
      column: 'state',
      ends: ['已完成', '取消'],
    });
    expect(unfinishedMark(named('vehicleRequests'))).toEqual({
      column: 'state',
      ends: ['不同意', '取消'],
    });
  });

  it('is a column still blank where there is no such state', () => {
    expect(unfinishedMark(named('visitors'))).toEqual({ column: 'left' });
    expect(unfinishedMark(named('laundryBatches'))).toEqual({ column: 'returned' });
  });

  it('is nothing where rows record what is over, or only how something stands', () => {
    expect(unfinishedMark(named('movements'))).toBeUndefined();
    expect(unfinishedMark(named('departures'))).toBeUndefined();
    expect(unfinishedMark(named('assets'))).toBeUndefined();
    expect(unfinishedMark(named('patrols'))).toBeUndefined();
  });
});

describe('the column that says whose a row is', () => {
  it('is its owner', () => {
    expect(answeredByColumn(named('hazards'))).toBe('owner');
    expect(answeredByColumn(named('planTasks'))).toBe('owner');
  });

  it('is else the first that names one of the staff', () => {
    expect(answeredByColumn(named('repairs'))).toBe('worker');
    expect(answeredByColumn(named('movements'))).toBe('handledBy');
  });

  it('is none in 人员, whose rows are about somebody', () => {
    expect(answeredByColumn(named('people'))).toBeUndefined();
    expect(answeredByColumn(named('items'))).toBe('custodian');
    expect(answeredByColumn(named('suppliers'))).toBeUndefined();
  });
});
