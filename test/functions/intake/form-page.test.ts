import { beforeAll, describe, expect, it } from 'vitest';
import type { LinkClaims } from '#platform/links/index.ts';
import { type IntakeSchool, openIntakeSchool } from './intake-school.ts';

let school: IntakeSchool;
beforeAll(async () => {
  school = await openIntakeSchool();
});

const open = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  school.intake.request(address, { headers });
const pageOf = async (address: string, headers: Readonly<Record<string, string>> = {}) =>
  (await open(address, headers)).text();

describe('the page of a form', () => {
  it('needs no Google', async () => {
    const reads = school.localGoogle.counts.read().total.reads;
    school.googleIsOut();
    const answer = await open(`/intake/form/repairs?t=${school.link()}`);
    school.googleIsOut(false);
    expect(answer.status).toBe(200);
    expect(school.localGoogle.counts.read().total.reads).toBe(reads);
  });

  it('shows the school, the title, the sentence above the form and every column that it asks', async () => {
    const page = await pageOf(`/intake/form/repairs?t=${school.link()}`);
    expect(page).toContain('青山中学');
    expect(page).toContain('<h1>报修</h1>');
    expect(page).toContain('小修不过夜，大修不过三天');
    for (const column of ['place', 'fault', 'urgent', 'reporter', 'phone'])
      expect(page).toContain(`name="${column}"`);
    expect(page).not.toContain('name="state"');
  });

  it('ties each label to its input, says which are required, and explains them', async () => {
    const page = await pageOf(`/intake/form/repairs?t=${school.link()}`);
    expect(page).toMatch(/<label class="label" for="field-fault">故障情况 <span[^>]*>必填<\/span>/);
    expect(page).toMatch(
      /<textarea id="field-fault"[^>]* required[^>]* aria-describedby="field-fault-help"/,
    );
    expect(page).toContain('什么坏了、坏成什么样');
    expect(page).toMatch(/<fieldset class="field"[^>]*data-field="urgent"/);
  });

  it('gives each kind of column the input that phones know', async () => {
    const page = await pageOf(`/intake/form/everyKind?t=${school.link()}`);
    for (const [column, attributes] of [
      ['phone', 'type="tel" inputmode="tel" autocomplete="tel"'],
      ['mail', 'type="email"'],
      ['page', 'type="url"'],
      ['day', 'type="date"'],
      ['hour', 'type="time"'],
      ['happened', 'type="datetime-local"'],
      ['amount', 'type="text" inputmode="decimal"'],
      ['price', 'type="text" inputmode="decimal"'],
    ])
      expect(page).toMatch(new RegExp(`id="field-${column}"[^>]*${attributes}`));
    expect(page).toMatch(/<input type="radio" value="yes"[^>]* name="present"/);
    expect(page).toMatch(/<input type="radio" value="good"[^>]* name="few"/);
    expect(page).toMatch(/<select id="field-many"/);
    expect(page).toContain('公斤');
  });

  it('starts a moment that rows are stamped with as now', async () => {
    const page = await pageOf(`/intake/form/everyKind?t=${school.link()}`);
    expect(page).toMatch(/id="field-happened" value="2026-11-24T10:00"/);
  });

  it('is filled in beforehand by its link, such as the code on a wall', async () => {
    const prefill = { place: '教学楼 A201', urgent: '紧急' };
    const page = await pageOf(`/intake/form/repairs?t=${school.link({ prefill })}`);
    expect(page).toMatch(/id="field-place" value="教学楼 A201"/);
    expect(page).toMatch(/value="urgent"[^>]* checked/);
  });

  it('says what personal data is for and how long it is kept, where it asks for it', async () => {
    expect(await pageOf(`/intake/form/repairs?t=${school.link()}`)).toContain(
      '只用于办理本事项，6 个月后删除',
    );
    expect(await pageOf(`/intake/form/staffOnly?t=${school.link({ kind: 'post' })}`)).not.toContain(
      '只用于办理本事项',
    );
  });

  it('carries an id of its own each time it is drawn', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const page = await pageOf(`/intake/form/repairs?t=${school.link()}`);
        return /name="_id" value="([0-9a-f-]{36})"/.exec(page)?.[1];
      }),
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe('the language of a page', () => {
  const heading = async (
    query: string,
    accept: string,
    claims: Partial<LinkClaims> = {},
  ): Promise<readonly string[] | undefined> => {
    const page = await pageOf(`/intake/form/repairs?t=${school.link(claims)}${query}`, {
      'Accept-Language': accept,
    });
    return /<html lang="([^"]+)">[\s\S]*<h1>([^<]+)<\/h1>/.exec(page)?.slice(1);
  };

  it('is Chinese unless something else is asked', async () => {
    expect(await heading('', '')).toEqual(['zh-CN', '报修']);
    expect(await heading('', 'fr-FR')).toEqual(['zh-CN', '报修']);
  });

  it('follows the browser, then the link, then the address', async () => {
    expect(await heading('', 'en-US,en;q=0.9,zh;q=0.5')).toEqual(['en', 'Repairs']);
    expect(await heading('', 'en-US', { language: 'zh' })).toEqual(['zh-CN', '报修']);
    expect(await heading('&lang=en', 'zh-CN', { language: 'zh' })).toEqual(['en', 'Repairs']);
  });

  it('can be switched on the page', async () => {
    const page = await pageOf(`/intake/form/repairs?t=${school.link()}`);
    const other = /<a class="switch" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    expect(await pageOf(other ?? '')).toContain('<h1>Repairs</h1>');
  });
});

