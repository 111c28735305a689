import { beforeAll, describe, expect, test } from 'vitest';
import { chineseHolidays } from '#platform/holidays.ts';
import { makeFullSchool } from '#schema/demo/full/make-full-school.ts';
import { told } from '#schema/demo/full/told.ts';
import { demoRows } from '#schema/demo/rows.ts';
import type { DemoSchool } from '#schema/demo/school.ts';
import type { Period } from '#schema/figure.ts';
import { findAll } from '#schema/find-all.ts';
import type { Finding } from '#schema/finding.ts';
import { registers } from '#schema/registers/index.ts';
import type { Row } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { frameRules } from '#schema/rules/frame.ts';
import { plusDays } from '#schema/time.ts';
import { type LocalDate, localDate, localDateTime } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

const today = localDate.parse('2026-11-24');
const now = localDateTime.parse('2026-11-24T09:00:00');
const options = { seed: 20260901, today, now, registers };

let school: DemoSchool;
let world: World;
let all: Period;
let firstYear: Period;
/** What the rules find in all rows, those of registers in 试运行 too. */
let loud: readonly Finding[];

beforeAll(() => {
  school = makeFullSchool(options);
  all = { from: school.from, to: today };
  firstYear = { from: school.from, to: plusDays(school.from, 364) };
  world = worldOf({
    registers,
    rows: new Map(registers.map(({ key }) => [key, demoRows(school, key)])),
    now,
    publicHolidays: chineseHolidays,
  });
  loud = registers.flatMap((register) =>
    [...frameRules(register), ...register.rules].flatMap((rule) =>
      rule.check(register, world.rows(register.key), world),
    ),
  );
});

/** A figure of a register as the report would print it. */
function figure(register: string, name: string, period: Period = all): number | undefined {
  const found = world.register(register)?.figures[name];
  return found?.measure(world.rows(register), period, world).value;
}

