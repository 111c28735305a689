import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addPages } from '#scripts/local-google/pages/index.ts';
import { standIn } from '../stand-in.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheetType = 'application/vnd.google-apps.spreadsheet';

/** A stand-in with its pages, a shared drive, and a way to ask as a browser does. */
async function school() {
  const { google, clock, as } = standIn();
  addPages(google, { clock });
  const open = (path: string) => google.fetch(new Request(`http://google.local${path}`));
  const page = async (path: string) => {
    const response = await open(path);
    return { status: response.status, text: await response.text() };
  };
  const { drive, sheets, way } = as('owner');
  const made = await drive.drives.create({ requestId: 'r', requestBody: { name: '青山中学后勤' } });
  const driveId = made.data.id ?? '';
  const put = async (name: string, mimeType: string, body?: string, parent = driveId) => {
    const { data } = await drive.files.create(
      {
        requestBody: { name, mimeType, parents: [parent] },
        ...(body !== undefined && { media: { mimeType, body } }),
        fields: 'id,webViewLink',
        supportsAllDrives: true,
      },
      way,
    );
    return { id: data.id ?? '', link: data.webViewLink ?? '' };
  };
  return { google, as, open, page, put, drive, sheets };
}

describe('the list of files', () => {
  test('names every file where it lies, and leads to it', async () => {
    const { page, put } = await school();
    const spreadsheet = await put('服务与安全', sheetType);
    const folder = await put('月计划', 'application/vnd.google-apps.folder');
    const paper = await put('十二月计划.docx', docx, 'PK', folder.id);
    const { text } = await page('/');
    expect(text).toContain(
      `<a class="name" href="/spreadsheets/d/${spreadsheet.id}/edit">服务与安全</a>`,
    );
    expect(text).toContain('<h2>青山中学后勤 / 月计划</h2>');
    expect(text).toContain(`href="/file/d/${paper.id}/content"`);
    expect(text).toContain('· owner</span>');
  });

  test('leaves out what is in the bin, alone or with its folder', async () => {
    const { page, put, drive } = await school();
    const folder = await put('旧的', 'application/vnd.google-apps.folder');
    await put('旧计划.docx', docx, 'PK', folder.id);
    await drive.files.update({
      fileId: folder.id,
      requestBody: { trashed: true },
      supportsAllDrives: true,
    });
    expect((await page('/')).text).not.toContain('旧计划');
  });

  test('reads nothing in a name as HTML', async () => {
    const { page, put } = await school();
    const { id } = await put('<img src=x onerror=alert(1)>"', sheetType);
    for (const path of ['/', `/spreadsheets/d/${id}/edit`]) {
      const { text } = await page(path);
      expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;');
      expect(text).not.toContain('<img');
    }
  });
});

