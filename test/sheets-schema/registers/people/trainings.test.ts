import { describe, expect, test } from 'vitest';
import { attendance } from '#schema/registers/people/attendance.ts';
import { trainings } from '#schema/registers/people/trainings.ts';
import { rowsOf } from '../../made.ts';
import { measured, planned, says, worldAround } from '../../said.ts';

const people = [
  { name: '孙建平', team: '校领导', joined: '2020-01-01' },
  { name: '韩卫东', team: '保安', joined: '2020-01-01' },
  { name: '唐志刚', team: '保安', joined: '2020-01-01' },
  { name: '张桂兰', team: '食堂', joined: '2020-01-01' },
  { name: '钱守义', team: '保安', joined: '2020-01-01', left: '2026-10-30' },
];
const teams = [{ name: '保安' }, { name: '食堂' }, { name: '司机' }];
const training = (more = {}) => ({
  name: '11-09 消防培训',
  kind: 'fire',
  planned: '2026-11-09',
  topic: '灭火器的使用',
  ledBy: '郑文博',
  expected: '保安',
  state: 'held',
  held: '2026-11-09T15:30:00',
  record: '已考核',
  ...more,
});
const sign = (person: string, state = 'present') => ({ training: '11-09 消防培训', person, state });

describe('培训演练会议', () => {
  test('planned and not held, from the day after on', () => {
    const open = { state: 'planned', held: undefined };
    expect(
      says(trainings, 'not-held', [
        training({ ...open, planned: '2026-11-23' }),
        training({ ...open, planned: '2026-11-24' }),
        training({ planned: '2026-11-02' }),
        training({ ...open, state: 'dropped' }),
      ]),
    ).toEqual([[0, '计划已过 1 天没开展，请补上或改期']]);
  });

  test('held with its time and a record, dropped with a reason', () => {
    expect(says(trainings, 'needed-held', [training(), training({ record: undefined })])).toEqual([
      [1, '已开展，请补填记录'],
    ]);
    expect(
      says(trainings, 'needed-dropped', [
        training({ state: 'dropped' }),
        training({ state: 'dropped', reason: '下雨' }),
      ]),
    ).toEqual([[0, '取消，请补填取消或改期原因']]);
  });

  test('a month without an evacuation drill; other drills do not count for it', () => {
    const drill = (held: string) => training({ kind: 'evacuation', held: `${held}T15:00:00` });
    expect(
      says(trainings, 'cadence-kind', [drill('2026-10-01'), drill('2026-10-28')], {
        now: '2026-12-02T09:00:00',
      }),
    ).toEqual([['monthly 2026-11-01 安全员', '11月没有疏散演练记录，请补做补记']]);
    expect(
      says(trainings, 'cadence-kind', [drill('2026-10-01'), training()], {
        now: '2026-12-02T09:00:00',
      }),
    ).toHaveLength(1);
    expect(
      says(trainings, 'cadence-kind', [drill('2026-10-01'), drill('2026-11-30')], {
        now: '2026-12-02T09:00:00',
      }),
    ).toEqual([]);
  });

  test('who was expected and missed it makes up for it within a week', () => {
    const others = { people, teams, attendance: [sign('韩卫东'), sign('唐志刚', 'onLeave')] };
    const missed = (more = {}, now = '2026-11-17T09:00:00') =>
      says(trainings, 'left-out-missed', [training(more)], { others, now });
    expect(missed()).toEqual([[0, '唐志刚没参加，请补训补签']]);
    expect(missed({}, '2026-11-16T23:00:00')).toEqual([]);
    expect(missed({ expected: '全体' })).toEqual([[0, '唐志刚等 2 人没参加，请补训补签']]);
    expect(missed({ expected: '韩卫东' })).toEqual([]);
    const madeUp = { ...others, attendance: [sign('韩卫东'), sign('唐志刚', 'madeUp')] };
    expect(
      says(trainings, 'left-out-missed', [training()], {
        others: madeUp,
        now: '2026-11-17T09:00:00',
      }),
    ).toEqual([]);
  });

  test('somebody who left after it was held was expected at it', () => {
    const early = training({ held: '2026-10-20T15:00:00', expected: '钱守义' });
    expect(says(trainings, 'left-out-missed', [early], { others: { people } })).toHaveLength(1);
    expect(
      says(trainings, 'left-out-missed', [training({ expected: '钱守义' })], {
        others: { people },
      }),
    ).toEqual([]);
  });

  test('expected are teams or people on the list', () => {
    const who = (expected: string) =>
      says(trainings, 'meant-expected', [training({ expected })], { others: { people, teams } });
    expect(who('保安、张桂兰')).toEqual([]);
    expect(who('全体')).toEqual([]);
    expect(who('司机')).toEqual([]);
    expect(who('保安、保卫科')).toEqual([[0, '没有“保卫科”，请写全体、班组或姓名']]);
  });

  test('held, drills among them, and held of those due', () => {
    const rows = [
      training({ kind: 'evacuation' }),
      training(),
      training({ state: 'planned' }),
      training({ state: 'planned', planned: '2026-11-27' }),
      training({ state: 'dropped' }),
    ];
    expect(
      ['held', 'drills', 'asPlanned'].map((figure) => measured(trainings, figure, rows)),
    ).toEqual([2, 1, [2, 3]]);
  });

  test('the plan names what is planned, what was not held, and the drill that nobody planned', () => {
    const open = { state: 'planned', held: undefined };
    const rows = [
      training({ ...open, name: '防汛培训', planned: '2026-11-18' }),
      training({ ...open, name: '保安培训', planned: '2026-12-08', ledBy: '韩卫东' }),
    ];
    expect(planned(trainings, rows)).toEqual([
      ['防汛培训', '郑文博', '2026-12-01'],
      ['保安培训', '韩卫东', '2026-12-08'],
      ['全校应急疏散演练', '安全员', '2026-12-31'],
    ]);
    const drill = training({
      ...open,
      name: '12-10 疏散演练',
      kind: 'evacuation',
      planned: '2026-12-10',
    });
    expect(planned(trainings, [drill])).toEqual([['12-10 疏散演练', '郑文博', '2026-12-10']]);
    expect(planned(trainings, [], { month: '2027-08' })).toEqual([]);
  });
});

