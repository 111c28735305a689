import { describe, expect, test } from 'vitest';
import { eventSupport } from '#schema/registers/service/event-support.ts';
import { measured, planned, says } from '../../said.ts';

/** Now is Tuesday 24 November 2026 at nine. */
const event = (more = {}) => ({
  asked: '2026-11-23T12:00:00',
  event: '合唱',
  venue: '体育馆',
  from: '2026-12-03T14:00:00',
  until: '2026-12-03T17:00:00',
  askedBy: '江老师',
  answer: 'accepted',
  owner: '周敏',
  ...more,
});
const past = { from: '2026-11-20T14:00:00', until: '2026-11-20T17:00:00' };

describe('活动保障', () => {
  test('two events in one room; the next may begin when the other ends', () => {
    const other = (more: object) => event({ event: '讲座', ...more });
    const rows = [
      event(),
      other({ from: '2026-12-03T16:59:00', until: '2026-12-03T18:00:00' }),
      other({ from: '2026-12-03T12:00:00', until: '2026-12-03T14:00:00' }),
      other({ venue: '操场' }),
      other({ answer: 'refused', reason: '已占用' }),
    ];
    expect(says(eventSupport, 'two-events', rows)).toEqual([[1, '和“合唱”撞了，请换场地或时间']]);
  });

  test('asked for and not answered within a day, or before it begins', () => {
    const waiting = (more: object) => event({ answer: 'asked', ...more });
    const rows = [
      waiting({ asked: '2026-11-23T08:59:00' }),
      waiting({ asked: '2026-11-23T09:00:00' }),
      waiting({ from: '2026-11-25T09:00:00' }),
      event({ asked: '2026-11-01T09:00:00' }),
    ];
    expect(says(eventSupport, 'unanswered', rows)).toEqual([
      [0, '申请超24小时没答复，请答复'],
      [2, '活动快到了还没答复，请马上安排'],
    ]);
  });

  test('arranged by somebody; refused with a reason; ready when it has begun', () => {
    expect(says(eventSupport, 'needed-accepted', [event({ owner: undefined }), event()])).toEqual([
      [0, '已安排，请补填负责人'],
    ]);
    expect(says(eventSupport, 'needed-refused', [event({ answer: 'refused' })])).toHaveLength(1);
    expect(says(eventSupport, 'needed-ready', [event(past), event()])).toEqual([
      [0, '活动已开始，请补填备好时间'],
    ]);
    const ready = (at: string) => event({ ...past, ready: `2026-11-20T${at}` });
    expect(says(eventSupport, 'ready-late', [ready('14:00:01'), ready('14:00:00')])).toEqual([
      [0, '开始后才备好，请写明原因'],
    ]);
  });

  test('asked for less than a day ahead; once it is over nobody mends that', () => {
    const soon = { asked: '2026-11-24T08:00:00', until: '2026-11-25T12:00:00' };
    const rows = [
      event({ ...soon, from: '2026-11-25T07:59:00' }),
      event({ ...soon, from: '2026-11-25T08:00:00' }),
      event({ ...past, asked: '2026-11-20T13:00:00' }),
    ];
    expect(says(eventSupport, 'asked-late', rows)).toEqual([[0, '离开始不到24小时，请先电话安排']]);
  });

  test('it ends after it begins', () => {
    expect(
      says(eventSupport, 'in-order-from-until', [event({ until: '2026-12-03T13:00:00' })]),
    ).toHaveLength(1);
  });

  test('held, ready in time, answered', () => {
    const rows = [
      event({ ...past, ready: '2026-11-20T13:30:00' }),
      event(past),
      event({ answer: 'asked' }),
      event({ answer: 'withdrawn' }),
    ];
    expect(measured(eventSupport, 'events', rows)).toBe(2);
    expect(measured(eventSupport, 'ready', rows)).toEqual([1, 2]);
    expect(measured(eventSupport, 'answered', rows)).toEqual([2, 3]);
  });

  test('in the plan of its month', () => {
    expect(planned(eventSupport, [event(), event(past), event({ answer: 'refused' })])).toEqual([
      ['保障12月3日合唱', '周敏', '2026-12-03'],
    ]);
  });
});
