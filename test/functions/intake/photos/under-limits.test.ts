import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { doWork } from '#functions/intake/browser/work.ts';
import type { IntakeEnv } from '#functions/intake/desk.ts';
import { hiddenField, jsonOf, sendJson } from '../intake-school.ts';
import { type LinkSchool, openLinkSchool } from '../link-school.ts';
import { heavyJpeg, plainJpeg } from './pictures.ts';

let school: LinkSchool;
let intake: Hono<IntakeEnv>;
/** The link on the wall of the library. */
let path: string;

beforeEach(async () => {
  school = await openLinkSchool();
  intake = school.newIntake();
  path = await issued('公开');
});

/** A leader types a line, and the check makes the link. */
async function issued(kind: string): Promise<string> {
  const purpose = `图书馆报修码（${kind}）`;
  const line = { 用途: purpose, 类型: kind, 能填的表: '报修', 签发人: '陈志远' };
  await school.staff.type('links', line);
  await school.clock.advance(61_000);
  await school.look();
  return (await school.line(purpose)).path;
}

const tokenIn = (link: string): string =>
  new URL(link, 'https://x.example').searchParams.get('t') ?? '';

/** Puts a photo as the page's script does. */
const put = async (
  id: string,
  {
    bytes = plainJpeg,
    headers = {},
    photo = school.newId(),
  }: {
    readonly bytes?: Uint8Array;
    readonly headers?: Readonly<Record<string, string>>;
    readonly photo?: string;
  } = {},
) =>
  intake.request(`/intake/photos/repairs/${id}/${photo}?t=${tokenIn(path)}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'image/jpeg', ...headers },
    body: Buffer.from(bytes),
  });

const repair = { place: '图书馆', fault: '灯不亮' };
const send = (values: object = repair, id = school.newId()) =>
  sendJson(intake, 'repairs', tokenIn(path), { id, values });

/** Sends a form with a photo inside, as a browser without JavaScript does. */
async function sendInside(more: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  const page = await (await intake.request(path)).text();
  const drawn = page.includes('name="_id"') ? { _id: hiddenField(page, '_id') } : {};
  for (const [name, value] of Object.entries({ _id: school.newId(), ...drawn, ...repair, ...more }))
    form.set(name, value);
  form.set('photo', new File([Buffer.from(plainJpeg)], '我的.jpg'));
  return intake.request(path, { method: 'POST', body: form });
}

const photoFiles = () => school.google('owner').drive.listFiles("mimeType contains 'image/'", 'id');

async function setLimit(most: number) {
  await school.add('settings', { key: 'linkPerMinute', name: '一个链接', value: String(most) });
  school.clock.advance(90_000);
  await send();
  school.clock.advance(61_000);
}

describe('a photo behind a link that was revoked', () => {
  beforeEach(async () => {
    expect((await put(school.newId())).status).toBe(201);
    const { row } = await school.line('图书馆报修码（公开）');
    await school.staff.edit('links', row, '启用或停用', '停用');
    school.clock.advance(30_000);
  });

  it('is not taken, and the page’s script is told why', async () => {
    const answer = await put(school.newId());
    expect(answer.status).toBe(403);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    const { error } = await jsonOf(answer);
    expect(error?.code).toBe('linkRevoked');
    expect(error?.message).toContain('您填的内容还留着');
    expect(await photoFiles()).toHaveLength(1);
  });

  it('nor inside a form, which comes back with what was typed', async () => {
    const answer = await sendInside();
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('这个链接已停用，没有收下');
    expect(page).toContain('灯不亮');
    expect(await photoFiles()).toHaveLength(1);
  });
});

describe('a photo above the limit of its link', () => {
  /** Looks at the page until no more comes through. */
  async function fill() {
    const statuses = new Set<number>();
    for (let count = 0; count < 60 && !statuses.has(429); count += 1)
      statuses.add((await intake.request(path)).status);
    expect(statuses).toContain(429);
  }

  it('nine of them and their form are less than two submissions', async () => {
    await setLimit(2);
    const id = school.newId();
    const photos = Array.from({ length: 9 }, () => school.newId());
    for (const photo of photos) expect((await put(id, { photo })).status).toBe(201);
    const named = photos.map((photo) => `photo:${photo}`).join('\n');
    expect((await send({ ...repair, photo: named }, id)).status).toBe(201);
  });

  it.each(['公开', '公用机'])('of a %s link gets through by the same work', async (kind) => {
    path = await issued(kind);
    await setLimit(2);
    await fill();
    const refused = await put(school.newId());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    const work = (await doWork(refused.headers.get('X-Work-Set') ?? '')) ?? '';
    expect((await put(school.newId(), { headers: { 'X-Work': work } })).status).toBe(201);
    await fill();
    expect((await put(school.newId(), { headers: { 'X-Work': work } })).status).toBe(429);
  });

  it('of a post’s link waits', async () => {
    path = await issued('岗位');
    await setLimit(2);
    await fill();
    const refused = await put(school.newId());
    expect(refused.status).toBe(429);
    expect(refused.headers.get('X-Work-Set')).toBeNull();
    school.clock.advance(Number(refused.headers.get('Retry-After')) * 1000);
    expect((await put(school.newId())).status).toBe(201);
  });

  it('inside a form is to be chosen again, and lies nowhere meanwhile', async () => {
    await setLimit(2);
    await fill();
    const answer = await sendInside();
    expect(answer.status).toBe(429);
    const page = await answer.text();
    expect(page).toContain('现在提交的人太多，还没有收下');
    expect(page).toContain('照片要重新选一次');
    expect(page).toContain('灯不亮');
    expect(await photoFiles()).toEqual([]);
  });
});

describe('a photo beside other bounds', () => {
  it('may be larger than any form without one', async () => {
    expect((await put(school.newId(), { bytes: heavyJpeg(9_000_000) })).status).toBe(201);
    const long = await send({ ...repair, fault: '水'.repeat(400_000) });
    expect(long.status).toBe(413);
    const large = await put(school.newId(), { bytes: heavyJpeg(11_000_000) });
    expect(large.status).toBe(413);
    expect((await jsonOf(large)).error?.message).toContain('照片太大');
  });

  it('in a form whose unseen field was filled in is to be chosen again', async () => {
    const answer = await sendInside({ _website: 'https://spam.example' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('请再按一次“提交”');
    expect(page).toContain('照片要重新选一次');
    expect(await photoFiles()).toEqual([]);
  });
});
