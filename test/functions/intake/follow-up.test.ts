import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '#platform/audit/index.ts';
import type { RowId } from '#schema/values.ts';
import { sendForm } from './intake-school.ts';
import { type LinkSchool, openLinkSchool } from './link-school.ts';

let school: LinkSchool;
let intake: ReturnType<LinkSchool['newIntake']>;
let id: RowId;
let track: string;

beforeEach(async () => {
  school = await openLinkSchool();
  intake = school.newIntake();
  await school.add('teams', { name: '维修班', looksAfter: '报修' });
  id = await school.add('repairs', {
    reported: '2026-11-24T08:00:00',
    place: '图书馆',
    fault: '灯不亮',
    scale: 'minor',
    reporter: '李老师',
    phone: '13800001234',
    state: 'received',
  });
  track = trackOf(id);
});

const trackOf = (row: RowId, register = 'repairs'): string =>
  `/intake/track/${school.linksOf({ id: 'k1', secret: new Uint8Array(32).fill(7) }).sign({ kind: 'track', registers: [register], row })}`;

async function pageAt(address: string): Promise<string> {
  school.clock.advance(11_000);
  return (await intake.request(address)).text();
}

async function mend() {
  await school.staff.edit('repairs', 1, '维修人', '王大勇');
  await school.staff.edit('repairs', 1, '状态', '已修好');
  await school.staff.edit('repairs', 1, '修好时间', 46_350.4);
  await school.staff.edit('repairs', 1, '答复', '换了灯管');
}

const row = async () => (await school.staff.see('repairs')).rows[0];

describe('the page by which whoever reported it follows a repair', () => {
  it('says where it stands, by when, and who has it: first the team, then the worker', async () => {
    const page = await pageAt(track);
    expect(page).toMatch(/<dt>状态<\/dt><dd>已受理<\/dd>/);
    expect(page).toMatch(/<dt>承诺<\/dt><dd>2026-11-25 08:00（小修不过夜）<\/dd>/);
    expect(page).toMatch(/<dt>经办<\/dt><dd>维修班<\/dd>/);
    expect(page).not.toContain('没修好，请再来');
    expect(page).not.toContain('name="stars"');
    await mend();
    const mended = await pageAt(track);
    expect(mended).toMatch(/<dt>经办<\/dt><dd>王大勇<\/dd>/);
    expect(mended).toContain('换了灯管');
    expect(mended).not.toContain('承诺</dt>');
    expect(await pageAt(`${track}?lang=en`)).toContain('It still fails');
  });

  it('takes “not solved”: the repair is open again, with the time and the words', async () => {
    await mend();
    await school.look();
    await school.look();
    const answer = await sendForm(intake, track, { say: 'again', words: '晚上又灭了\n=1+1' });
    expect(answer.status).toBe(303);
    const page = await pageAt(answer.headers.get('location') ?? '');
    expect(page).toContain('已记下，会再安排人处理');
    expect(page).toMatch(/<dt>状态<\/dt><dd>维修中<\/dd>/);
    expect(page).toContain('承诺</dt>');
    const now = await row();
    expect(now).toMatchObject({ 状态: '维修中', 维修人: '王大勇' });
    expect(now?.再次报修时间).toMatch(/^2026-11-24 10:00/);
    expect(now?.反馈).toBe('2026-11-24 10:00 填报人 没修好，请再来：晚上又灭了 =1+1');
    school.clock.advance(90_000);
    await school.look();
    expect((await row())?.检查结果).toContain('报修人说没修好，请再去看');
    const driveId = school.directory.auditDriveId ?? '';
    const { lines } = await createAudit({
      ...school.google('owner'),
      bucket: 'houqin-test',
      driveId,
    }).read('service', '2026-11');
    const told = lines.filter(({ by }) => by === '填报人');
    expect(told.map(({ column }) => column).toSorted()).toEqual(['reopened', 'said', 'state']);
    expect(new Set(told.map(({ how }) => how))).toEqual(new Set(['系统']));
  });

  it('says it once: pressed again, the page shows that it is open already', async () => {
    await mend();
    await sendForm(intake, track, { say: 'again', words: '' });
    const twice = await sendForm(intake, track, { say: 'again', words: '' });
    expect(twice.status).toBe(409);
    expect(await twice.text()).toContain('现在的进度不能这样反馈');
    expect((await row())?.反馈?.split('\n')).toHaveLength(1);
  });

  it('takes stars once it is done, and shows them', async () => {
    expect((await sendForm(intake, track, { say: 'stars', stars: '5' })).status).toBe(409);
    await mend();
    expect((await sendForm(intake, track, { say: 'stars' })).status).toBe(422);
    expect((await sendForm(intake, track, { say: 'stars', stars: '4' })).status).toBe(303);
    expect((await row())?.评价).toBe('4');
    const page = await pageAt(track);
    expect(page).toMatch(/<dt>您的评价<\/dt><dd>★★★★<\/dd>/);
    expect(page).not.toContain('name="stars"');
    expect((await sendForm(intake, track, { say: 'stars', stars: '1' })).status).toBe(409);
    expect((await row())?.评价).toBe('4');
  });

  it('finds its row however staff sort, also while it is being written', async () => {
    await mend();
    await school.add('repairs', {
      reported: '2026-11-24T07:00:00',
      place: '图书馆',
      fault: '阿',
      state: 'received',
    });
    school.beforeNext(':batchUpdate', () => school.staff.sort('repairs', '报修时间'));
    expect((await sendForm(intake, track, { say: 'stars', stars: '3' })).status).toBe(303);
    const { rows } = await school.staff.see('repairs');
    expect(rows.find(({ 故障情况 }) => 故障情况 === '灯不亮')?.评价).toBe('3');
    expect(rows.find(({ 故障情况 }) => 故障情况 === '阿')?.评价).toBe('');
  });

  it('takes nothing where the link is not its own, nor from a link that only looks', async () => {
    await mend();
    for (const path of [`${track}x`, track.replace('/track/', '/receipt/')])
      expect((await sendForm(intake, path, { say: 'stars', stars: '1' })).status).not.toBe(303);
    expect((await intake.request(`${track}?say=again`)).status).toBe(200);
    expect((await row())?.状态).toBe('已修好');
  });
});
