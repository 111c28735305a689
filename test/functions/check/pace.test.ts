import { describe, expect, it } from 'vitest';
import { nextDue, type Situation, secondsToNextLook } from '#functions/check/pace.ts';
import { localDateTime } from '#schema/values.ts';

const tuesdayMorning: Situation = {
  now: localDateTime.parse('2026-11-24T10:00:00'),
  isWorkday: true,
  hours: '07:00-18:00',
  liveSeconds: 12,
  workbooks: 5,
};
const night: Situation = { ...tuesdayMorning, now: localDateTime.parse('2026-11-24T22:00:00') };

describe('how soon the check looks again', () => {
  it('often in working hours, as 设置 says', () => {
    expect(secondsToNextLook(tuesdayMorning)).toBe(12);
    expect(secondsToNextLook({ ...tuesdayMorning, liveSeconds: 15 })).toBe(15);
  });

  it('each minute at night and on a day off', () => {
    expect(secondsToNextLook(night)).toBe(60);
    expect(secondsToNextLook({ ...tuesdayMorning, isWorkday: false })).toBe(60);
  });

  it('begins with the first minute of work and ends with the last', () => {
    const at = (time: string) =>
      secondsToNextLook({ ...night, now: localDateTime.parse(`2026-11-24T${time}`) });
    expect([at('06:59:59'), at('07:00:00'), at('17:59:59'), at('18:00:00')]).toEqual([
      60, 12, 12, 60,
    ]);
  });

  it('often for ten minutes after any activity, at whatever hour', () => {
    expect(secondsToNextLook({ ...night, secondsSinceActivity: 599 })).toBe(12);
    expect(secondsToNextLook({ ...night, secondsSinceActivity: 600 })).toBe(60);
  });

  it('always, where the hours are 全天', () => {
    expect(secondsToNextLook({ ...night, isWorkday: false, hours: '全天' })).toBe(12);
  });

  it('never oftener than half of the sixty reads a minute, nor than every ten seconds', () => {
    expect(secondsToNextLook({ ...tuesdayMorning, liveSeconds: 1 })).toBe(10);
    expect(secondsToNextLook({ ...tuesdayMorning, workbooks: 12 })).toBe(24);
  });

  it('never more seldom than each minute', () => {
    expect(secondsToNextLook({ ...tuesdayMorning, liveSeconds: 600 })).toBe(60);
  });
});

describe('when a look is due', () => {
  it('is the same for whoever asks within one window', () => {
    const ten = Date.parse('2026-11-24T02:00:00Z');
    expect(nextDue(ten, 12)).toBe(ten + 12_000);
    expect(nextDue(ten + 11_999, 12)).toBe(ten + 12_000);
    expect(nextDue(ten + 12_000, 12)).toBe(ten + 24_000);
  });
});
