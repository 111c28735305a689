import { describe, expect, test } from 'vitest';
import { drivers } from '#schema/registers/vehicles/drivers.ts';
import { measured, planned, says } from '../../said.ts';

const driver = (person: string, more = {}) => ({
  person,
  licence: 'C1',
  licenceUntil: '2030-01-01',
  ...more,
});
const people = [
  { name: '任永强', team: '司机' },
  { name: '王大勇', team: '维修班' },
];
const pledge = (person: string, more = {}) => ({
  term: '2026—2027学年度第一学期',
  kind: 'driver',
  person,
  signed: '2026-09-08',
  ...more,
});

describe('驾驶员', () => {
  test('listed once', () => {
    expect(says(drivers, 'unique-person', [driver('任永强'), driver('任永强')])).toHaveLength(1);
  });

  test('a licence can be renewed from ninety days ahead, and must be before its last day is over', () => {
    const until = (licenceUntil: string, more = {}) =>
      says(drivers, 'expiry-licenceUntil', [driver('任永强', { licenceUntil, ...more })]);
    expect(until('2027-02-23')).toEqual([]);
    expect(until('2027-02-22')).toEqual([[0, '驾驶证2月22日到期，还有90天，请换证']]);
    expect(until('2026-11-23')).toEqual([[0, '驾驶证11月23日已到期，换证前不要出车']]);
    expect(until('2026-11-23', { stopped: true })).toEqual([]);
  });

  describe('a stand-in without a driving pledge', () => {
    const unpledged = (pledges: readonly object[], now?: string) =>
      says(drivers, 'unpledged', [driver('任永强'), driver('王大勇')], {
        others: { people, pledges: pledges.map((one) => ({ ...one })) },
        ...(now === undefined ? {} : { now }),
      });

    test('is found; of the drivers’ own team 安全责任书 speaks', () => {
      expect(unpledged([])).toEqual([[1, '没签本学期行车安全责任书，请补签']]);
    });

    test('signed this term is well; another kind or the term before is not', () => {
      expect(unpledged([pledge('王大勇')])).toEqual([]);
      expect(unpledged([pledge('王大勇', { kind: 'post' })])).toHaveLength(1);
      expect(unpledged([pledge('王大勇', { term: '2025—2026学年度第二学期' })])).toHaveLength(1);
    });

    test('is given the first fortnight of term', () => {
      expect(unpledged([], '2026-09-15T20:00:00')).toEqual([]);
      expect(unpledged([], '2026-09-16T08:00:00')).toHaveLength(1);
    });
  });

  test('drivers, and of those pledged', () => {
    const rows = [driver('任永强'), driver('王大勇'), driver('姚建平', { stopped: true })];
    const others = { people, pledges: [pledge('任永强')] };
    expect(measured(drivers, 'drivers', rows, { others })).toBe(2);
    expect(measured(drivers, 'pledged', rows, { others })).toEqual([1, 2]);
  });

  test('a licence that ends by the end of the month is in the plan', () => {
    const rows = [
      driver('任永强', { licenceUntil: '2026-12-31' }),
      driver('王大勇', { licenceUntil: '2027-01-01' }),
      driver('姚建平', { licenceUntil: '2026-11-30' }),
    ];
    expect(planned(drivers, rows)).toEqual([
      ['换驾驶证：任永强', '任永强', '2026-12-31'],
      ['换驾驶证：姚建平', '姚建平', '2026-12-01'],
    ]);
  });
});
