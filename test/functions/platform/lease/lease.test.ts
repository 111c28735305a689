import { describe, expect, it } from 'vitest';
import type { Clock } from '#platform/clock.ts';
import { createGoogle } from '#platform/google/index.ts';
import { createLeaseHolder } from '#platform/lease/lease.ts';
import { createLog } from '#platform/log/index.ts';
import { createLocalGoogle } from '#scripts/local-google/create-local-google.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';

/** Instances of the check over one bucket, at a clock that is set by hand. */
async function instances(names: readonly string[]) {
  let now = Date.parse('2025-11-03T08:00:00+08:00');
  const clock: Clock = { now: () => new Date(now), sleep: () => Promise.resolve() };
  const localGoogle = createLocalGoogle({ clock, random: seededRandom('lease'), quota: 'off' });
  const log = createLog({ write: () => undefined });
  const google = createGoogle({
    root: 'http://google.local/',
    token: 'service:check',
    fetchImplementation: async (input, init) => localGoogle.fetch(new Request(input, init)),
    clock,
    log,
    random: seededRandom('google'),
  });
  await google.storage.createBucket('houqin', 'school');
  return {
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
    holders: names.map((name) =>
      createLeaseHolder({
        storage: google.storage,
        bucket: 'school',
        name: 'check',
        clock,
        random: seededRandom(name),
        log,
      }),
    ),
  };
}

describe('the lease', () => {
  it('is held by one; the other learns until when', async () => {
    const { holders, pass } = await instances(['first', 'second']);
    const [first, second] = holders;
    expect(await first?.hold()).toMatchObject({ lease: { epoch: 1 } });
    pass(5);
    expect(await second?.hold()).toEqual({ heldUntil: Date.parse('2025-11-03T08:00:20+08:00') });
  });

  it('that a clock made which was a year ahead keeps nobody waiting, not even its holder', async () => {
    const { holders, pass } = await instances(['first', 'second']);
    const [first, second] = holders;
    const year = 365 * 86_400;
    pass(year);
    await first?.hold();
    pass(-year);
    expect(await second?.hold()).toMatchObject({ lease: { epoch: 2 } });
    expect(await first?.hold()).toHaveProperty('heldUntil');
  });

  it('stays with who uses it, without a new epoch', async () => {
    const { holders, pass } = await instances(['first', 'second']);
    const [first, second] = holders;
    await first?.hold();
    for (let minute = 0; minute < 5; minute += 1) {
      pass(15);
      expect(await first?.hold()).toMatchObject({ lease: { epoch: 1 } });
    }
    expect(await second?.hold()).toHaveProperty('heldUntil');
  });

  it('stays with who had it last, without a new epoch, also when it ran out meanwhile', async () => {
    const { holders, pass } = await instances(['first', 'second']);
    const [first] = holders;
    await first?.hold();
    pass(60);
    expect(await first?.hold()).toMatchObject({ lease: { epoch: 1 } });
  });

  it('is taken over, with a later epoch, when its holder has died', async () => {
    const { holders, pass } = await instances(['first', 'second']);
    const [first, second] = holders;
    await first?.hold();
    pass(21);
    expect(await second?.hold()).toMatchObject({ lease: { epoch: 2 } });
    expect(await first?.hold()).toHaveProperty('heldUntil');
  });

  it('can be had at once after it was given back', async () => {
    const { holders } = await instances(['first', 'second']);
    const [first, second] = holders;
    await first?.hold();
    await first?.release();
    expect(await second?.hold()).toMatchObject({ lease: { epoch: 2 } });
  });

  it('goes to one of two that ask at the same moment', async () => {
    const { holders } = await instances(['first', 'second', 'third']);
    const answers = await Promise.all(holders.map((holder) => holder.hold()));
    expect(answers.filter((answer) => 'lease' in answer)).toHaveLength(1);
  });
});
