import { describe, expect, test } from 'vitest';
import { accidents } from '#schema/registers/safety/accidents.ts';
import { measured, planned, says } from '../../said.ts';

const accident = (more = {}) => ({
  happened: '2026-11-20T10:00:00',
  kind: 'accident',
  place: '操场',
  who: '七年级学生',
  klass: '2026级1班',
  what: '单杠落地受伤',
  injury: 'minor',
  firstAid: '校医处理',
  parentsTold: '2026-11-20T10:20:00',
  leadersTold: '2026-11-20T10:30:00',
  cause: '垫子移位',
  hazard: 'YH-1120-1',
  measures: '固定垫子',
  ...more,
});
const report = (day: string) => ({
  happened: `2026-${day}T16:00:00`,
  kind: 'monthly',
  what: '本月无事故',
});

describe('安全事故', () => {
  test('leaders are told within the hour, open or late', () => {
    const told = (leadersTold: string | undefined, now = '2026-11-24T09:00:00') =>
      says(accidents, 'deadline-happened-leadersTold', [accident({ leadersTold })], { now });
    expect(told(undefined)).toEqual([[0, '还没报告领导，请马上报告']]);
    expect(told('2026-11-20T11:01:00')).toEqual([[0, '报告领导晚了，请写明原因']]);
    expect(told('2026-11-20T11:00:00')).toEqual([]);
    expect(told(undefined, '2026-11-20T11:00:00')).toEqual([]);
  });

  test('parents are told of a pupil who was hurt; nobody hurt, or no pupil, is another matter', () => {
    const late = { parentsTold: undefined };
    expect(
      says(accidents, 'deadline-happened-parentsTold', [
        accident(late),
        accident({ ...late, injury: 'none' }),
        accident({ ...late, klass: undefined }),
      ]),
    ).toEqual([[0, '还没告知家长，请马上报告']]);
  });

  test('a grave one is reported to the authority within a day', () => {
    expect(
      says(accidents, 'deadline-happened-reportedUp', [
        accident({ injury: 'hospital' }),
        accident({ injury: 'serious', reportedUp: '2026-11-21T10:00:00' }),
        accident(),
      ]),
    ).toEqual([[0, '还没上报主管部门，请马上报告']]);
  });

  test('after three days it is looked into: cause, hazard behind it, measures', () => {
    const open = (more: object, happened = '2026-11-20T10:00:00') =>
      accident({ happened, ...more });
    expect(
      says(accidents, 'needed-looked-into', [
        open({ cause: undefined }),
        open({ hazard: undefined }),
        open({ measures: undefined }),
        open({ cause: undefined }, '2026-11-21T10:00:00'),
        report('10-30'),
      ]),
    ).toEqual([
      [0, '事故要查清，请补填原因'],
      [1, '事故要查清，请补填背后的隐患'],
      [2, '事故要查清，请补填措施'],
    ]);
  });

  test('who was hurt and what was done, at once', () => {
    expect(
      says(accidents, 'needed-hurt', [
        accident({ firstAid: undefined }),
        accident({ injury: 'none', who: undefined }),
      ]),
    ).toEqual([[0, '有人受伤，请补填救护处理']]);
    expect(says(accidents, 'needed-at-once', [accident({ place: undefined })])).toHaveLength(1);
  });

  test('told before it happened', () => {
    expect(
      says(accidents, 'in-order-happened-leadersTold', [
        accident({ leadersTold: '2026-11-20T09:59:00' }),
      ]),
    ).toEqual([[0, '报告领导时间早于发生时间，请核对']]);
  });

  test('a month without its report, though there was an accident', () => {
    const now = '2026-12-02T09:00:00';
    expect(
      says(accidents, 'cadence-kind', [report('10-01'), report('10-30'), accident()], { now }),
    ).toEqual([['monthly 2026-11-01 安全员', '11月没有事故月报，无事故也要报']]);
    expect(
      says(accidents, 'cadence-kind', [report('10-01'), report('10-30'), report('11-30')], { now }),
    ).toEqual([]);
  });

  test('none is 0 only where it was reported', () => {
    expect([
      measured(accidents, 'accidents', [report('11-20')]),
      measured(accidents, 'accidents', [accident(), report('11-20')]),
      measured(accidents, 'accidents', [report('10-30')]),
    ]).toEqual([0, 1, undefined]);
    const rows = [accident(), accident({ injury: 'none', leadersTold: '2026-11-20T12:00:00' })];
    expect([measured(accidents, 'injured', rows), measured(accidents, 'toldInTime', rows)]).toEqual(
      [1, [1, 2]],
    );
  });

  test('the plan carries over what is not looked into', () => {
    expect(planned(accidents, [accident({ cause: undefined }), accident()])).toEqual([
      ['查清事故原因并定措施：操场', '安全员', '2026-12-01'],
    ]);
  });
});
