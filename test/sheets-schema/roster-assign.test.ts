import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseHolidays } from '#platform/holidays.ts';
import { assignDuties, type RosterRequest } from '#schema/roster/assign.ts';
import { type Duty, type Rest, shortRest } from '#schema/roster/duties.ts';
import { type DutyPost, dayKind, dutySpan } from '#schema/roster/posts.ts';
import { schoolCalendar } from '#schema/school-calendar.ts';
import { overlaps } from '#schema/span.ts';
import { daysFrom, daysOfMonth } from '#schema/time.ts';
import { localDate, localTime } from '#schema/values.ts';

const calendar = schoolCalendar([], chineseHolidays);
const rest: Rest = { hours: 12, longDutyHours: 8, timeZone: 'Asia/Shanghai' };
const day = (written: string) => localDate.parse(written);

function post(name: string, from: string, until: string, people = 1): DutyPost {
  return {
    name,
    team: '保安',
    needed: { workday: people, weekend: people, holiday: people },
    from: localTime.parse(`${from}:00`),
    until: localTime.parse(`${until}:00`),
    may: [],
  };
}

const guards = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `门卫${index + 1}`, team: '保安' }));

const dayAndNight = [post('白班', '07:00', '19:00'), post('夜班', '19:00', '07:00')];

const request = (changes: Partial<RosterRequest> = {}): RosterRequest => ({
  month: '2026-11',
  posts: dayAndNight,
  people: guards(6),
  calendar,
  rest,
  ...changes,
});

/** Most less least of what a month gave each. */
function spread(people: RosterRequest['people'], duties: readonly Duty[]): number {
  const each = people.map(({ name }) => duties.filter(({ person }) => person === name).length);
  return Math.max(...each) - Math.min(...each);
}

function pairs(duties: readonly Duty[]): readonly (readonly [Duty, Duty])[] {
  const own = Array.from(Map.groupBy(duties, ({ person }) => person).values());
  return own.flatMap((all) =>
    all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const)),
  );
}

const months = fc.constantFrom('2026-02', '2026-09', '2026-10', '2026-11', '2026-12');
const shifts = fc.subarray(
  [
    post('白班', '07:00', '19:00'),
    post('夜班', '19:00', '07:00'),
    post('晚查', '21:00', '23:00', 2),
    post('早门', '06:30', '08:00'),
  ],
  { minLength: 1 },
);

