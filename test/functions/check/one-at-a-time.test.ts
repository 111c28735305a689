import { beforeEach, describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const clock = createFakeClock();
let school: School;

beforeEach(async () => {
  school = await openSchool({ clock, seed: 'one at a time' });
});

const poll = (check: ReturnType<School['check']>) =>
  Promise.resolve(check.request('/check/poll', { method: 'POST' }));

/** A repair that waits and does not say for what: there is something to write beside it. */
async function waitingRepair(fault: string): Promise<void> {
  await school.workbooks().submit({
    register: 'repairs',
    id: rowId.parse(uuidFrom(systemRandom)),
    values: { reported: '2026-11-24T08:00:00', place: '操场', fault, state: 'waiting' },
  });
}

const said = async () =>
  (await school.staff.see('repairs')).rows
    .filter((row) => row.故障情况 !== '')
    .map((row) => row.检查结果);

describe('one check at a time', () => {
  it('of two that start at the same moment one looks, the other says when to come back', async () => {
    await waitingRepair('灯不亮');
    const answers = await Promise.all([poll(school.check()), poll(school.check())]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 503]);
    const refused = answers.find(({ status }) => status === 503);
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await said()).toEqual([expect.stringContaining('必须改')]);
  });

  it('one that died is taken over when its lease has run out', async () => {
    const died = school.check();
    expect((await poll(died)).status).toBe(200);
    await waitingRepair('门锁坏');
    const next = school.check();
    expect((await poll(next)).status).toBe(503);
    clock.advance(21_000);
    expect((await poll(next)).status).toBe(200);
    expect(await said()).toEqual([expect.stringContaining('必须改')]);
  });

  it('one that slept past its lease writes nothing when it wakes', async () => {
    const slept = school.check();
    const next = school.check();
    await poll(slept);
    await waitingRepair('水管漏');
    let awake: Promise<Response> | undefined;
    // While it is on its way to write, another takes over, and staff mend the row meanwhile.
    school.beforeNext('batchUpdate', async () => {
      clock.advance(21_000);
      await school.staff.edit('repairs', 1, '等待原因', '待配件');
      awake = poll(next);
      expect((await awake).status).toBe(200);
    });
    const late = await poll(slept);
    expect(late.status).toBe(503);
    expect(await said()).toEqual(['']);
  });
});