describe('a file', () => {
  test('says what it is, and gives its content as a download under its name', async () => {
    const { page, put, open } = await school();
    const { id } = await put('十二月计划.docx', docx, 'PK…');
    const { text } = await page(`/file/d/${id}/view`);
    expect(text).toContain('<h1>十二月计划.docx</h1>');
    expect(text).toContain('Word 文档');
    expect(text).toContain('5 B');
    const content = await open(`/file/d/${id}/content`);
    expect(await content.text()).toBe('PK…');
    expect(content.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('十二月计划.docx')}`,
    );
  });

  test('that could carry a script is never shown, only downloaded', async () => {
    const { put, open } = await school();
    const page = await put('a.html', 'text/html', '<script>alert(1)</script>');
    const shown = await open(`/file/d/${page.id}/content?show`);
    expect(shown.headers.get('content-type')).toBe('application/octet-stream');
    expect(shown.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    const picture = await put('a.png', 'image/png', 'png');
    const seen = await open(`/file/d/${picture.id}/content?show`);
    expect(seen.headers.get('content-type')).toBe('image/png');
  });

  test('that is a spreadsheet opens as one', async () => {
    const { put, open } = await school();
    const { id } = await put('服务与安全', sheetType);
    const response = await open(`/file/d/${id}/view`);
    expect(response.headers.get('location')).toBe(`/spreadsheets/d/${id}/edit`);
  });

  test.each(['/file/d/none/view', '/file/d/none/content', '/spreadsheets/d/none/edit'])(
    'that is not there is a page that says so: %s',
    async (path) => {
      const { page } = await school();
      const { status, text } = await page(path);
      expect(status).toBe(404);
      expect(text).toContain('← 全部文件');
    },
  );
});

describe('links in answers', () => {
  test('lead to the pages of this stand-in, whoever is asked for them', async () => {
    const { put, drive, sheets } = await school();
    const spreadsheet = await put('服务与安全', sheetType);
    const paper = await put('计划.docx', docx, 'PK');
    expect(spreadsheet.link).toBe(
      `http://google.local/spreadsheets/d/${spreadsheet.id}/edit?usp=drivesdk`,
    );
    expect(paper.link).toBe(`http://google.local/file/d/${paper.id}/view?usp=drivesdk`);
    const listed = await drive.files.list({
      fields: 'files(webViewLink)',
      includeItemsFromAllDrives: true,
      supportsAllDrives: true,
    });
    for (const { webViewLink } of listed.data.files ?? [])
      expect(webViewLink).toMatch(/^http:\/\/google\.local\//);
    const { data } = await sheets.spreadsheets.get({ spreadsheetId: spreadsheet.id });
    expect(data.spreadsheetUrl).toBe(`http://google.local/spreadsheets/d/${spreadsheet.id}/edit`);
    const { data: changed } = await sheets.spreadsheets.batchUpdate({
      spreadsheetId: spreadsheet.id,
      requestBody: {
        requests: [{ addSheet: { properties: { title: '报修' } } }],
        includeSpreadsheetInResponse: true,
      },
    });
    expect(changed.updatedSpreadsheet?.spreadsheetUrl).toBe(data.spreadsheetUrl);
  });
});

describe('what the pages ask for', () => {
  test('scripts and styles are theirs, and their policy forbids all others', async () => {
    const { open, page } = await school();
    const response = await open('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:/);
    const assets = [...(await page('/')).text.matchAll(/(?:href|src)="(\/__pages\/[^"]+)"/g)];
    expect(assets).toHaveLength(2);
    for (const [, path = ''] of assets) expect((await open(path)).status).toBe(200);
    expect((await open('/__pages/other.js')).status).toBe(404);
  });

  test('edits by hand are signed, and know neither quota nor faults', async () => {
    const { google, put, open } = await school();
    const { id } = await put('服务与安全', sheetType);
    google.faults.add([{ kind: '503', times: 1000 }]);
    const by = { headers: { authorization: 'Bearer wang' } };
    for (let time = 0; time < 61; time += 1) {
      const response = await google.fetch(
        new Request(`http://google.local/__by-hand/v4/spreadsheets/${id}`, by),
      );
      expect(response.status).toBe(200);
    }
    expect((await open(`/__by-hand/v4/spreadsheets/${id}`)).status).toBe(401);
  });

  test('a link that a formula computes is computed when somebody follows it', async () => {
    const { put, sheets, open } = await school();
    const { id: spreadsheetId } = await put('服务与安全', sheetType);
    const formula = '=IFERROR(HYPERLINK("#gid=7&range=A"&MATCH("b",B:B,0),"第"&1&"行"),"")';
    await sheets.spreadsheets.values.update({
      spreadsheetId,
      range: 'A1:B3',
      valueInputOption: 'USER_ENTERED',
      requestBody: {
        values: [
          [formula, 'x'],
          ['=1+1', 'a'],
          ['', 'b'],
        ],
      },
    });
    const follow = async (row: number) => {
      const response = await open(`/__link/${spreadsheetId}/0/${row}/0`);
      return z.object({ link: z.string().nullable() }).parse(await response.json()).link;
    };
    expect(await follow(0)).toBe('#gid=7&range=A3');
    expect(await follow(1)).toBeNull();
    expect(await follow(9)).toBeNull();
  });
});
