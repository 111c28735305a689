import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import type { Values } from '#schema/row.ts';
import { daysOfMonth } from '#schema/time.ts';
import { autumn, day } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';

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
