import { describe, expect, test } from 'vitest';
import { contractors } from '#schema/registers/safety/contractors.ts';
import { walkRounds } from '#schema/registers/safety/walk-rounds.ts';
import { measured, planned, says } from '../../said.ts';

const firm = (more = {}) => ({
  firm: '恒温空调',
  pass: 'SG-04',
  work: '空调检修',
  place: '行政楼 报告厅',
  from: '2026-11-20',
  until: '2026-11-30',
  responsible: '李国强',
  briefed: true,
  ...more,
});

describe('施工人员', () => {
  test('on site without a pass; before and after they need none', () => {
    const none = { pass: undefined };
    expect(
      says(contractors, 'without-pass', [
        firm(none),
        firm({ ...none, from: '2026-11-25' }),
        firm({ ...none, until: '2026-11-23' }),
        firm(),
      ]),
    ).toEqual([[0, '已进场没有出入证，请办证或劝离']]);
  });

  test('the pass comes back when they leave', () => {
    expect(
      says(contractors, 'pass-not-returned', [
        firm({ until: '2026-11-22' }),
        firm({ until: '2026-11-24' }),
        firm({ until: '2026-11-22', returned: '2026-11-22' }),
      ]),
    ).toEqual([[0, '离场已 2 天，请收回出入证']]);
  });

  test('a pass is held by one at a time', () => {
    const other = firm({ firm: '明亮电器', pass: 'sg-04' });
    expect(says(contractors, 'pass-twice', [firm(), other])).toEqual([
      [1, '此证同时给了恒温空调，请换号'],
    ]);
    expect(
      says(contractors, 'pass-twice', [firm({ until: '2026-11-19', from: '2026-11-10' }), other]),
    ).toEqual([]);
    expect(
      says(contractors, 'pass-twice', [
        firm({ returned: '2026-11-20' }),
        { ...other, from: '2026-11-21' },
      ]),
    ).toEqual([]);
  });

  test('briefed before they work, hot work with a permit', () => {
    expect(
      says(contractors, 'needed-on-site', [
        firm({ briefed: undefined }),
        firm({ briefed: undefined, from: '2026-11-25' }),
      ]),
    ).toEqual([[0, '已进场，请补填安全交底']]);
    expect(
      says(contractors, 'unsafe', [
        firm({ briefed: false }),
        firm({ fire: 'unpermitted' }),
        firm({ fire: 'permitted' }),
      ]),
    ).toEqual([
      [0, '没有安全交底，请先交底再施工'],
      [1, '动火没批，请停工补批'],
    ]);
  });

  test('met by a patrol without a pass, until one is issued from that day', () => {
    const met = (seen: string, state = 'noPass') => ({
      patrols: [{ seen, point: '东门内侧', state }],
    });
    const found = (rows: readonly ReturnType<typeof firm>[], others: ReturnType<typeof met>) =>
      says(contractors, 'met-without-pass', rows, { others }).map(([, words]) => words);
    expect(found([], met('2026-11-22T20:00:00'))).toEqual([
      '11月22日东门内侧有人无证施工，请补办或清退',
    ]);
    expect(found([firm({ from: '2026-11-22' })], met('2026-11-22T20:00:00'))).toEqual([]);
    expect(found([], met('2026-11-22T20:00:00', 'normal'))).toEqual([]);
    expect(found([], met('2026-11-17T20:00:00'))).toEqual([]);
  });

  test('on site, firms, passes out', () => {
    const rows = [
      firm(),
      firm({ from: '2026-11-02', returned: '2026-11-09' }),
      firm({ firm: '明亮电器', from: '2026-10-02' }),
    ];
    expect(
      ['admitted', 'firms', 'passesOut'].map((figure) => measured(contractors, figure, rows)),
    ).toEqual([2, 1, 2]);
  });
});

describe('蹲点走访', () => {
  const round = (more = {}) => ({
    day: '2026-11-09',
    leader: '陈志远',
    post: '维修班',
    heard: '梯子旧了',
    promised: '换两架梯子',
    owner: '吴晓琳',
    ...more,
  });

  test('a promise is kept in a fortnight, or by the day that was said', () => {
    expect(
      says(walkRounds, 'promise-open', [
        round(),
        round({ day: '2026-11-10' }),
        round({ due: '2026-11-23' }),
        round({ done: '2026-11-20' }),
        round({ promised: undefined }),
      ]),
    ).toEqual([
      [0, '答应的事过了 1 天，请办好或说明'],
      [2, '答应的事过了 1 天，请办好或说明'],
    ]);
  });

  test('whoever leaves hands the promise on', () => {
    const people = [{ name: '钱守义', left: '2026-10-30' }, { name: '吴晓琳' }];
    const left = { owner: '钱守义' };
    const rows = [round(), round(left), round({ ...left, done: '2026-11-20' })];
    expect(says(walkRounds, 'handed-over-owner', rows, { others: { people } })).toEqual([
      [1, '钱守义已离岗，请交给别人'],
    ]);
  });

  test('who does it, and what came of it', () => {
    expect(
      says(walkRounds, 'needed-promised', [
        round({ owner: undefined }),
        round({ owner: undefined, promised: undefined }),
      ]),
    ).toEqual([[0, '答应了事，请补填谁去办']]);
    expect(says(walkRounds, 'needed-done', [round({ done: '2026-11-20' })])).toEqual([
      [0, '已办好，请补填结果'],
    ]);
  });

  test('rounds, promises, kept; and in the plan until it is', () => {
    const rows = [
      round(),
      round({ done: '2026-11-20' }),
      round({ promised: undefined }),
      round({ due: '2026-12-20' }),
    ];
    expect(
      ['rounds', 'promises', 'keptPromises'].map((figure) => measured(walkRounds, figure, rows)),
    ).toEqual([4, 3, [1, 3]]);
    expect(planned(walkRounds, rows)).toEqual([
      ['兑现走访承诺：换两架梯子', '吴晓琳', '2026-12-01'],
      ['兑现走访承诺：换两架梯子', '吴晓琳', '2026-12-20'],
    ]);
  });
});
