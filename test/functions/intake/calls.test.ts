import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLinks, type LinkClaims } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { uuidFrom } from '#platform/random.ts';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import type { Values } from '#schema/row.ts';
import { rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const needed = ['settings', 'calendar', 'people', 'places', 'patrolPoints', 'patrols'];
const random = seededRandom('calls');
/** 2026-11-24 in Shanghai begins here. */
const midnight = Date.parse('2026-11-23T16:00:00Z');

const clock = createFakeClock();
const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
let school: School;

const add = (register: string, values: Values<Columns>) =>
  school.workbooks().submit({ register, id: rowId.parse(uuidFrom(random)), values });

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Lets the day go on until a time; it never goes back. */
const at = (time: string): void => {
  clock.advance(midnight + minuteOf(time) * 60_000 - clock.now().getTime());
};

async function guard(drawSecret = 'a secret of this test') {
  const intake = createIntake({
    workbooks: school.workbooks(),
    links,
    clock,
    random,
    log: createLog({ write: () => undefined }),
    baseUrl: 'https://forms.school.example',
    drawSecret,
    assets: await loadAssets(),
  });
  return async (path: string, claims: LinkClaims = { kind: 'post' }) =>
    intake.request(path.includes('t=') ? path : `${path}?t=${links.sign(claims)}`);
}

/** What a page calls to: time and point. */
async function called(open: Awaited<ReturnType<typeof guard>>): Promise<string[][]> {
  clock.advance(10_000);
  const page = await (await open('/intake/calls/patrols')).text();
  return [
    ...page.matchAll(/<p class="which"><b>(\d\d:\d\d) 起<\/b><\/p>\s*<p class="about">([^<]*)/g),
  ].map(([, time = '', point = '']) => [time, point]);
}

beforeAll(async () => {
  school = await openSchool({
    clock,
    registers: registers.filter(({ key }) => needed.includes(key)),
    seed: 'calls',
  });
  await add('people', { name: '彭少华' });
  await add('places', { name: '东门' });
  await add('patrolPoints', { name: '东门内侧', place: '东门', times: 2 });
  await add('patrolPoints', { name: '配电房门口', place: '东门', times: 1 });
  await add('patrolPoints', { name: '旧车棚', place: '东门', times: 1, stopped: true });
});

describe('a guard at the post', () => {
  it('finds the page from the form of the patrols', async () => {
    const open = await guard();
    const form = await (await open('/intake/form/patrols')).text();
    const [, href = ''] = /href="([^"]*\/calls\/patrols[^"]*)"/.exec(form) ?? [];
    const answer = await open(href.replaceAll('&amp;', '&'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('refresh')).toBe('60');
    expect(await answer.text()).toContain('现在没有');
  });

  it('is called when a time has come and never sees one before', async () => {
    const open = await guard();
    const seen = new Map<string, string>();
    for (let minute = minuteOf('18:50'); minute <= minuteOf('23:00'); minute += 5) {
      const now = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      at(now);
      for (const [time = '', point = ''] of await called(open)) {
        expect(time <= now).toBe(true);
        expect(minuteOf(now) - minuteOf(time)).toBeLessThan(240);
        seen.set(`${time} ${point}`, now);
        await add('patrols', {
          seen: `2026-11-24T${now}:30`,
          point,
          guard: '彭少华',
          state: 'normal',
        });
      }
    }
    const calls = [...seen.keys()].toSorted();
    expect(calls.map((call) => call.slice(6)).toSorted()).toEqual([
      '东门内侧',
      '东门内侧',
      '配电房门口',
    ]);
    for (const [call, at] of seen)
      expect(minuteOf(at) - minuteOf(call.slice(0, 5))).toBeLessThanOrEqual(5);
    const [first = '', second = ''] = calls.filter((call) => call.endsWith('东门内侧'));
    expect(first.slice(0, 5) < '21:00' && second.slice(0, 5) >= '21:00').toBe(true);
  });

  it('is called on the next evening at other times, by another secret at others again', async () => {
    clock.advance(24 * 3_600_000);
    const [one, other] = [await guard(), await guard('another secret')];
    const tomorrow = await called(one);
    expect(tomorrow).toHaveLength(2);
    expect(await called(one)).toEqual(tomorrow);
    expect(await called(other)).not.toEqual(tomorrow);
  });

  it('enters a point with one touch: its form is filled in, for this register alone', async () => {
    const open = await guard();
    const page = await (await open('/intake/calls/patrols')).text();
    const [, href = ''] = /href="([^"]*\/form\/patrols[^"]*)"/.exec(page) ?? [];
    const form = await (await open(href.replaceAll('&amp;', '&'))).text();
    expect(form).toMatch(/东门内侧|配电房门口/);
    const token = new URLSearchParams(href.split('?')[1]).get('t') ?? '';
    const verdict = links.verify(token);
    expect(verdict.ok && verdict.claims.registers).toEqual(['patrols']);
  });
});

describe('nobody else', () => {
  it('is told: not whoever scans a code on a wall, nor without a link', async () => {
    const open = await guard();
    expect((await open('/intake/calls/patrols', { kind: 'public' })).status).toBe(403);
    expect((await open('/intake/calls/patrols?t=')).status).toBe(401);
  });

  it('is called by a register that calls nobody, or that is not there', async () => {
    const open = await guard();
    expect((await open('/intake/calls/patrolPoints')).status).toBe(404);
    expect((await open('/intake/calls/nothing')).status).toBe(404);
  });
});