describe('a link that does not open a form says so on a page', () => {
  it.each([
    ['without a token', () => '/intake/form/repairs', 401, '请重新扫码'],
    ['with an altered token', () => `/intake/form/repairs?t=${school.link()}x`, 403, '请重新扫码'],
    ['of a key out of use', () => '/intake/form/repairs?t=k0.a.b', 403, '此链接已停用'],
    [
      'for another form',
      () => `/intake/form/repairs?t=${school.link({ registers: ['everyKind'] })}`,
      403,
      '不能填这份表',
    ],
    ['for no form', () => `/intake/form/nothing?t=${school.link()}`, 404, '没有这份表'],
    ['for no page', () => '/intake/nothing', 404, '没有这一页'],
  ] satisfies [string, () => string, number, string][])(
    '%s',
    async (_name, address, status, words) => {
      const answer = await open(address());
      expect(answer.status).toBe(status);
      expect(answer.headers.get('Content-Type')).toContain('text/html');
      expect(await answer.text()).toContain(words);
    },
  );
});

describe('/intake/ lists the forms that a link opens', () => {
  it('a public link: forms for anyone, or those that it names', async () => {
    const all = await pageOf(`/intake/?t=${school.link()}`);
    expect(all).toContain('/intake/form/repairs?t=');
    expect(all).toContain('/intake/form/everyKind?t=');
    expect(all).not.toContain('staffOnly');
    const one = await pageOf(`/intake/?t=${school.link({ registers: ['repairs'] })}`);
    expect(one).not.toContain('everyKind');
  });

  it('a link of a post or a person: forms for staff too', async () => {
    expect(await pageOf(`/intake/?t=${school.link({ kind: 'personal' })}`)).toContain('staffOnly');
  });

  it('a receipt: none', async () => {
    expect(await pageOf(`/intake/?t=${school.link({ kind: 'track' })}`)).toContain('没有可填的表');
  });
});

describe('what every answer carries', () => {
  it('a strict policy: nothing inline, nothing from elsewhere, no frame, no referrer', async () => {
    const { headers } = await open(`/intake/form/repairs?t=${school.link()}`);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('scripts and styles as files that may be kept for good, and no inline ones', async () => {
    const page = await pageOf(`/intake/form/repairs?t=${school.link()}`);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/);
    const addresses = [...page.matchAll(/(?:src|href)="(\/intake\/assets\/[^"]+)"/g)];
    expect(addresses).toHaveLength(2);
    for (const [, address = ''] of addresses) {
      const { status, headers } = await open(address);
      expect(status).toBe(200);
      expect(headers.get('Cache-Control')).toContain('immutable');
    }
  });

  it('health needs no Google and no link', async () => {
    expect(await (await open('/intake/health')).json()).toEqual({ ok: true });
  });
});
