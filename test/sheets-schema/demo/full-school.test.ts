import { beforeAll, describe, expect, test } from 'vitest';
import { findAll } from '#functions/check/find.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import type { DemoEntry } from '#schema/demo/entry.ts';
import { type FullSchool, makeFullSchool } from '#schema/demo/full/make-full-school.ts';
import { told } from '#schema/demo/full/told.ts';
import type { Period } from '#schema/figure.ts';
import type { Finding } from '#schema/finding.ts';
import { registers } from '#schema/registers/index.ts';
import type { Row } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plusDays } from '#schema/time.ts';
import { localDate, localDateTime, sequence } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

const today = localDate.parse('2026-11-24');
const now = localDateTime.parse('2026-11-24T09:00:00');
const options = { seed: 20260901, today, now, registers };

let school: FullSchool;
let world: World;
let all: Period;

beforeAll(() => {
  school = makeFullSchool(options);
  all = { from: school.from, to: today };
  world = worldOf({
    registers,
    rows: new Map(registers.map(({ key }) => [key, school.entries(key).map(rowOf)])),
    now,
    publicHolidays: chineseHolidays,
  });
});

function rowOf({ id, values }: DemoEntry, index: number): Row {
  const order = `${index.toString(36).padStart(9, '0')}-demo-0000`;
  return { id, sequence: sequence.parse(order), values, unreadable: [] };
}

/** A figure of a register as the report would print it. */
function figure(register: string, name: string, period: Period = all): number | undefined {
  const found = world.register(register)?.figures[name];
  return found?.measure(world.rows(register), period, world).value;
}

function sum(register: string, column: string, where: (values: Row['values']) => boolean): number {
  return world
    .rows(register)
    .filter(({ values }) => where(values))
    .reduce((total, { values }) => total + Number(values[column] ?? 1), 0);
}

