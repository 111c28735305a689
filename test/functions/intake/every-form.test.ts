import { html } from 'hono/html';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { uuidFrom } from '#platform/random.ts';
import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import type { Values } from '#schema/row.ts';
import { rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { handClock } from '../../local-google/hand-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { jsonOf, sendJson } from './intake-school.ts';

const clock = handClock('2026-11-24T02:00:00.000Z');
const random = seededRandom('every form');
const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
const token = links.sign({ kind: 'personal' });

let school: School;
let intake: ReturnType<typeof createIntake>;
beforeAll(async () => {
  school = await openSchool({ clock });
  intake = createIntake({
    workbooks: school.workbooks(),
    links,
    clock,
    random,
    log: createLog({ write: () => {} }),
    baseUrl: 'https://forms.school.example',
    drawSecret: 'a secret of this test',
    assets: await loadAssets(),
  });
});

/** Puts the names that an example speaks of on their lists. */
async function listNames({ columns }: Register, ...examples: readonly Values<Columns>[]) {
  const workbooks = school.workbooks();
  for (const example of examples)
    for (const [name, value] of Object.entries(example)) {
      const column = columns[name];
      const label =
        column?.kind === 'reference' && registers.find(({ key }) => key === column.to)?.label;
      if (column?.kind !== 'reference' || !label) continue;
      const id = rowId.parse(uuidFrom(random));
      await workbooks.submit({ register: column.to, id, values: { [label]: String(value) } });
    }
  await clock.advance(61_000);
}

const forms = registers.flatMap((register) => (register.form ? [register] : []));

describe.each(forms.map((register) => [register.key, register] as const))('%s', (key, register) => {
  it('draws its form in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const page = await intake.request(`/intake/form/${key}?t=${token}&lang=${language}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(String(html`<h1>${register.title[language]}</h1>`));
    }
  });

  it('takes its example, and gives a receipt', async () => {
    const id = uuidFrom(random);
    const values = register.form?.example ?? {};
    await listNames(register, values);
    const answer = await sendJson(intake, key, token, { id, values });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const read = await school.workbooks().read([key]);
    expect(read.get(key)?.rows.map((row) => row.id)).toContain(id);
  });
});

const batches = registers.flatMap((register) =>
  (register.batches ?? []).map(
    (batch) => [`${register.key}/${batch.key}`, register, batch] as const,
  ),
);

describe.each(batches)('%s', (_, register, batch) => {
  const place = `${register.key}/batch/${batch.key}`;

  it('draws its first step in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const address = `/intake/batch/${register.key}/${batch.key}?t=${token}&lang=${language}`;
      const page = await intake.request(address);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(String(html`<h1>${batch.title[language]}</h1>`));
    }
  });

  it('says what its grid begins with, and takes its example with a receipt', async () => {
    const { shared, rows } = batch.example;
    await listNames(register, shared, ...rows);
    const grid = await sendJson(intake, `${place}/rows`, token, { shared });
    expect(grid.status, await grid.clone().text()).toBe(200);
    const answer = await sendJson(intake, place, token, { id: uuidFrom(random), shared, rows });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const { receipt } = await jsonOf(answer);
    expect((await intake.request(new URL(receipt).pathname)).status).toBe(200);
  });
});

describe('copying in from paper', () => {
  it.each(
    registers
      .filter((register) => !register.writtenByCode && !register.codeProtected)
      .map((register) => [register.key]),
  )('%s has a page for it', async (key) => {
    const page = await intake.request(`/intake/copy-in/${key}?t=${token}`);
    expect(page.status).toBe(200);
  });
});
