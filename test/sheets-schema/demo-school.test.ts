import { describe, expect, test } from 'vitest';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRows } from '#schema/demo/rows.ts';
import { defineRegister, type Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import { people } from '#schema/registers/people/people.ts';
import { roster } from '#schema/registers/people/roster.ts';
import { places } from '#schema/registers/school/places.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { localDate } from '#schema/values.ts';
import { findingsOf, worldWith } from './made.ts';

const today = localDate.parse('2026-11-24');
const school = (seed: number, of: readonly Register[] = registers) =>
  makeDemoSchool({ seed, today, registers: of });

const coins = defineRegister({
  key: 'coins',
  title: { zh: '硬币', en: 'Coins' },
  purpose: { zh: '抛硬币', en: 'Tosses' },
  workbook: 'people',
  columns: {},
  rules: [],
  figures: {},
  demo: (world) => {
    const chance = world.chance('coins');
    return Array.from({ length: chance.between(1, 9) }, () => ({ head: chance.percent(50) }));
  },
});

describe('the same seed gives the same school', () => {
  test('row for row, in whatever order the registers are asked', () => {
    const keys = ['people', 'places', 'roster', 'dutySigns', 'planTasks', 'calendar'];
    const [a, b] = [school(7), school(7)];
    const forwards = keys.map((key) => a.rows(key));
    const backwards = keys.toReversed().map((key) => b.rows(key));
    expect(backwards.toReversed()).toEqual(forwards);
  });

  test('another seed gives other telephone numbers, but the same names', () => {
    const of = (seed: number) => school(seed).rows('people');
    expect(of(1).map(({ phone }) => phone)).not.toEqual(of(2).map(({ phone }) => phone));
    expect(of(1).map(({ name }) => name)).toEqual(of(2).map(({ name }) => name));
  });

  test('adding a register changes no other', () => {
    const [without, withCoins] = [school(7), school(7, [coins, ...registers])];
    expect(withCoins.rows('coins').length).toBeGreaterThan(0);
    for (const key of ['people', 'roster', 'dutySigns', 'planTasks'])
      expect(withCoins.rows(key)).toEqual(without.rows(key));
  });

  test('a register that needs itself is refused, one that the demo lacks is empty', () => {
    const circular: Register = { ...coins, demo: (world) => world.rows('coins') };
    expect(() => school(1, [circular]).rows('coins')).toThrow('coins need themselves');
    expect(school(1, []).rows('coins')).toEqual([]);
  });

  test('chance stays in its bounds', () => {
    const chance = school(1).chance('coins');
    const drawn = Array.from({ length: 500 }, () => chance.between(3, 5));
    expect(new Set(drawn)).toEqual(new Set([3, 4, 5]));
    expect(() => chance.pick([])).toThrow('nothing to pick from');
  });
});

describe('青山中学', () => {
  test('two months of rows up to today', () => {
    const { from, days } = school(1);
    expect(from).toBe('2026-09-24');
    expect(days()).toHaveLength(62);
    const march = makeDemoSchool({ seed: 1, today: localDate.parse('2026-04-30'), registers: [] });
    expect(march.from).toBe('2026-02-28');
  });

  test('school days leave out National Day and take in its make-up workday', () => {
    const { isSchoolDay } = school(1);
    expect(isSchoolDay(localDate.parse('2026-10-02'))).toBe(false);
    expect(isSchoolDay(localDate.parse('2026-10-10'))).toBe(true);
    expect(isSchoolDay(today)).toBe(true);
  });

  test('its director can be written to, its numbers and addresses are nobody’s', () => {
    const staff = school(1).rows('people');
    expect(staff.find(({ name }) => name === '陈志远')?.mail).toBe('director@example.edu.cn');
    for (const { phone, mail } of staff) {
      expect(phone).toMatch(/^138000\d{5}$/);
      if (mail !== undefined) expect(mail).toMatch(/@example\.edu\.cn$/);
    }
  });

  test('the place that the repair form’s example names is there', () => {
    expect(
      school(1)
        .rows('places')
        .map(({ name }) => name),
    ).toContain(repairs.form?.example.place);
  });

  test('every custodian and every person of a team is on the lists', () => {
    const world = school(1);
    const names = new Set(world.rows('people').map(({ name }) => name));
    const teams = new Set(world.rows('teams').map(({ name }) => name));
    for (const { custodian } of world.rows('places')) expect(names).toContain(custodian);
    for (const { team } of world.rows('people')) expect(teams).toContain(team);
    expect([people.label, places.label]).toEqual(['name', 'name']);
  });

  test('the roster runs from the first day to the end of the month, National Day led by a leader', () => {
    const duties = school(1).rows('roster');
    expect(duties.at(0)?.day).toBe('2026-09-24');
    expect(duties.at(-1)?.day).toBe('2026-11-30');
    const leaders = new Set(
      school(1)
        .rows('people')
        .filter(({ team }) => team === '校领导')
        .map(({ name }) => name),
    );
    for (const day of ['2026-10-01', '2026-10-05'])
      expect(duties.some((duty) => duty.day === day && leaders.has(String(duty.person)))).toBe(
        true,
      );
  });

  test.each([1, 2, 3])('seed %i: a few findings in the roster, most duties signed', (seed) => {
    const world = school(seed);
    const keys = ['roster', 'dutySigns', 'posts', 'people', 'leave', 'calendar'];
    const rows = Object.fromEntries(keys.map((key) => [key, demoRows(world, key)]));
    const found = roster.rules.flatMap((rule) =>
      findingsOf(rule, roster, demoRows(world, 'roster'), worldWith(rows)),
    );
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(found.length).toBeLessThanOrEqual(15);
  });
});
