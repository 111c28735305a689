import { describe, expect, it } from 'vitest';
import { lastGoodRun, missedRuns } from '#schema/calculations/missed-runs.ts';
import { localDateTime } from '#schema/values.ts';
import { rowsOf } from '../made.ts';

const at = (moment: string) => localDateTime.parse(moment);
const run = (what: string, started: string, outcome = 'done') => ({
  function: what,
  started,
  outcome,
});

describe('when a scheduled run last ended well', () => {
  it('is the latest that did, whatever order the rows are in', () => {
    const runs = rowsOf(
      run('check', '2026-11-23T02:30:00', 'nothing'),
      run('check', '2026-11-22T02:30:00'),
      run('check', '2026-11-24T02:30:00', 'failed'),
      run('plan', '2026-11-24T08:00:00'),
    );
    expect(lastGoodRun(runs, 'check')).toBe('2026-11-23T02:30:00');
    expect(lastGoodRun(runs, 'report')).toBeUndefined();
  });
});

describe('a scheduled run that is missing', () => {
  it('is a night without a look at everything', () => {
    const runs = rowsOf(run('check', '2026-11-21T02:30:00'));
    expect(missedRuns(runs, at('2026-11-24T02:30:00'))).toEqual([
      '每晚全面检查上次是2026-11-21，此后的没有运行',
    ]);
  });

  it('is none when last night’s ended well, or none ever ran', () => {
    const runs = rowsOf(run('check', '2026-11-23T23:59:00'));
    expect(missedRuns(runs, at('2026-11-24T02:30:00'))).toEqual([]);
    expect(missedRuns([], at('2026-11-24T02:30:00'))).toEqual([]);
  });

  it('is the plan from the 25th on, unless one was made in its month', () => {
    const october = rowsOf(run('plan', '2026-10-24T08:00:00'));
    expect(missedRuns(october, at('2026-11-24T09:00:00'))).toEqual([]);
    expect(missedRuns(october, at('2026-11-25T02:30:00'))).toEqual([
      '月计划上次是2026-10-24，此后的没有运行',
    ]);
    const early = rowsOf(run('plan', '2026-11-03T09:00:00'));
    expect(missedRuns(early, at('2026-11-30T02:30:00'))).toEqual([]);
  });
});
