import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '#platform/audit/index.ts';
import { hiddenField, jsonOf, sendForm, sendJson } from './intake-school.ts';
import { type LinkSchool, newKey, oldKey, openLinkSchool } from './link-school.ts';

let school: LinkSchool;
beforeEach(async () => {
  school = await openLinkSchool();
});

const libraryCode = {
  用途: '图书馆报修码',
  类型: '公开',
  能填的表: '报修',
  地点: '图书馆',
  签发人: '陈志远',
};

/** A leader types a line, and the check looks. */
async function issue(cells: Readonly<Record<string, string>> = libraryCode) {
  await school.staff.type('links', cells);
  await school.look();
  return school.line(cells.用途 ?? '');
}

const repair = { place: '图书馆', fault: '灯不亮' };
const tokenIn = (path: string): string =>
  new URL(path, 'https://x.example').searchParams.get('t') ?? '';

async function send(path: string, intake = school.newIntake()) {
  return sendJson(intake, 'repairs', tokenIn(path), { id: school.newId(), values: repair });
}

describe('a leader issues a link by typing a line', () => {
  it('and finds its address and short code beside it, which open the form with the place filled in', async () => {
    const { shown, path } = await issue();
    expect(shown.短码).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const intake = school.newIntake();
    expect(await (await intake.request(path)).text()).toContain('value="图书馆"');
    const typed = await intake.request(`/intake/go/${shown.短码?.toLowerCase()}`);
    expect(typed.headers.get('location')).toBe(path);
    expect((await send(path)).status).toBe(201);
  });

  it('for a device on a desk: a form that forgets each person, and a code to type on it', async () => {
    const { shown, path } = await issue({ ...libraryCode, 用途: '前台平板', 类型: '公用机' });
    const intake = school.newIntake();
    const page = await (await intake.request(path)).text();
    expect(page).toContain('data-kiosk="15 秒后清空');
    expect(page).toContain('value="图书馆"');
    const typed = await intake.request(`/intake/go/${shown.短码}`);
    expect(typed.headers.get('location')).toBe(path);
    expect((await send(path, intake)).status).toBe(201);
    const { row } = await school.line('前台平板');
    await school.staff.edit('links', row, '启用或停用', '停用');
    school.clock.advance(59_000);
    expect((await send(path, intake)).status).toBe(403);
  });

  it('for several registers gets the list of them', async () => {
    const { path } = await issue({
      ...libraryCode,
      用途: '值班手机',
      类型: '岗位',
      能填的表: '报修、请假换班',
    });
    const page = await (await school.newIntake().request(path)).text();
    expect(page).toContain('/intake/form/repairs');
    expect(page).toContain('/intake/form/leave');
  });

  it('may fill in more, in words', async () => {
    const { path } = await issue({ ...libraryCode, 用途: '急修码', 预填: '紧急程度=紧急' });
    expect(await (await school.newIntake().request(path)).text()).toMatch(
      /value="urgent" [^>]*checked/,
    );
  });

  it.each([
    ['whoever is no leader', { 签发人: '王大勇' }, '签发人请填班长或主任'],
    ['for a form that is not for anyone', { 能填的表: '请假换班' }, '不能用公开链接填'],
    ['for a register that is not there', { 能填的表: '报销' }, '没有“报销”这张表'],
    ['for nobody', { 类型: '个人' }, '个人链接请选本人'],
    ['with a field that no form asks', { 预填: '颜色=红' }, '表单没有“颜色”'],
  ])('gets none %s, and is told why', async (_who, cells, why) => {
    const { shown } = await issue({ ...libraryCode, ...cells });
    expect(shown.链接).toBe('');
    await school.clock.advance(90_000);
    await school.look();
    expect((await school.line('图书馆报修码')).shown.检查结果).toContain(why);
  });

  it('cannot write over what the functions fill in', async () => {
    await issue();
    const { row } = await school.line('图书馆报修码');
    await expect(school.staff.edit('links', row, '链接', 'https://x.example')).rejects.toThrow(
      /protected/i,
    );
    await expect(school.staff.edit('links', row, '启用或停用', '停用')).resolves.toBeUndefined();
  });

  it('writes a personal link down for whoever has no mail, and not for whoever has', async () => {
    const own = { 类型: '个人', 能填的表: '', 地点: '', 签发人: '陈志远' };
    const none = await issue({ ...own, 用途: '王大勇的链接', 本人: '王大勇' });
    expect(none.path).toMatch(/^\/intake\/\?t=/);
    const mailed = await issue({ ...own, 用途: '林小梅的链接', 本人: '林小梅' });
    expect(mailed.shown.签发时间).not.toBe('');
    expect(mailed.shown.链接).toBe('');
  });

  it('stands sealed in the audit, and in no log', async () => {
    await school.look();
    const { path } = await issue();
    await school.look();
    const driveId = school.directory.auditDriveId ?? '';
    const { lines } = await createAudit({
      ...school.google('owner'),
      bucket: 'houqin-test',
      driveId,
    }).read('people', '2026-11');
    const told = lines.filter(
      ({ register, column }) => register === 'links' && column === 'address',
    );
    expect(told).toHaveLength(1);
    expect(JSON.stringify([lines, school.logged])).not.toContain(tokenIn(path));
  });
});

