import { describe, expect, test } from 'vitest';
import { teamActivities } from '#schema/registers/people/team-activities.ts';
import { measured, planned, says } from '../../said.ts';

const activity = (day: string, more = {}) => ({
  day,
  name: '切菜比赛',
  kind: 'contest',
  organiser: '张桂兰',
  tookPart: 6,
  result: '马春生第一',
  ...more,
});

describe('团队活动', () => {
  test('a week after it, how many took part and what came of it', () => {
    expect(
      says(teamActivities, 'needed-over', [
        activity('2026-11-16', { tookPart: undefined }),
        activity('2026-11-17', { tookPart: undefined }),
        activity('2026-11-02', { result: undefined }),
        activity('2026-11-02'),
      ]),
    ).toEqual([
      [0, '活动已办完，请补填参加人数'],
      [2, '活动已办完，请补填结果'],
    ]);
  });

  test('those that are over, and how many took part', () => {
    const rows = [
      activity('2026-11-02'),
      activity('2026-11-23'),
      activity('2026-11-28', { tookPart: undefined }),
    ];
    expect(['held', 'tookPart'].map((figure) => measured(teamActivities, figure, rows))).toEqual([
      2, 12,
    ]);
  });

  test('in the plan of its month', () => {
    expect(
      planned(teamActivities, [
        activity('2026-12-14'),
        activity('2027-01-04'),
        activity('2026-11-02'),
      ]),
    ).toEqual([['切菜比赛', '张桂兰', '2026-12-14']]);
  });
});
