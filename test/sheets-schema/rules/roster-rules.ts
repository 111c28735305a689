import fc from 'fast-check';
import { rowsOf } from '../made.ts';

/** Posts of a small school: a guard by day and by night, a leader on holidays. */
export const posts = rowsOf(
  {
    name: '白班',
    team: '保安',
    onWorkdays: 1,
    onWeekends: 1,
    onHolidays: 1,
    from: '07:00:00',
    until: '19:00:00',
  },
  {
    name: '夜班',
    team: '保安',
    onWorkdays: 1,
    onWeekends: 0,
    onHolidays: 0,
    from: '19:00:00',
    until: '07:00:00',
  },
  { name: '早查', team: '后勤处', onWorkdays: 0, from: '07:00:00', until: '07:30:00' },
);

export const people = rowsOf(
  { name: '韩卫东', team: '保安', joined: '2020-01-01' },
  { name: '唐志刚', team: '保安', joined: '2020-01-01' },
  { name: '冯树林', team: '保安', joined: '2020-01-01' },
  { name: '梁雅琴', team: '校领导', joined: '2020-01-01' },
);

/** A duty as a row of 值班表. */
export const duty = (day: string, post: string, person?: string, signed?: string) => ({
  day: `2026-11-${day}`,
  post,
  person,
  signed: signed === undefined ? undefined : `2026-11-${signed}:00`,
});

/** A duty around 24 November, often of the same few people, some of them signed. */
export const anyDuty = fc.record({
  day: fc.integer({ min: 21, max: 27 }).map((day) => `2026-11-${day}`),
  post: fc.constantFrom('白班', '夜班'),
  person: fc.constantFrom('韩卫东', '韩卫东', '韩卫东', '唐志刚', '冯树林', undefined),
  signed: fc.constantFrom('2026-11-27T08:00:00', undefined),
});