describe('a leader revokes a link by 停用', () => {
  async function revoke() {
    const { row } = await school.line('图书馆报修码');
    await school.staff.edit('links', row, '启用或停用', '停用');
  }

  it('and within a minute every instance says so, in clear words', async () => {
    const { path } = await issue();
    const instances = [school.newIntake(), school.newIntake()];
    for (const intake of instances) expect((await send(path, intake)).status).toBe(201);
    await revoke();
    school.clock.advance(59_000);
    for (const intake of instances) {
      const page = await intake.request(path);
      expect(page.status).toBe(403);
      expect(await page.text()).toContain('这个链接已停用');
      const answer = await send(path, intake);
      expect(answer.status).toBe(403);
      const { error } = await jsonOf(answer);
      expect(error?.code).toBe('linkRevoked');
      expect(error?.message).toContain('您填的内容还留着');
    }
    expect((await send(path)).status).toBe(403);
    expect((await school.newIntake().request('/intake/go/ABCDEFGH')).status).toBe(404);
    expect((await school.staff.see('repairs')).rows.filter((row) => row.地点)).toHaveLength(2);
  });

  it('while a form was being typed: without JavaScript too the page comes back with all of it', async () => {
    const { path } = await issue();
    const intake = school.newIntake();
    const id = hiddenField(await (await intake.request(path)).text(), '_id');
    await revoke();
    school.clock.advance(30_000);
    const answer = await sendForm(intake, path, { _id: id, ...repair });
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('这个链接已停用，没有收下');
    expect(page).toContain('灯不亮');
  });

  it('brings back no form that it never opened, and no names', async () => {
    const { path } = await issue();
    const intake = school.newIntake();
    await intake.request(path);
    await revoke();
    school.clock.advance(30_000);
    const others = await sendForm(intake, path.replace('/repairs', '/leave'), repair);
    expect(others.status).toBe(403);
    expect(await others.text()).not.toContain('<form');
    const own = await (await sendForm(intake, path, repair)).text();
    expect(own).toContain('灯不亮');
    expect(own).not.toContain('<option');
  });

  it('or by deleting its line', async () => {
    const { path } = await issue();
    const intake = school.newIntake();
    expect((await send(path, intake)).status).toBe(201);
    await school.google('owner').sheets.batchUpdate(school.spreadsheetId('people'), {
      requests: [await deleteLine('图书馆报修码')],
    });
    school.clock.advance(30_000);
    expect((await send(path, intake)).status).toBe(403);
  });

  it('and takes it up again, the same code on the wall', async () => {
    const { path } = await issue();
    const intake = school.newIntake();
    await revoke();
    school.clock.advance(30_000);
    expect((await send(path, intake)).status).toBe(403);
    await school.staff.edit('links', (await school.line('图书馆报修码')).row, '启用或停用', '启用');
    school.clock.advance(30_000);
    expect((await send(path, intake)).status).toBe(201);
  });

  it('an end that was set later holds too', async () => {
    const { path, row } = await issue();
    const intake = school.newIntake();
    expect((await send(path, intake)).status).toBe(201);
    await school.staff.edit('links', row, '有效期至', 46_349);
    school.clock.advance(30_000);
    expect((await jsonOf(await send(path, intake))).error?.code).toBe('linkExpired');
  });

  it('a link that was just issued opens where 链接 was read before', async () => {
    const first = await issue();
    const intake = school.newIntake();
    expect((await send(first.path, intake)).status).toBe(201);
    school.clock.advance(4_000);
    const second = await issue({ ...libraryCode, 用途: '另一个码' });
    expect((await send(second.path, intake)).status).toBe(201);
  });

  it('a first page does not wait for Google', async () => {
    const { path } = await issue();
    const before = school.localGoogle.counts.read().total.reads;
    const intake = school.newIntake();
    expect((await intake.request(path)).status).toBe(200);
    expect(school.localGoogle.counts.read().total.reads - before).toBeLessThanOrEqual(1);
  });

  async function deleteLine(purpose: string) {
    const { row } = await school.line(purpose);
    const { sheetIdOf } = await import('#platform/workbook/tabs.ts');
    const sheetId = sheetIdOf('links');
    return {
      deleteDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 },
      },
    };
  }
});

describe('when the key that signs is changed', () => {
  it('codes on the wall still open, and new ones are signed with the new key', async () => {
    const { path, shown } = await issue();
    const both = school.linksOf(newKey, oldKey);
    const intake = school.newIntake(both);
    expect((await intake.request(path)).status).toBe(200);
    expect((await send(path, intake)).status).toBe(201);
    // The lease of the check before has run out.
    school.clock.advance(60_000);
    await school.look(school.newCheck(both));
    const now = await school.line('图书馆报修码');
    expect(tokenIn(path)).toMatch(/^k1\./);
    expect(tokenIn(now.path)).toMatch(/^k2\./);
    expect(now.shown.短码).toBe(shown.短码);
    expect((await send(now.path, intake)).status).toBe(201);
    const afterwards = school.newIntake(school.linksOf(newKey));
    expect((await send(path, afterwards)).status).toBe(403);
    expect((await send(now.path, afterwards)).status).toBe(201);
  });

  it('a revoked one stays revoked under either key', async () => {
    const { path, row } = await issue();
    await school.staff.edit('links', row, '启用或停用', '停用');
    const intake = school.newIntake(school.linksOf(newKey, oldKey));
    expect((await send(path, intake)).status).toBe(403);
  });
});
