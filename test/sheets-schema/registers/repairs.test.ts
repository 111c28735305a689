import { describe, expect, test } from 'vitest';
import { isStuck, keptPromise } from '#schema/calculations/repair-promise.ts';
import type { Columns } from '#schema/columns.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import type { Values } from '#schema/row.ts';
import { daysOfMonth } from '#schema/time.ts';
import { autumn, day } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { told } from '../rules/told.ts';
import { worldAround } from '../said.ts';

const repair = (values: Values<Columns>) => ({
  place: '教学楼 A201',
  fault: '灯不亮',
  scale: 'minor',
  reported: '2026-11-02T08:00:00',
  state: 'working',
  ...values,
});
const done = (hours: number, values: Values<Columns> = {}) =>
  repair({
    state: 'done',
    done: new Date(Date.UTC(2026, 10, 2, 8 + hours)).toISOString().slice(0, 19),
    ...values,
  });

describe('报修', () => {
  test('reported again after it was done: somebody goes and looks', () => {
    const rows = rowsOf(
      done(2, { reopened: '2026-11-03T08:00:00' }),
      done(2, { reopened: '2026-11-02T09:00:00' }),
      repair({ reopened: '2026-11-03T08:00:00' }),
    );
    expect(
      findingsOf(ruleOf(repairs, 'reopened'), repairs, rows).map(({ place, says }) => [
        place,
        says,
      ]),
    ).toEqual([[0, '报修人说没修好，请再去看']]);
  });

  test('whoever waits says for what', () => {
    const waiting = repair({ state: 'waiting' });
    const rows = rowsOf(waiting, { ...waiting, waitingFor: '待配件' }, repair({}));
    expect(
      findingsOf(ruleOf(repairs, 'needed-waiting'), repairs, rows).map(({ place, says }) => [
        place,
        says,
      ]),
    ).toEqual([[0, '在等待，请补填等待原因']]);
  });

  test('tickets done of those received, and promises kept by scale', () => {
    const rows = rowsOf(
      done(5),
      done(25),
      repair({}),
      done(70, { scale: 'major' }),
      done(73, { scale: 'major', reopened: '2026-11-09T08:00:00' }),
      repair({ reported: '2026-10-31T08:00:00' }),
    );
    const period = { from: day('2026-11-01'), to: day('2026-11-30') };
    const share = (figure: string) => {
      const { part, whole } =
        repairs.figures[figure]?.measure(rows, period, worldWith({ repairs: rows })) ?? {};
      return [part, whole];
    };
    expect({
      completion: share('completion'),
      onTime: share('onTime'),
      minor: share('minorOnTime'),
      major: share('majorOnTime'),
      again: share('again'),
    }).toEqual({
      completion: [4, 5],
      onTime: [2, 4],
      minor: [1, 3],
      major: [1, 2],
      again: [1, 4],
    });
  });

  test('by building, the most first', () => {
    const rows = rowsOf(done(1, { place: '食堂 后厨' }), done(1), repair({ place: '教学楼' }));
    expect(
      repairs.breakdowns?.byBuilding?.split(
        rows,
        { from: day('2026-11-01'), to: day('2026-11-30') },
        worldWith({}),
      ),
    ).toEqual([
      { name: '教学楼', value: 2 },
      { name: '食堂', value: 1 },
    ]);
  });

  test('the plan carries over what is past its promise, whatever it waits for', () => {
    const rows = rowsOf(
      repair({ state: 'waiting', waitingFor: '待配件', worker: '王大勇' }),
      repair({ reported: '2026-11-24T08:00:00' }),
      done(99),
    );
    const month = { month: '2026-12', ...daysOfMonth('2026-12') };
    expect(
      repairs.plan?.tasks?.(rows, month, worldWith({ repairs: rows, calendar: autumn })),
    ).toMatchObject([
      { what: '修好教学楼 A201：灯不亮', owner: '王大勇', due: '2026-12-01', note: '待配件' },
    ]);
  });
});

test('a repair of somebody who left is given to another; a done one is not', () => {
  const people = rowsOf({ name: '钱守义', joined: '2020-01-01', left: '2026-10-30' });
  const rows = rowsOf(repair({ worker: '钱守义' }), done(2, { worker: '钱守义' }));
  expect(
    findingsOf(
      ruleOf(repairs, 'handed-over-worker'),
      repairs,
      rows,
      worldWith({ repairs: rows, people }),
    ).map(({ place, says }) => [place, says]),
  ).toEqual([[0, '钱守义已离岗，请交给别人']]);
});

describe('reported again after it was done', () => {
  const says = (values: Values<Columns>) => told(repairs, 'reopened', [done(2, values)]);

  test('after the minute in which it was done, or when nobody knows when that was', () => {
    const again = [[0, 'reopened', 'must', '报修人说没修好，请再去看']];
    expect(says({ reopened: '2026-11-02T10:00:01' })).toEqual(again);
    expect(says({ reopened: '2026-11-02T10:00:00' })).toEqual([]);
    expect(says({ reopened: '2026-11-02T09:00:00', done: undefined })).toEqual(again);
    expect(says({})).toEqual([]);
    expect(says({ done: undefined })).toEqual([]);
  });
});

