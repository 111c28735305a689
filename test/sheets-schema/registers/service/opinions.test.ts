import { describe, expect, test } from 'vitest';
import { opinions } from '#schema/registers/service/opinions.ts';
import { measured, planned, says } from '../../said.ts';

/** Now is Tuesday 24 November 2026 at nine. */
const opinion = (more = {}) => ({
  received: '2026-11-20T09:00:00',
  channel: 'box',
  topic: 'canteen',
  content: '汤太咸',
  state: 'received',
  ...more,
});
const named = (received: string, more = {}) => opinion({ received, phone: '13900001234', ...more });

describe('意见投诉', () => {
  test('whoever left a number is called back within 24 hours', () => {
    const rows = [
      named('2026-11-23T08:59:00'),
      named('2026-11-23T09:00:00'),
      named('2026-11-20T09:00:00', { calledBack: '2026-11-21T09:01:00' }),
      named('2026-11-20T09:00:00', { calledBack: '2026-11-21T09:00:00' }),
      opinion(),
    ];
    expect(says(opinions, 'deadline-received-calledBack', rows)).toEqual([
      [0, '超时没回访，请马上回访并填时间'],
      [2, '回访超时了，请核对时间'],
    ]);
  });

  test('warned at twenty hours, until it is late', () => {
    const rows = [
      named('2026-11-23T13:00:00'),
      named('2026-11-23T13:01:00'),
      named('2026-11-23T09:00:00'),
      named('2026-11-23T08:59:00'),
      opinion({ received: '2026-11-23T12:00:00' }),
      named('2026-11-23T12:00:00', { calledBack: '2026-11-23T15:00:00' }),
    ];
    expect(says(opinions, 'call-back-soon', rows)).toEqual([
      [0, '收到20小时了，请在24小时内回访'],
      [2, '收到24小时了，请在24小时内回访'],
    ]);
  });

  test('unanswered after three days, from a box too; what was handed up is watched elsewhere', () => {
    const rows = [
      opinion({ received: '2026-11-21T08:59:00' }),
      opinion({ received: '2026-11-21T09:00:00' }),
      opinion({ answer: '已改' }),
      opinion({ state: 'handedUp' }),
    ];
    expect(says(opinions, 'unanswered', rows)).toEqual([[0, '超3天没答复，请办理并答复']]);
  });

  test('handed up and forgotten', () => {
    const up = (more: object) => opinion({ state: 'handedUp', ...more });
    const rows = [
      up({ handedUp: '2026-11-16' }),
      up({ handedUp: '2026-11-17' }),
      up({ handedUp: '2026-11-01', decision: '明年立项' }),
      up({}),
    ];
    expect(says(opinions, 'handed-up-handedUp', rows)).toEqual([
      [0, '上报8天没有答复，请去催问'],
      [3, '已上报，请填上报日期'],
    ]);
  });

  test('past the day on which the school would answer', () => {
    const rows = [
      opinion({ promised: '2026-11-23' }),
      opinion({ promised: '2026-11-24' }),
      opinion({ promised: '2026-11-20', decision: '同意' }),
    ];
    expect(says(opinions, 'promised-answer', rows)).toEqual([[0, '学校答应11月23日答复，请去问']]);
  });

  test('done with an answer and an owner; seen to again when dissatisfied', () => {
    const done = opinion({ state: 'done', answer: '已改' });
    expect(says(opinions, 'needed-done', [done, { ...done, owner: '周敏' }])).toEqual([
      [0, '已办结，请补填承办人'],
    ]);
    const rows = [
      opinion({ satisfaction: 'dissatisfied' }),
      opinion({ satisfaction: 'dissatisfied', followUp: '又改了' }),
      opinion({ satisfaction: 'fair' }),
    ];
    expect(says(opinions, 'needed-dissatisfied', rows)).toEqual([[0, '不满意，请补填再处理']]);
  });

  test('an open one of somebody who left', () => {
    const others = { people: [{ name: '周敏', joined: '2020-01-01', left: '2026-11-01' }] };
    const rows = [opinion({ owner: '周敏' }), opinion({ owner: '周敏', state: 'done' })];
    expect(says(opinions, 'handed-over-owner', rows, { others })).toHaveLength(1);
  });

  test('received, called back, answered, satisfied, handed up', () => {
    const rows = [
      named('2026-11-20T09:00:00', {
        calledBack: '2026-11-20T19:00:00',
        answer: '已改',
        satisfaction: 'fair',
      }),
      named('2026-11-20T09:00:00', {
        calledBack: '2026-11-21T10:00:00',
        satisfaction: 'dissatisfied',
      }),
      named('2026-11-20T09:00:00'),
      named('2026-11-24T08:00:00'),
      opinion({ handedUp: '2026-11-20', decision: '同意' }),
    ];
    expect(measured(opinions, 'received', rows)).toBe(5);
    expect(measured(opinions, 'calledBack', rows)).toEqual([1, 3]);
    expect(measured(opinions, 'answered', rows)).toEqual([2, 5]);
    expect(measured(opinions, 'satisfied', rows)).toEqual([1, 2]);
    expect(measured(opinions, 'handedUp', rows)).toBe(1);
  });

  test('what is open is carried over into the plan', () => {
    const rows = [
      opinion(),
      opinion({ state: 'done' }),
      opinion({ received: '2026-11-24T08:00:00' }),
    ];
    expect(planned(opinions, rows)).toEqual([['办结意见：汤太咸', '后勤副主任', '2026-12-01']]);
  });
});
