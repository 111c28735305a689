import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsqr from 'jsqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { repairs } from '#schema/registers/service/repairs.ts';
import { localDateTime } from '#schema/values.ts';
import { type PlacePosters, placePosters } from '#scripts/posters/place-posters.ts';
import { writePosters } from '#scripts/posters/write-posters.ts';
import { sendJson } from '../../functions/intake/intake-school.ts';
import { type LinkSchool, oldKey, openLinkSchool } from '../../functions/intake/link-school.ts';

const now = localDateTime.parse('2026-11-24T10:00:00');
const url = 'https://forms.school.example';

let school: LinkSchool;
const make = (): Promise<PlacePosters> =>
  placePosters(
    {
      workbooks: school.workbooks('owner'),
      links: school.linksOf(oldKey),
      url,
      registers: school.registers,
    },
    repairs,
    now,
  );
/** What stands on each page, and what a scanner reads on it. */
let pages: readonly { readonly text: string; readonly code: string | undefined }[];

beforeAll(async () => {
  school = await openLinkSchool();
  await school.add('places', { name: '宿舍1号楼 三层 公共卫生间 靠楼梯一侧' });
  await school.add('places', { name: '旧车棚', outOfUse: true });
  await school.add('settings', { key: 'schoolName', name: '学校名称', value: '青山中学' });
  const file = join(mkdtempSync(join(tmpdir(), '海报 posters-')), '海报.pdf');
  await writePosters((await make()).posters, file);
  pages = await scanned(readFileSync(file));
});

async function scanned(pdf: Uint8Array) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const read = [];
  for (const page of document.pages()) {
    // Drawing a page shuts it, so what it says is read before.
    const text = page.getText();
    const { data, width, height } = await page.render({ scale: 2, render: 'bitmap' });
    const found = jsqr.default(new Uint8ClampedArray(data), width, height);
    read.push({ text, code: found?.data });
  }
  document.destroy();
  library.destroy();
  return read;
}

describe('posters of places', () => {
  it('are one for each place in use, with the school, the place and a short address to type', () => {
    expect(pages).toHaveLength(2);
    for (const said of ['青山中学', '扫码报修', 'Repairs', '图书馆', '/intake/go/'])
      expect(pages[0]?.text).toContain(said);
    expect(pages[1]?.text).toContain('靠楼梯一侧');
    expect(pages.map(({ text }) => text).join()).not.toContain('旧车棚');
  });

  it('have a code that a scanner reads, and that opens the form with the place filled in', async () => {
    const intake = school.newIntake();
    const page = await (await intake.request(pages[0]?.code ?? '')).text();
    expect(page).toContain('<h1>报修</h1>');
    expect(page).toContain('value="图书馆"');
    const token = new URL(pages[0]?.code ?? '').searchParams.get('t') ?? '';
    const sent = await sendJson(intake, 'repairs', token, {
      id: school.newId(),
      values: { place: '图书馆', fault: '灯不亮' },
    });
    expect(sent.status).toBe(201);
  });

  it('have a short address that leads to the same form', async () => {
    const [, code] = /\/intake\/go\/([0-9A-Z]{8})/.exec(pages[0]?.text ?? '') ?? [];
    const answer = await school.newIntake().request(`/intake/go/${code}`);
    expect(`${url}${answer.headers.get('location')}`).toBe(pages[0]?.code);
  });

  it('are the same when they are printed again, and stand in 链接 once', async () => {
    const { posters } = await make();
    expect(posters.map(({ address }) => address)).toEqual(pages.map(({ code }) => code));
    const { rows } = await school.staff.see('links');
    expect(rows.filter((row) => row.地点 === '图书馆')).toHaveLength(1);
  });

  it('leave out a place whose code was revoked, and say so', async () => {
    const { row } = await school.line('图书馆 报修码');
    await school.staff.edit('links', row, '启用或停用', '停用');
    const { posters, without } = await make();
    expect(posters.map(({ place }) => place)).toEqual(['宿舍1号楼 三层 公共卫生间 靠楼梯一侧']);
    expect(without).toEqual(['图书馆']);
  });
});
