import { beforeEach, describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { fewRegisters } from './hooks.ts';

const day = 24 * 3_600_000;
let clock: ReturnType<typeof createFakeClock>;
let school: School;

beforeEach(async () => {
  clock = createFakeClock();
  school = await openSchool({ clock, seed: 'sweep', registers: fewRegisters(registers) });
});

const sweep = async (check: ReturnType<School['check']>) =>
  check.request('/check/sweep', { method: 'POST' });

const runs = async () =>
  (await school.staff.see('runs')).rows
    .filter((row) => row.开始 !== '')
    .map((row) => ({ what: row.运行内容, outcome: row.结果, why: row.说明 ?? '' }));

describe('the nightly look at everything', () => {
  it('finds an edit that nobody told of, and leaves its row in 运行记录', async () => {
    const check = school.check();
    await check.request('/check/poll', { method: 'POST' });
    await school.staff.type('repairs', { 地点: '操场' });
    const answer = await sweep(check);
    expect(await answer.json()).toMatchObject({ numbered: 1, problems: [] });
    expect(await runs()).toEqual([{ what: '检查', outcome: '完成', why: '' }]);
  });

  it('says how many rows it read', async () => {
    const check = school.check();
    await school.staff.type('repairs', { 地点: '操场' });
    await school.staff.type('places', { 场所: '操场' });
    await sweep(check);
    const [run] = (await school.staff.see('runs')).rows;
    expect(Number(run?.读了)).toBe(2);
  });

  it('that finds nothing to do says so', async () => {
    const check = school.check();
    await sweep(check);
    await sweep(check);
    await sweep(check);
    expect((await runs()).at(-1)).toEqual({ what: '检查', outcome: '没有要做的', why: '' });
  });

  it('trusts nothing that earlier looks remember', async () => {
    const check = school.check();
    await sweep(check);
    const before = school.localGoogle.counts.read().total.methods;
    await sweep(check);
    const after = school.localGoogle.counts.read().total.methods;
    const reads = 'sheets.spreadsheets.values.batchGetByDataFilter';
    expect((after[reads] ?? 0) - (before[reads] ?? 0)).toBeGreaterThanOrEqual(
      Object.keys(school.directory.spreadsheets).length,
    );
  });

  it('that fails leaves its row too, and the next one counts it as missing', async () => {
    const check = school.check();
    await sweep(check);
    clock.advance(day);
    const reads = 'sheets.spreadsheets.values.batchGetByDataFilter';
    const email = 'check@houqin.iam.gserviceaccount.com';
    school.localGoogle.faults.add([
      { match: { method: reads, user: email }, kind: '500', times: 60 },
    ]);
    expect((await sweep(check)).status).toBe(503);
    school.localGoogle.faults.clear();
    const failed = (await runs()).at(-1);
    expect(failed).toMatchObject({ what: '检查', outcome: '没有完成' });
    expect(failed?.why).toContain('全面检查没有做完');
    clock.advance(day);
    await sweep(check);
    expect((await runs()).at(-1)?.why).toBe('每晚全面检查上次是2026-11-24，此后的没有运行');
  });

  it('says that one was missed, and says it once', async () => {
    const check = school.check();
    await sweep(check);
    clock.advance(3 * day);
    await sweep(check);
    clock.advance(day);
    await sweep(check);
    expect((await runs()).map(({ why }) => why)).toEqual([
      '',
      '每晚全面检查上次是2026-11-24，此后的没有运行',
      '',
    ]);
  });
});

describe('looks by the clock that fail', () => {
  it('leave one row together, when Google is back', async () => {
    const check = school.check();
    await check.request('/check/poll', { method: 'POST' });
    const email = 'check@houqin.iam.gserviceaccount.com';
    const reads = 'sheets.spreadsheets.values.batchGetByDataFilter';
    school.localGoogle.faults.add([{ match: { method: reads, user: email }, kind: '500' }]);
    for (let minute = 0; minute < 3; minute += 1)
      expect((await check.request('/check/poll', { method: 'POST' })).status).toBe(503);
    school.localGoogle.faults.clear();
    for (let minute = 0; minute < 2; minute += 1)
      expect((await check.request('/check/poll', { method: 'POST' })).status).toBe(200);
    const [failed, ...more] = await runs();
    expect(more).toEqual([]);
    expect(failed).toMatchObject({ what: '检查', outcome: '没有完成' });
    expect(failed?.why).toContain('3次没能看表，现已恢复');
  });
});