describe('the promise of a repair', () => {
  const says = (values: Values<Columns>) =>
    told(repairs, 'deadline-reported-done', [repair(values)]);

  test('a minor one a day, a major one three, both to the minute', () => {
    expect(says({ reported: '2026-11-23T09:00:00' })).toEqual([]);
    expect(says({ reported: '2026-11-23T08:59:00' })).toEqual([
      [0, 'done', 'must', '已超“小修不过夜”，请修好或写等待原因'],
    ]);
    expect(says({ scale: 'major', reported: '2026-11-21T09:00:00' })).toEqual([]);
    expect(says({ scale: 'major', reported: '2026-11-21T08:59:00' })).toEqual([
      [0, 'done', 'must', '已超“大修不过三天”，请修好或写等待原因'],
    ]);
  });

  test('a fortnight for one that waits and says for what; none for one that was handed up', () => {
    const waits = { state: 'waiting', waitingFor: '待配件' };
    expect(says({ ...waits, reported: '2026-11-10T09:00:00' })).toEqual([]);
    expect(says({ ...waits, reported: '2026-11-10T08:59:00' })).toEqual([
      [0, 'done', 'must', '已超“等待不超14天”，请修好或写等待原因'],
    ]);
    const silent = { ...waits, waitingFor: undefined, reported: '2026-11-20T09:00:00' };
    expect(says(silent)).toHaveLength(1);
    expect(says({ waitingFor: '待配件', reported: '2026-11-20T09:00:00' })).toHaveLength(1);
    expect(says({ state: 'handedUp' })).toEqual([]);
  });

  test('three days while nobody has said whether it is minor', () => {
    expect(says({ scale: undefined, reported: '2026-11-21T09:00:00' })).toEqual([]);
    expect(says({ scale: undefined, reported: '2026-11-21T08:59:00' })).toHaveLength(1);
  });

  test('kept is to the minute', () => {
    const world = worldWith({});
    const kept = (hours: number, values: Values<Columns> = {}) =>
      rowsOf(done(hours, values)).map((row) => keptPromise(row, world))[0];
    expect([kept(24), kept(25)]).toEqual([true, false]);
    expect([kept(72, { scale: 'major' }), kept(73, { scale: 'major' })]).toEqual([true, false]);
    expect([kept(1, { reported: undefined }), kept(1, { done: undefined })]).toEqual([
      false,
      false,
    ]);
  });

  test('stuck is what is past it and not done, whatever it waits for', () => {
    const world = worldWith({});
    const stuck = (values: Values<Columns>) =>
      rowsOf(repair(values)).map((row) => isStuck(row, world))[0];
    expect(stuck({ reported: '2026-11-23T09:00:00' })).toBe(false);
    expect(stuck({ reported: '2026-11-23T08:59:00' })).toBe(true);
    expect(stuck({ state: 'waiting', waitingFor: '待配件' })).toBe(true);
    expect(stuck({ state: 'done' })).toBe(false);
    expect(stuck({ reported: undefined })).toBe(false);
  });

  test('done too late stays so', () => {
    expect(says({ state: 'done', done: '2026-11-03T08:00:00' })).toEqual([]);
    expect(says({ state: 'done', done: '2026-11-03T08:01:00' })).toEqual([
      [0, 'done', 'look', '修好时已超“小修不过夜”，请核对时间'],
    ]);
  });
});

test('while a warranty runs out, only one that waits is chased', () => {
  const rows = ['waiting', 'working'].map((state) =>
    repair({ state, warrantyUntil: '2026-11-26' }),
  );
  const rule = repairs.rules.find(({ key }) => key.startsWith('warranty'));
  expect(told(repairs, rule?.key ?? '', rows).map(([place]) => place)).toEqual([0]);
});

test('two repairs of which nothing is said are not the same fault', () => {
  const blank = { place: undefined, fault: undefined };
  const rows = [done(2, blank), repair({ ...blank, reported: '2026-11-05T08:00:00' })];
  expect(told(repairs, 'recurrence-reported-done', rows)).toEqual([]);
  const elsewhere = [done(2), repair({ place: '食堂', reported: '2026-11-05T08:00:00' })];
  expect(told(repairs, 'recurrence-reported-done', elsewhere)).toEqual([]);
});

describe('repairs in the plan of December', () => {
  const tasks = (values: Values<Columns>, now = '2026-12-24T09:00:00') => {
    const rows = rowsOf(repair(values));
    const month = { month: '2026-12', ...daysOfMonth('2026-12') };
    return repairs.plan?.tasks?.(rows, month, worldAround(repairs, rows, { now })) ?? [];
  };

  test('each with whose it is, how it is finished and why it is there', () => {
    expect(tasks({})).toMatchObject([
      {
        group: 'repairs',
        what: '修好教学楼 A201：灯不亮',
        standard: '修好并答复报修人',
        owner: '维修班长',
        due: '2026-12-01',
        note: '已超承诺时限',
        carriedOver: true,
      },
    ]);
  });

  test('those reported before its first day', () => {
    expect(tasks({ reported: '2026-11-30T23:59:00' })).toHaveLength(1);
    expect(tasks({ reported: '2026-12-01T00:00:00' })).toEqual([]);
  });
});

test('the sheet for several places at once begins empty', () => {
  const [rooms] = repairs.batches ?? [];
  expect(rooms?.rows(worldAround(repairs, []), {})).toEqual([]);
});
