import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkClaims } from '#platform/links/index.ts';
import { type IntakeSchool, jsonOf, openIntakeSchool, sendJson } from './intake-school.ts';

let school: IntakeSchool;
beforeEach(async () => {
  school = await openIntakeSchool();
});

const listsFor = async (claims: Partial<LinkClaims> = {}, register = 'everyKind') => {
  const answer = await school.intake.request(`/intake/lists/${register}?t=${school.link(claims)}`);
  return (await jsonOf(answer)).lists;
};

const report = (place: string) =>
  sendJson(school.intake, 'repairs', school.link(), {
    id: school.newId(),
    values: { place, fault: '灯不亮' },
  });

const reads = () => school.localGoogle.counts.read().total.reads;

describe('lists to choose from', () => {
  it('are the names of the rows that a form’s references point to', async () => {
    expect(await listsFor()).toEqual({ place: ['教学楼 A201', '食堂'] });
  });

  it('name people to staff only, and never with their numbers', async () => {
    expect(await listsFor({ kind: 'public' })).not.toHaveProperty('worker');
    expect(await listsFor({ kind: 'post' })).toEqual({
      place: ['教学楼 A201', '食堂'],
      worker: ['周敏', '陈志远'],
    });
  });

  it('need the link of the form', async () => {
    const answer = await school.intake.request('/intake/lists/everyKind');
    expect(answer.status).toBe(401);
    const other = school.link({ registers: ['repairs'] });
    expect((await school.intake.request(`/intake/lists/everyKind?t=${other}`)).status).toBe(403);
  });

  it('are read once a minute, however many ask', async () => {
    await listsFor();
    const before = reads();
    await Promise.all(Array.from({ length: 20 }, () => listsFor()));
    expect(reads()).toBe(before);
    await school.clock.advance(61_000);
    await Promise.all(Array.from({ length: 20 }, () => listsFor()));
    expect(reads()).toBeGreaterThan(before);
  });

  it('stand in the page for browsers without JavaScript once they were read', async () => {
    const page = async () =>
      (await school.intake.request(`/intake/form/repairs?t=${school.link()}`)).text();
    expect(await page()).not.toContain('<option value="食堂">');
    await listsFor({}, 'repairs');
    expect(await page()).toContain('<option value="食堂">');
  });

  it('answer 503 while Google is out', async () => {
    school.googleIsOut();
    const address = `/intake/lists/repairs?t=${school.link()}`;
    const answer = await school.waitedFor(Promise.resolve(school.intake.request(address)));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('10');
  });
});

describe('a reference that was sent', () => {
  it('is taken at once when its row was added after the list was read', async () => {
    await listsFor();
    await school.add('places', { name: '实验楼 B101' });
    await school.clock.advance(10_000);
    expect((await report('实验楼 B101')).status).toBe(201);
  });

  it('is taken as it is while its list cannot be read in time', async () => {
    school.localGoogle.faults.add([
      { kind: 'stall', match: { method: 'sheets.spreadsheets.values' }, times: 1 },
    ]);
    const answer = await school.waitedFor(report('月球'));
    expect(answer.status).toBe(201);
  });

  it('is taken as it is while its list has no rows yet', async () => {
    await school.staff.deleteRow('places', 2);
    await school.staff.deleteRow('places', 1);
    expect((await report('新校区')).status).toBe(201);
  });

  it('to a person is not judged on a public form, whose sender cannot see the list', async () => {
    const send = (claims: Partial<LinkClaims>) =>
      sendJson(school.intake, 'everyKind', school.link(claims), {
        id: school.newId(),
        values: { worker: '王老师' },
      });
    expect((await send({ kind: 'public' })).status).toBe(201);
    expect((await send({ kind: 'post' })).status).toBe(422);
  });
});