describe('培训签到', () => {
  test('nobody signs twice for one training', () => {
    const rows = [
      sign('韩卫东'),
      sign('韩卫东', 'madeUp'),
      { ...sign('韩卫东'), training: '11-16 周例会' },
    ];
    expect(says(attendance, 'unique-person-training', rows)).toEqual([
      [1, '韩卫东签了两次，请删一行'],
    ]);
  });

  test('nobody signs before the day of the training', () => {
    const others = { trainings: [training()] };
    const signed = (day: string) => ({ ...sign('韩卫东'), signed: `${day}T08:00:00` });
    expect(
      says(attendance, 'before-it-was-held', [signed('2026-11-08'), signed('2026-11-09')], {
        others,
      }),
    ).toEqual([[0, '培训那天之前就签了，请核对']]);
  });

  test('absent with a reason', () => {
    const rows = [sign('韩卫东', 'absent'), { ...sign('唐志刚', 'absent'), note: '病假' }];
    expect(says(attendance, 'absent-why', rows)).toEqual([[0, '缺席，请在备注写原因']]);
  });

  test('came, of all who were expected', () => {
    const others = {
      people,
      trainings: [training(), training({ name: '没开展', state: 'planned' })],
    };
    expect(
      measured(attendance, 'attended', [sign('韩卫东'), sign('唐志刚', 'absent')], { others }),
    ).toEqual([1, 2]);
  });

  test('the list begins with those who are expected', () => {
    const world = worldAround(attendance, rowsOf(), {
      others: { people, trainings: [training()] },
    });
    expect(attendance.batches?.[0]?.rows(world, { training: '11-09 消防培训' })).toEqual([
      { person: '韩卫东', state: 'present' },
      { person: '唐志刚', state: 'present' },
    ]);
  });
});
