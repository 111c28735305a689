import { beforeEach, describe, expect, it } from 'vitest';
import { sheetRowId } from '#functions/intake/batch/sheet-sender.ts';
import {
  hiddenField,
  type IntakeSchool,
  jsonOf,
  openIntakeSchool,
  sendJson,
} from '../intake-school.ts';
import { jpegOfTelephone, place, plainJpeg, plainPng } from './pictures.ts';

let school: IntakeSchool;
beforeEach(async () => {
  school = await openIntakeSchool();
});

const fault = { place: '食堂', fault: '水龙头漏水', urgent: 'urgent' };
const heic = new Uint8Array(Buffer.from('\0\0\0\x18ftypheic0000mif1heic', 'latin1'));

/** Puts a photo as the page's script does. */
const put = async (
  entry: string,
  photo: string,
  bytes: Uint8Array,
  { register = 'repairs', token = school.link() } = {},
) =>
  school.intake.request(`/intake/photos/${register}/${entry}/${photo}?t=${token}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'image/jpeg', 'Accept-Language': 'zh' },
    body: Buffer.from(bytes),
  });

const send = (id: string, photo: string, more: object = {}) =>
  sendJson(school.intake, 'repairs', school.link(), { id, values: { ...fault, photo }, ...more });

const photoFiles = () =>
  school
    .google('owner')
    .drive.listFiles("mimeType contains 'image/'", 'id,name,mimeType,properties,parents');

const rowWith = async (id: string, register = 'repairs') =>
  (await school.staff.see(register)).rows.find((row) => row.行编号 === id);

describe('a photo that the page’s script sends', () => {
  it('lies in Drive without its place, the row links it, and its receipt shows it', async () => {
    const [id, photo] = [school.newId(), school.newId()];
    const answer = await put(id, photo, jpegOfTelephone());
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ photo: `photo:${photo}` });
    const { receipt } = await jsonOf(await send(id, `photo:${photo}`));
    const [file] = await photoFiles();
    expect((await rowWith(id))?.照片).toContain(`/file/d/${file?.id}/view`);
    const page = await (await school.intake.request(new URL(receipt).pathname)).text();
    const [, address = ''] = /<img src="([^"]+)"/.exec(page) ?? [];
    const shown = await school.intake.request(address);
    expect(shown.headers.get('Content-Type')).toBe('image/jpeg');
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes.includes(place)).toBe(false);
    expect(bytes.subarray(-10)).toEqual(Buffer.from(plainJpeg.subarray(-10)));
  });

  it('is shown where its sender follows the row too', async () => {
    const [id, photo] = [school.newId(), school.newId()];
    await put(id, photo, plainJpeg);
    const { receipt } = await jsonOf(await send(id, `photo:${photo}`));
    const page = await (await school.intake.request(new URL(receipt).pathname)).text();
    const [, track = ''] = /href="([^"]*\/track\/[^"]+)"/.exec(page) ?? [];
    const followed = await (await school.intake.request(track)).text();
    const [, address = ''] = /<img src="([^"]+)"/.exec(followed) ?? [];
    const shown = await school.intake.request(address);
    expect(shown.headers.get('Content-Type')).toBe('image/jpeg');
  });

  it('sent again, form and photo, is one row and one file', async () => {
    const [id, photo] = [school.newId(), school.newId()];
    await put(id, photo, plainJpeg);
    await send(id, `photo:${photo}`);
    school.intake = school.newIntake();
    expect((await put(id, photo, plainJpeg)).status).toBe(201);
    expect((await send(id, `photo:${photo}`, { retry: true })).status).toBe(200);
    expect(await photoFiles()).toHaveLength(1);
    expect(
      (await school.staff.see('repairs')).rows.filter((row) => row.行编号 === id),
    ).toHaveLength(1);
  });

  it('is known to the row by another instance too', async () => {
    const [id, photo] = [school.newId(), school.newId()];
    await put(id, photo, plainJpeg);
    school.intake = school.newIntake();
    expect((await send(id, `photo:${photo}`)).status).toBe(201);
    expect((await rowWith(id))?.照片).toContain('/file/d/');
  });

  it('several stand in the cell one a line', async () => {
    const [id, first, second] = [school.newId(), school.newId(), school.newId()];
    await put(id, first, plainJpeg);
    await put(id, second, plainPng);
    await send(id, `photo:${first}\nphoto:${second}`);
    expect((await rowWith(id))?.照片?.split('\n')).toHaveLength(2);
  });

  it('stays with its own entry: another one can neither name it nor show it', async () => {
    const [id, other, photo] = [school.newId(), school.newId(), school.newId()];
    await put(id, photo, plainJpeg);
    const named = await send(other, `photo:${photo}`);
    expect(named.status).toBe(422);
    expect((await jsonOf(named)).issues).toEqual([
      { column: 'photo', message: '照片还没有传上来，请再按一次“提交”' },
    ]);
    await send(id, `photo:${photo}`);
    const link = (await rowWith(id))?.照片 ?? '';
    const { receipt } = await jsonOf(await send(other, link));
    const page = await school.intake.request(`${new URL(receipt).pathname}/photo/photo/1`);
    expect(page.status).toBe(404);
  });

  it('is refused in words that a person understands, by what is in it', async () => {
    const answer = await put(school.newId(), school.newId(), heic);
    expect(answer.status).toBe(422);
    expect((await jsonOf(answer)).error?.message).toContain('HEIC 照片收不了');
    expect(await photoFiles()).toEqual([]);
  });

  it.each([
    ['without a link', 401, { token: () => '' }],
    [
      'with a link of another register',
      403,
      { token: () => school.link({ registers: ['places'] }) },
    ],
    ['for a form without photos', 404, { register: 'people', token: () => school.link() }],
  ])('%s: %i', async (_, status, { token, ...more }) => {
    const answer = await put(school.newId(), school.newId(), plainJpeg, {
      ...more,
      token: token(),
    });
    expect(answer.status).toBe(status);
  });

  it('while Google is out is asked for again later', async () => {
    school.googleIsOut();
    const answer = await school.waitedFor(put(school.newId(), school.newId(), plainJpeg));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('10');
  });
});

describe('a photo without JavaScript', () => {
  const fields = (id: string, files: readonly Uint8Array[], more: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ _id: id, ...fault, ...more }))
      form.set(name, value);
    for (const bytes of files) form.append('photo', new File([Buffer.from(bytes)], '我的.jpg'));
    return form;
  };
  const post = async (form: FormData) =>
    school.intake.request(`/intake/form/repairs?t=${school.link()}`, {
      method: 'POST',
      body: form,
    });

  it('travels with the form, and the row links it', async () => {
    const id = school.newId();
    expect((await post(fields(id, [jpegOfTelephone()]))).status).toBe(303);
    expect((await rowWith(id))?.照片).toContain('/file/d/');
    expect(await photoFiles()).toHaveLength(1);
  });

  it('is kept when something else must be mended, and is not asked for twice', async () => {
    const id = school.newId();
    const again = await post(fields(id, [plainJpeg], { place: '月球' }));
    expect(again.status).toBe(422);
    const page = await again.text();
    expect(page).toContain('1 张照片已上传');
    const photo = hiddenField(page, 'photo');
    expect((await post(fields(id, [], { photo }))).status).toBe(303);
    expect((await rowWith(id))?.照片?.split('\n')).toHaveLength(1);
    expect(await photoFiles()).toHaveLength(1);
  });

  it('sent twice by a double click is one row and one file', async () => {
    const id = school.newId();
    const [first, second] = await Promise.all([
      post(fields(id, [plainJpeg])),
      post(fields(id, [plainJpeg])),
    ]);
    expect([first?.status, second?.status]).toEqual([303, 303]);
    expect(await photoFiles()).toHaveLength(1);
  });

  it('that cannot be taken is told at its field, with all else kept', async () => {
    const answer = await post(fields(school.newId(), [heic]));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(/<a href="#field-photo">照片：HEIC 照片收不了/);
    expect(page).toContain('>水龙头漏水</textarea>');
  });

  it('of which half came is no form: nothing is written', async () => {
    const whole = new Request('https://x', {
      method: 'POST',
      body: fields(school.newId(), [plainJpeg]),
    });
    const bytes = Buffer.from(await whole.arrayBuffer());
    const answer = await school.intake.request(`/intake/form/repairs?t=${school.link()}`, {
      method: 'POST',
      headers: { 'Content-Type': whole.headers.get('Content-Type') ?? '' },
      body: bytes.subarray(0, bytes.length / 2),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('内容不完整，请再提交一次。');
    expect(await photoFiles()).toEqual([]);
  });

  it('while Google is out the form comes back and says that the photo is to be chosen again', async () => {
    school.googleIsOut();
    const answer = await school.waitedFor(post(fields(school.newId(), [plainJpeg])));
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('照片要重新选一次');
  });
});

describe('photos of a sheet for many rows', () => {
  it('come with the sheet’s id, and each stands in its own row', async () => {
    const [id, photo] = [school.newId(), school.newId()];
    const token = school.link({ kind: 'post' });
    const sheet = { register: 'floorChecks', token };
    expect((await put(id, photo, plainJpeg, sheet)).status).toBe(201);
    const answer = await sendJson(school.intake, 'floorChecks/batch/floor', token, {
      id,
      shared: { floor: '3', inspector: '周敏' },
      rows: [
        { room: '301', result: 'bad', picture: `photo:${photo}` },
        { room: '302', result: 'good' },
      ],
    });
    expect(await answer.json()).toMatchObject({ rows: [sheetRowId(id, 0), sheetRowId(id, 1)] });
    const [first, second] = await Promise.all(
      [0, 1].map((place) => rowWith(sheetRowId(id, place), 'floorChecks')),
    );
    expect(first?.照片).toContain('/file/d/');
    expect(second?.照片 ?? '').toBe('');
    const shown = await school.intake.request(
      `/intake/row/floorChecks/${sheetRowId(id, 0)}/photo/picture/1?t=${token}`,
    );
    expect(shown.status).toBe(200);
  });
});