describe('whatever the month, the posts and the people', () => {
  test('nobody is twice at once or without rest', () => {
    fc.assert(
      fc.property(months, shifts, fc.integer({ min: 1, max: 12 }), (month, posts, count) => {
        const { assignments } = assignDuties(request({ month, posts, people: guards(count) }));
        for (const [a, b] of pairs(assignments)) {
          expect(overlaps(a, b)).toBe(false);
          expect(shortRest(a, b, rest)).toBeUndefined();
        }
      }),
      { numRuns: 40 },
    );
  });

  test('every place of every post is filled or said to be unfilled', () => {
    fc.assert(
      fc.property(months, shifts, fc.integer({ min: 0, max: 8 }), (month, posts, count) => {
        const { assignments, unfilled } = assignDuties(
          request({ month, posts, people: guards(count) }),
        );
        const { from, to } = daysOfMonth(month);
        for (const each of daysFrom(from, to)) {
          for (const { name, needed } of posts) {
            const filled = assignments.filter((duty) => duty.day === each && duty.post === name);
            const lacking = unfilled.find((gap) => gap.day === each && gap.post === name);
            expect(filled.length + (lacking?.lacking ?? 0)).toBe(needed[dayKind(each, calendar)]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('with three people for each place all is filled, and shared within two', () => {
    fc.assert(
      fc.property(months, shifts, fc.integer({ min: 0, max: 4 }), (month, posts, more) => {
        const places = posts.reduce((sum, { needed }) => sum + needed.workday, 0);
        const people = guards(places * 3 + more);
        const { assignments, unfilled } = assignDuties(request({ month, posts, people }));
        expect(unfilled).toEqual([]);
        expect(spread(people, assignments)).toBeLessThanOrEqual(2);
        const weekends = assignments.filter((duty) => dayKind(duty.day, calendar) === 'weekend');
        expect(spread(people, weekends)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 40 },
    );
  });

  test('the same request gives the same roster', () => {
    expect(assignDuties(request())).toEqual(assignDuties(request()));
  });
});

describe('who may be put on', () => {
  test('nobody on leave, before joining or after leaving', () => {
    const people = [
      { name: '韩卫东', team: '保安' },
      { name: '唐志刚', team: '保安', joined: day('2026-11-10') },
      { name: '冯树林', team: '保安', left: day('2026-11-20') },
    ];
    const away = { person: '韩卫东', from: day('2026-11-15'), to: day('2026-11-16') };
    const { assignments, unfilled } = assignDuties(
      request({ people, posts: [post('早门', '06:30', '08:00')], absences: [away] }),
    );
    expect(unfilled).toEqual([]);
    const on = (person: string) =>
      assignments.filter((duty) => duty.person === person).map((duty) => duty.day);
    expect(on('唐志刚').every((each) => each >= '2026-11-10')).toBe(true);
    expect(on('冯树林').every((each) => each <= '2026-11-20')).toBe(true);
    expect(on('韩卫东')).not.toContain('2026-11-15');
    expect(on('韩卫东')).not.toContain('2026-11-16');
  });

  test('only those named on a post, whatever their team', () => {
    const named = { ...post('带班', '08:00', '17:00'), may: ['梁雅琴'] };
    const people = [...guards(3), { name: '梁雅琴', team: '校领导' }];
    const { assignments } = assignDuties(request({ people, posts: [named] }));
    expect(new Set(assignments.map(({ person }) => person))).toEqual(new Set(['梁雅琴']));
  });

  test('rest is kept from the last night of the month before', () => {
    const night = { day: day('2026-10-31'), post: '夜班', person: '门卫1' };
    const earlier = [{ ...night, ...dutySpan(post('夜班', '19:00', '07:00'), night.day) }];
    const { assignments } = assignDuties(request({ earlier }));
    const first = assignments.filter((duty) => duty.day === '2026-11-01');
    expect(first.find((duty) => duty.post === '白班')?.person).not.toBe('门卫1');
  });

  test('who had the last holidays does not get the next', () => {
    const leaders = [
      { name: '孙建平', team: '保安' },
      { name: '梁雅琴', team: '保安' },
    ];
    const lead = {
      ...post('带班', '08:00', '17:00'),
      needed: { workday: 0, weekend: 0, holiday: 1 },
    };
    const earlier = ['2026-09-25', '2026-09-26', '2026-09-27'].map((each) => ({
      day: day(each),
      post: '带班',
      person: '孙建平',
      ...dutySpan(lead, day(each)),
    }));
    const { assignments } = assignDuties(
      request({ month: '2026-10', people: leaders, posts: [lead], earlier }),
    );
    const each = leaders.map(({ name }) => assignments.filter(({ person }) => person === name));
    expect(each.map(({ length }) => length)).toEqual([2, 5]);
  });
});

describe('what cannot be filled is said', () => {
  const why = (changes: Partial<RosterRequest>) =>
    assignDuties(request(changes)).unfilled.map(({ why: { zh } }) => zh);

  test('a team without anybody', () => {
    expect(why({ people: [], posts: [post('早门', '06:30', '08:00')] })[0]).toBe(
      '11月1日早门没有可排的人',
    );
  });

  test('one guard for day and night: the night’s guard must rest', () => {
    expect(why({ people: guards(1) })[0]).toBe('11月1日夜班：要休息1');
  });

  test('everybody away', () => {
    const absences = guards(2).map(({ name }) => ({
      person: name,
      from: day('2026-11-05'),
      to: day('2026-11-05'),
    }));
    expect(why({ people: guards(2), posts: [post('早门', '06:30', '08:00')], absences })).toEqual([
      '11月5日早门：请假2',
    ]);
  });

  test('two lacking on one post and day are one line', () => {
    const [gap] = assignDuties(
      request({ people: [], posts: [post('晚查', '21:00', '23:00', 2)] }),
    ).unfilled;
    expect(gap).toMatchObject({ day: '2026-11-01', post: '晚查', lacking: 2 });
  });
});