describe('the figures that the reports name', () => {
  test('R3: 4,200 and more repairs, few of the first year mended in it', () => {
    expect(figure('repairs', 'received')).toBe(told.repairs);
    const firstYear = { from: school.from, to: plusDays(school.from, 364) };
    const reported = world
      .rows('repairs')
      .filter(({ values }) => String(values.reported).slice(0, 10) <= firstYear.to);
    const mended = reported.filter(({ values }) => {
      const hours = (Date.parse(`${values.done}Z`) - Date.parse(`${values.reported}Z`)) / 3_600_000;
      return hours <= 72;
    });
    expect(reported.length).toBeGreaterThan(3000);
    expect(mended.length / reported.length).toBeLessThan(0.5);
  });

  test('R3: 98 of 100 facilities in working order', () => {
    const [looked, working] = ['looked', 'working'].map((column) =>
      sum('facilitySamples', column, () => true),
    );
    expect((Number(working) / Number(looked)) * 100).toBeGreaterThanOrEqual(told.facilities);
  });

  test('R3: bulbs, taps and flush valves replaced in four buildings, out of the store', () => {
    const { bulbs, taps, flushValves } = told.project;
    const wanted = [
      ['四栋换灯泡', 'LED灯泡 E27 9W', bulbs],
      ['四栋换水龙头', '水龙头 不锈钢 4分', taps],
      ['四栋换冲水阀', '脚踏冲水阀 1寸', flushValves],
    ] as const;
    for (const [project, item, pieces] of wanted) {
      expect(sum('projectProgress', 'done', (row) => row.project === project)).toBe(pieces);
      const buildings = world
        .rows('projectProgress')
        .filter(({ values }) => values.project === project)
        .map(({ values }) => values.building);
      expect(new Set(buildings).size).toBe(4);
      const issued = (row: Row['values']) =>
        row.direction === 'out' && row.item === item && String(row.purpose).startsWith(project);
      expect(sum('movements', 'quantity', issued)).toBe(pieces);
    }
    expect(bulbs).toBeGreaterThan(2000);
    expect(taps).toBeGreaterThan(300);
    expect(flushValves).toBeGreaterThan(24);
  });

  test('R3: more than 50,000 person-times of visitors', () => {
    expect(figure('visitors', 'people')).toBeGreaterThanOrEqual(50_000);
  });

  test('R1: 1,266 signs hung, 80,000 magazines in three issues, 3,000 calendars in a year', () => {
    const year = { from: localDate.parse('2025-09-01'), to: localDate.parse('2026-08-31') };
    const inYear = (day: unknown) => String(day) >= year.from && String(day) <= year.to;
    const printed = (kind: string) => (row: Row['values']) =>
      row.kind === kind && inYear(row.printed);
    const ownSigns = sum('publicityPlacements', 'copies', (row) => row.run === '科室和安全标识牌');
    expect(ownSigns).toBe(told.publicity.signs);
    expect(figure('publicityPlacements', 'hung', year)).toBeGreaterThanOrEqual(ownSigns);
    expect(sum('publicityRuns', 'copies', printed('magazine'))).toBe(80_000);
    expect(
      world.rows('publicityRuns').filter(({ values }) => printed('magazine')(values)),
    ).toHaveLength(3);
    expect(sum('publicityRuns', 'copies', printed('calendar'))).toBe(3000);
  });

  test('R3: six trainings of the guards, two fire lessons, a month and more of drill', () => {
    const held = (kind: string) =>
      world
        .rows('trainings')
        .filter(({ values }) => values.kind === kind && values.state === 'held');
    expect(held('guard')).toHaveLength(6);
    expect(held('fire')).toHaveLength(2);
    expect(held('trade').map(({ values }) => values.topic)).toEqual([
      expect.stringContaining(`共${told.trainings.drillDays}天`),
    ]);
  });

  test('R3: six forums with the students', () => {
    expect(
      world
        .rows('surveys')
        .filter(({ values }) => values.kind === 'forum' && values.whom === 'students'),
    ).toHaveLength(told.studentForums);
  });

  test('R3: two phones, nine wallets, ¥1,000 and more, 200 and more campus cards', () => {
    const found = (kind: string) =>
      world.rows('lostAndFound').filter(({ values }) => values.kind === kind).length;
    expect(found('phone')).toBe(2);
    expect(found('wallet')).toBe(9);
    expect(found('card')).toBeGreaterThan(200);
    expect(figure('lostAndFound', 'cash')).toBeGreaterThanOrEqual(told.found.cash);
  });

  test('R3: eight trips to hospital, ten and more windows climbed', () => {
    expect(figure('favours', 'hospital')).toBe(told.favours.hospitalTrips);
    expect(sum('favours', 'times', (row) => row.kind === 'window')).toBeGreaterThan(10);
  });
});

describe('the eighteen months', () => {
  test('are some 100,000 rows over all registers, each with an id of its own', () => {
    const ids = registers.flatMap(({ key }) => world.rows(key).map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(85_000);
    expect(ids.length).toBeLessThan(115_000);
    expect(new Set(ids).size).toBe(ids.length);
    expect(school.from < plusDays(today, -540)).toBe(true);
  });

  test('are the same whenever they are made', () => {
    const again = makeFullSchool(options);
    for (const key of ['repairs', 'movements', 'visitors'])
      expect(again.entries(key).slice(-500)).toEqual(school.entries(key).slice(-500));
  });

  test('have little to mend beyond what the two months have: the years before are in 试运行', () => {
    const findings = findAll(registers, world);
    const byRule = Map.groupBy(
      findings,
      (finding: Finding) => `${finding.register}.${finding.rule}`,
    );
    expect(findings.length).toBeLessThan(320);
    for (const [rule, some] of byRule) expect(some.length, rule).toBeLessThan(40);
  });

  test('hang together: no row names somebody, something or a row that is not there', () => {
    const astray = findAll(registers, world).filter(({ rule }) =>
      ['unlisted', 'unreadable', 'required'].includes(rule),
    );
    expect(
      astray.map(({ register, rule, message }) => [register, rule, message.zh]).length,
    ).toBeLessThan(12);
  });
});
