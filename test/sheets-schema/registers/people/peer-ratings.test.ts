import { describe, expect, test } from 'vitest';
import { peerRatings } from '#schema/registers/people/peer-ratings.ts';
import { peerTicks } from '#schema/registers/people/peer-ticks.ts';
import { rowsOf } from '../../made.ts';
import { measured, november, says, worldAround } from '../../said.ts';

const rating = (ballot: string, person: string, more = {}) => ({
  round: '2026年11月',
  ballot,
  team: '保安',
  person,
  work: 5,
  help: 4,
  attitude: 3,
  ...more,
});
const tick = (person: string, more = {}) => ({
  day: '2026-11-20',
  round: '2026年11月',
  team: '保安',
  person,
  ...more,
});
const ballots = (...numbers: readonly string[]) =>
  numbers.map((number) => rating(number, '韩卫东'));

describe('互评', () => {
  test('keeps neither rater nor time, and shares nothing with the ticks that could join them', () => {
    expect(Object.keys(peerRatings.columns)).toEqual([
      'round',
      'ballot',
      'team',
      'person',
      'work',
      'help',
      'attitude',
    ]);
    expect(
      Object.values(peerRatings.columns).some(({ kind }) => kind === 'moment' || kind === 'date'),
    ).toBe(false);
    expect(Object.keys(peerTicks.columns)).not.toContain('ballot');
    expect(peerTicks.form).toBeUndefined();
  });

  test('a ballot rates a person once, however its number is written', () => {
    expect(
      says(peerRatings, 'unique-ballot-round-person', [
        rating('A11', '韩卫东'),
        rating('ａ11', '韩卫东'),
        rating('A11', '唐志刚'),
        rating('A11', '韩卫东', { round: '2026年10月' }),
      ]),
    ).toEqual([[1, 'ａ11号票评过此人，后一行不算，请删']]);
  });

  test('no more ballots in a round than people who took one', () => {
    const others = {
      peerTicks: [tick('韩卫东'), tick('唐志刚'), tick('冯树林', { round: '2026年10月' })],
    };
    expect(says(peerRatings, 'more-than-taken', ballots('A1', 'A2', 'a2'), { others })).toEqual([]);
    expect(says(peerRatings, 'more-than-taken', ballots('A1', 'A2', 'A3'), { others })).toEqual([
      ['2026年11月 保安', '2026年11月保安收 3 票，领 2 票，请重评'],
    ]);
  });

  test('averages of fewer than five ballots are not shown', () => {
    const split = (rows: ReturnType<typeof ballots>) =>
      peerRatings.breakdowns?.byTeam?.split(
        rowsOf(...rows),
        november,
        worldAround(peerRatings, rowsOf(...rows)),
      );
    expect(split(ballots('A1', 'A2', 'A3', 'A4'))).toEqual([]);
    expect(split(ballots('A1', 'A2', 'A3', 'A4', 'A5'))).toEqual([{ name: '保安', value: 4 }]);
  });

  test('ballots, not rows, are the votes', () => {
    const rows = [rating('A1', '韩卫东'), rating('A1', '唐志刚'), rating('A2', '韩卫东')];
    expect([
      measured(peerRatings, 'ballots', rows),
      measured(peerRatings, 'ratings', rows),
    ]).toEqual([2, 3]);
  });
});

describe('互评领票', () => {
  test('nobody takes two ballots of a round', () => {
    expect(
      says(peerTicks, 'unique-person-round', [
        tick('韩卫东'),
        tick('韩卫东'),
        tick('韩卫东', { round: '2026年10月' }),
      ]),
    ).toEqual([[1, '韩卫东这轮领过票了，请删一行']]);
    expect(
      measured(peerTicks, 'voters', [tick('韩卫东'), tick('唐志刚', { day: '2026-10-30' })]),
    ).toBe(1);
  });

  test('the sheet of a team lists who is there today', () => {
    const people = [
      { name: '韩卫东', team: '保安' },
      { name: '张桂兰', team: '食堂' },
      { name: '走了的', team: '保安', left: '2026-11-01' },
    ];
    const world = worldAround(peerTicks, rowsOf(), { others: { people } });
    expect(peerTicks.batches?.[0]?.rows(world, { team: '保安' })).toEqual([{ person: '韩卫东' }]);
  });
});
