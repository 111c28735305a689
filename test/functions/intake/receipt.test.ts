import { beforeEach, describe, expect, it } from 'vitest';
import { type IntakeSchool, jsonOf, openIntakeSchool, sendJson } from './intake-school.ts';

let school: IntakeSchool;
beforeEach(async () => {
  school = await openIntakeSchool();
});

async function report(values: Readonly<Record<string, unknown>> = {}) {
  const answer = await sendJson(school.intake, 'repairs', school.link(), {
    id: school.newId(),
    values: {
      place: '食堂',
      fault: '水龙头漏水',
      reporter: '王小明',
      phone: '13800001234',
      ...values,
    },
  });
  const { receipt } = await jsonOf(answer);
  const { pathname } = new URL(receipt);
  return { receipt: pathname, track: pathname.replace('/receipt/', '/track/') };
}

const open = async (address: string, intake = school.intake) => {
  const answer = await intake.request(address);
  return { status: answer.status, page: await answer.text() };
};

describe('a receipt', () => {
  it('shows what was sent, when, with personal data masked, and leads to the tracking page', async () => {
    const { receipt, track } = await report();
    const { status, page } = await open(receipt);
    expect(status).toBe(200);
    for (const shown of ['已收到', '2026-11-24 10:00', '食堂', '水龙头漏水', '138****1234', '王**'])
      expect(page).toContain(shown);
    expect(page).not.toContain('13800001234');
    expect(page).toContain(`href="${track}"`);
  });

  it('has the number by which the office finds it, the one that stands in the sheet', async () => {
    const { receipt, track } = await report();
    const [row] = (await school.staff.see('repairs')).rows;
    expect(row?.维修单号).toMatch(/^BX-1124-\d{4}$/);
    for (const address of [receipt, track])
      expect((await open(address)).page).toContain(`回执号 <b>${row?.维修单号}</b>`);
    expect((await open(receipt, school.newIntake())).page).toContain(`<b>${row?.维修单号}</b>`);
  });

  it('costs no read right after sending', async () => {
    const { receipt } = await report();
    await school.clock.advance(0);
    const before = school.localGoogle.counts.read().total.reads;
    await open(receipt);
    expect(school.localGoogle.counts.read().total.reads).toBe(before);
  });

  it('opens in another instance, from the sheet', async () => {
    const { receipt } = await report();
    expect((await open(receipt, school.newIntake())).page).toContain('水龙头漏水');
  });

  it('still says that it was received while Google is out', async () => {
    const { receipt } = await report();
    school.googleIsOut();
    const { status, page } = await school.waitedFor(open(receipt, school.newIntake()));
    expect(status).toBe(200);
    expect(page).toContain('内容已经收到，只是现在读不出来');
  });

  it('has no tracking link where the form tracks nothing', async () => {
    const answer = await sendJson(school.intake, 'everyKind', school.link(), {
      id: school.newId(),
      values: { words: '好' },
    });
    const { receipt } = await jsonOf(answer);
    const { page } = await open(new URL(receipt).pathname);
    expect(page).not.toContain('/track/');
    expect((await open(new URL(receipt).pathname.replace('receipt', 'track'))).status).toBe(404);
  });
});

describe('a tracking page', () => {
  it('shows the state, and what staff answer once they do', async () => {
    const { track } = await report();
    expect((await open(track)).page).toMatch(/<dt>状态<\/dt><dd>已受理<\/dd>/);
    await school.staff.edit('repairs', 1, '状态', '已修好');
    await school.staff.edit('repairs', 1, '答复', '已换新龙头');
    await school.clock.advance(11_000);
    const { page } = await open(track);
    expect(page).toMatch(/<dt>状态<\/dt><dd>已修好<\/dd>/);
    expect(page).toContain('已换新龙头');
  });

  it('shows nobody else’s data, and no column that the form neither asks nor tracks', async () => {
    const { track } = await report();
    await report({ fault: '别人的门坏了', phone: '13900009999' });
    await school.staff.edit('repairs', 1, '维修人', '周敏');
    await school.clock.advance(11_000);
    const { page } = await open(track);
    expect(page).not.toContain('别人的门坏了');
    expect(page).not.toContain('9999');
    expect(page).not.toContain('13800001234');
    expect(page).toMatch(/<dt>经办<\/dt><dd>周敏<\/dd>/);
    expect(page).not.toContain('5678');
  });

  it('stays right when staff sort the sheet', async () => {
    const { track } = await report();
    await report({ fault: '别人的门坏了' });
    await school.staff.sort('repairs', '故障情况');
    await school.clock.advance(11_000);
    expect((await open(track)).page).toContain('水龙头漏水');
  });

  it('says plainly when the row was deleted', async () => {
    const { track } = await report();
    await school.staff.deleteRow('repairs', 1);
    await school.clock.advance(11_000);
    const { status, page } = await open(track);
    expect(status).toBe(404);
    expect(page).toContain('已归档或已被删除');
  });

  it('costs one read for a crowd', async () => {
    const { track } = await report();
    await school.clock.advance(11_000);
    const before = school.localGoogle.counts.read().total.reads;
    await Promise.all(Array.from({ length: 50 }, () => open(track)));
    const once = school.localGoogle.counts.read().total.reads - before;
    expect(once).toBeLessThanOrEqual(3);
    await school.clock.advance(11_000);
    await open(track);
    expect(school.localGoogle.counts.read().total.reads - before).toBeLessThanOrEqual(2 * once);
  });

  it('answers 503 with Retry-After while Google is out', async () => {
    const { track } = await report();
    school.googleIsOut();
    const intake = school.newIntake();
    const answer = await school.waitedFor(Promise.resolve(intake.request(track)));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('10');
  });

  it('opens for its own token only', async () => {
    const { receipt } = await report();
    for (const token of [school.link(), `${receipt.split('/').at(-1)}x`, 'x']) {
      expect((await open(`/intake/receipt/${token}`)).status).toBe(403);
      expect((await open(`/intake/track/${token}`)).status).toBe(403);
    }
  });
});