/** From the report to the mending. */
function hoursOf({ done, reported }: Row['values']): number {
  return (Date.parse(`${done}Z`) - Date.parse(`${reported}Z`)) / 3_600_000;
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
    const reported = world
      .rows('repairs')
      .filter(({ values }) => String(values.reported).slice(0, 10) <= firstYear.to);
    const mended = reported.filter(({ values }) => hoursOf(values) <= 72);
    expect(reported.length).toBeGreaterThan(3000);
    expect(mended.length / reported.length).toBeLessThan(0.4);
    const since = world
      .rows('repairs')
      .filter(({ values }) => String(values.reported) > firstYear.to && values.done !== undefined);
    expect(
      since.filter(({ values }) => hoursOf(values) <= 72).length / since.length,
    ).toBeGreaterThan(0.95);
  });

  test('R3: the repair team three times what it was, more than ten guards let go', () => {
    const atWork = (team: string, day: LocalDate) =>
      world
        .rows('people')
        .filter(({ values }) => values.team === team)
        .filter(
          ({ values: { joined, left } }) => String(joined) <= day && String(left ?? day) >= day,
        );
    const [before, after] = [firstYear.to, today].map((day) =>
      atWork('维修班', day).map(({ values }) => values.name),
    );
    const newcomers = after?.filter((name) => !before?.includes(name)) ?? [];
    const stayed = after?.filter((name) => before?.includes(name)) ?? [];
    expect(newcomers).toHaveLength(2 * stayed.length);
    const gone = world
      .rows('people')
      .filter(({ values }) => values.team === '保安' && values.left === firstYear.to);
    expect(gone).toHaveLength(told.team.guardsGone);
    expect(told.team.guardsGone).toBeGreaterThan(10);
  });

  test('R3: 98 of 100 facilities in working order', () => {
    expect(figure('facilitySamples', 'working')).toBeGreaterThanOrEqual(told.facilities);
    expect(figure('facilitySamples', 'looked')).toBeGreaterThan(5000);
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
    expect(figure('visitors', 'people')).toBe(told.visitors);
    expect(told.visitors).toBeGreaterThan(50_000);
  });

  test('R1: 1,266 signs hung, 80,000 magazines in three issues, 3,000 calendars in a year', () => {
    expect(figure('publicityPlacements', 'hung', firstYear)).toBe(told.publicity.signs);
    const printed = (kind: string) => (row: Row['values']) =>
      row.kind === kind && String(row.printed) <= firstYear.to;
    expect(sum('publicityRuns', 'copies', printed('magazine'))).toBe(80_000);
    expect(
      world.rows('publicityRuns').filter(({ values }) => printed('magazine')(values)),
    ).toHaveLength(3);
    expect(sum('publicityRuns', 'copies', printed('calendar'))).toBe(3000);
    expect(told.publicity.signs).toBe(1266);
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
    expect(figure('lostAndFound', 'cash')).toBeGreaterThanOrEqual(1000);
    const clothes = world.rows('lostAndFound').filter(({ values }) => values.kind === 'clothes');
    expect(clothes.length).toBeGreaterThan(40);
  });

  test('R3: eight trips to hospital, ten and more windows climbed', () => {
    expect(figure('favours', 'hospital')).toBe(8);
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
    // The last first: in whatever order registers are asked.
    for (const { key } of registers.toReversed())
      expect(JSON.stringify(again.rows(key)) === JSON.stringify(school.rows(key)), key).toBe(true);
  });

  test('lie on the days on which they happened: no meal and no lesson in a vacation', () => {
    for (const [key, day] of [
      ['menu', 'day'],
      ['diners', 'day'],
      ['functionRooms', 'day'],
    ] as const)
      expect(
        world.rows(key).filter(({ values }) => !school.isSchoolDay(localDate.parse(values[day]))),
        key,
      ).toEqual([]);
  });

  test('bring about as much in the last term as in the one before: nothing runs dry', () => {
    const [before, now] = [-13, -7].map((weeks) => ({
      from: plusDays(today, 7 * weeks),
      to: plusDays(today, 7 * (weeks + 6)),
    }));
    if (!before || !now) throw new Error('two stretches of six weeks');
    for (const [register, name] of [
      ['repairs', 'received'],
      ['visitors', 'visits'],
      ['inspections', 'entries'],
      ['lostAndFound', 'found'],
    ] as const) {
      const rate = (period: Period) => Number(figure(register, name, period));
      expect(rate(now) / rate(before), register).toBeGreaterThan(0.6);
      expect(rate(now) / rate(before), register).toBeLessThan(1.7);
    }
    const lastTerm = { from: localDate.parse('2026-09-01'), to: today };
    expect(figure('repairs', 'received', lastTerm)).toBeGreaterThan(100);
  });

  test('have little to mend, with nothing kept quiet but the repairs that waited in the first year', () => {
    const ofBacklog = ({ register, rule }: Finding) =>
      register === 'repairs' && /^(?:deadline|recurrence)/.test(rule);
    const rest = loud.filter((finding) => !ofBacklog(finding));
    const byRule = Map.groupBy(rest, ({ register, rule }) => `${register}.${rule}`);
    expect(rest.length).toBeLessThan(500);
    for (const [rule, some] of byRule) expect(some.length, rule).toBeLessThan(80);
  });

  test('have the repairs of the first year in 试运行, and no other register', () => {
    const late = loud.filter(({ rule }) => rule === 'deadline-reported-done');
    expect(late.length).toBeGreaterThan(2500);
    const said = findAll(
      registers.filter(({ key }) => key === 'repairs'),
      world,
    );
    expect(said.filter(({ rule }) => rule === 'deadline-reported-done').length).toBeLessThan(20);
    const onTrial = world
      .rows('settings')
      .filter(
        ({ values: { key, value } }) => /quietUntil$/.test(String(key)) && value !== undefined,
      );
    expect(onTrial.map(({ values }) => values.key)).toEqual(['repairs.quietUntil']);
  });

  test('hang together: no row names somebody, something or a row that is not there', () => {
    const astray = loud.filter(({ rule }) =>
      ['unlisted', 'unreadable', 'unsound', 'required'].includes(rule),
    );
    expect(astray.map(({ register, rule, message }) => [register, rule, message.zh])).toEqual([]);
  });
});
