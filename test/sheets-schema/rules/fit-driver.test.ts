import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { trips } from '#schema/registers/vehicles/trips.ts';
import { autumn } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const rule = ruleOf(trips, 'fit-driver');
const pledge = {
  term: '2026—2027学年度第一学期',
  kind: 'driver',
  person: '任永强',
  signed: '2026-09-20',
};
const vehicles = [{ plate: '浙AQ1021', licence: 'B1' }, { plate: '浙AQ1022' }];
const says = ({
  trip = {},
  driver = {},
  pledges = [pledge],
}: {
  readonly trip?: object;
  readonly driver?: object;
  readonly pledges?: readonly (typeof pledge)[];
}) =>
  told(
    trips,
    'fit-driver',
    [{ vehicle: '浙AQ1021', driver: '任永强', out: '2026-11-23T08:00:00', ...trip }],
    {
      others: {
        vehicles,
        pledges,
        drivers: [{ person: '任永强', licence: 'A1', licenceUntil: '2027-01-01', ...driver }],
      },
    },
  );

describe('whoever drives holds a licence', () => {
  test('on the day of the trip', () => {
    expect(says({})).toEqual([]);
    expect(says({ driver: { licenceUntil: '2026-11-22' } })).toEqual([
      [0, 'driver', 'must', '任永强驾驶证11月22日到期，请换人'],
    ]);
    expect(says({ driver: { licenceUntil: '2026-11-23' } })).toEqual([]);
    expect(says({ driver: { licenceUntil: undefined } })).toEqual([]);
  });

  test('of the class that the vehicle asks for, or of one that covers it', () => {
    const licence = (held: string | undefined, vehicle = '浙AQ1021') =>
      says({ driver: { licence: held }, trip: { vehicle } });
    expect(licence('C1')).toEqual([[0, 'driver', 'must', '这辆车要B1驾驶证，任永强没有，请换人']]);
    expect(['B1', 'A1', 'A2', undefined].flatMap((held) => licence(held))).toEqual([]);
    expect(licence('C1', '浙AQ1022')).toEqual([]);
    expect(licence('C1', '没有的车')).toEqual([]);
  });

  test('of several faults the one that ends first is told', () => {
    expect(says({ driver: { licenceUntil: '2026-01-01', licence: 'C1' }, pledges: [] })).toEqual([
      [0, 'driver', 'must', '任永强驾驶证1月1日到期，请换人'],
    ]);
  });
});

describe('whoever drives has signed the driving pledge of the term', () => {
  const unpledged = [[0, 'driver', 'must', '任永强没签行车安全责任书，请补签再派']];

  test('by the day of the trip', () => {
    expect(says({ pledges: [] })).toEqual(unpledged);
    expect(says({ trip: { out: '2026-09-20T07:00:00' } })).toEqual([]);
    expect(says({ trip: { out: '2026-09-19T07:00:00' } })).toEqual(unpledged);
  });

  test('is not asked in the first fortnight of term; in the holidays that of the term before holds', () => {
    const on = (day: string) =>
      says({
        trip: { out: `${day}T08:00:00` },
        driver: { licenceUntil: undefined },
        pledges: [],
      }).length;
    expect([on('2026-09-15'), on('2026-09-16')]).toEqual([0, 1]);
    expect([on('2026-08-31'), on('2027-02-21'), on('2027-02-22')]).toEqual([0, 1, 0]);
  });

  test('nothing is asked while pledges are switched off', () => {
    const of = registers.filter(({ key }) => key !== 'pledges');
    const world = worldWith({ calendar: autumn, drivers: rowsOf({ person: '任永强' }) }, { of });
    const rows = rowsOf({ driver: '任永强', out: '2026-11-23T08:00:00' });
    expect(findingsOf(rule, trips, rows, world)).toEqual([]);
  });
});

test('a driver who is not listed, or a trip that has not left, is left to other rules', () => {
  expect(says({ trip: { driver: '别人' }, pledges: [] })).toEqual([]);
  expect(says({ trip: { driver: undefined }, pledges: [] })).toEqual([]);
  expect(says({ trip: { out: undefined }, pledges: [] })).toEqual([]);
  expect(says({ trip: { driver: ' 任永强' }, pledges: [] })).toHaveLength(1);
});

const anyTrip = fc.record({
  vehicle: fc.constantFrom('浙AQ1021', '浙AQ1022', undefined),
  driver: fc.constantFrom('任永强', '王大勇', '别人'),
  out: fc.constantFrom('2026-09-10T08:00:00', '2026-11-23T08:00:00', undefined),
});

testLaws({
  rule,
  register: trips,
  rows: fc.array(anyTrip, { maxLength: 3 }),
  unrelated: anyTrip,
  world: worldWith({
    calendar: autumn,
    vehicles: rowsOf(...vehicles),
    drivers: rowsOf({ person: '任永强', licence: 'C1' }, { person: '王大勇', licence: 'A1' }),
    pledges: rowsOf(pledge),
  }),
});
