import { expect, test } from 'vitest';
import { createQuota, type QuotaOptions } from '#platform/google/quota.ts';
import { createLog } from '#platform/log/index.ts';
import { handClock } from '../../../local-google/hand-clock.ts';

const log = createLog({ write: () => {}, level: 'silent' });

function quotaAt(options: QuotaOptions = {}) {
  const clock = handClock();
  const quota = createQuota({ clock, log, name: 'sheets reads', ...options });
  const start = clock.now().getTime();
  const seconds: number[] = [];
  const take = () => quota.take().then(() => seconds.push((clock.now().getTime() - start) / 1000));
  return { clock, quota, take, seconds };
}

test('after a rest fifteen calls go at once, then three every four seconds', async () => {
  const { clock, take, seconds } = quotaAt();
  for (let call = 0; call < 18; call += 1) take();
  await clock.advance(10_000);
  expect(seconds.filter((second) => second === 0)).toHaveLength(15);
  expect(seconds.slice(15).map((second) => second.toFixed(1))).toEqual(['1.3', '2.7', '4.0']);
});

test('in no sixty seconds go more than sixty calls, however many wait', async () => {
  const { clock, take, seconds } = quotaAt();
  await clock.advance(500);
  for (let call = 0; call < 400; call += 1) take();
  await clock.advance(600_000);
  expect(seconds).toHaveLength(400);
  for (const from of seconds) {
    const within = seconds.filter((second) => second >= from && second < from + 60);
    expect(within.length).toBeLessThanOrEqual(60);
  }
});

test('who came first goes first', async () => {
  const { clock, quota } = quotaAt({ capacity: 1, perSecond: 1 });
  const gone: string[] = [];
  for (const name of ['first', 'second', 'third']) quota.take().then(() => gone.push(name));
  await clock.advance(10_000);
  expect(gone).toEqual(['first', 'second', 'third']);
});

test('a rest does not save up more than the capacity', async () => {
  const { clock, take, seconds } = quotaAt({ capacity: 2, perSecond: 1 });
  await clock.advance(3_600_000);
  for (let call = 0; call < 3; call += 1) take();
  await clock.advance(0);
  expect(seconds).toHaveLength(2);
});

test('when Google says "too many", nothing goes for ten seconds and then slowly', async () => {
  const { clock, quota, take, seconds } = quotaAt();
  quota.exhausted();
  for (let call = 0; call < 3; call += 1) take();
  await clock.advance(10_000);
  expect(seconds).toEqual([]);
  await clock.advance(10_000);
  expect(seconds.map((second) => second.toFixed(1))).toEqual(['11.3', '12.7', '14.0']);
});

test('when Google names a time, it is kept', async () => {
  const { clock, quota, take, seconds } = quotaAt({ capacity: 1, perSecond: 1 });
  quota.exhausted(30);
  take();
  await clock.advance(60_000);
  expect(seconds).toEqual([31]);
});

test('room for some calls is waited for and not used up', async () => {
  const { clock, quota, take, seconds } = quotaAt({ capacity: 2, perSecond: 1 });
  take();
  take();
  await clock.advance(100);
  let roomAt: number | undefined;
  const start = clock.now().getTime() - 100;
  void quota.room(2).then(() => {
    roomAt = (clock.now().getTime() - start) / 1000;
    take();
    take();
  });
  await clock.advance(5000);
  expect(roomAt).toBeCloseTo(2, 1);
  expect(seconds.slice(2).every((second) => Math.abs(second - 2) < 0.1)).toBe(true);
});

test('room for more calls than ever go at once is room for as many as do', async () => {
  const { clock, quota } = quotaAt({ capacity: 2, perSecond: 1 });
  let there = false;
  void quota.room(50).then(() => {
    there = true;
  });
  await clock.advance(100);
  expect(there).toBe(true);
});

test('whoever waits for room lets others go first, until the patience has run out', async () => {
  const { clock, quota, take } = quotaAt({ capacity: 5, perSecond: 1 });
  for (let call = 0; call < 5; call += 1) take();
  const start = clock.now().getTime();
  let roomAt: number | undefined;
  void quota.room(5, 20_000).then(() => {
    roomAt = (clock.now().getTime() - start) / 1000;
  });
  for (let second = 0; second < 30; second += 1) {
    take();
    await clock.advance(1000);
  }
  expect(roomAt).toBe(20);
});
