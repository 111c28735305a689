import { html } from 'hono/html';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { uuidFrom } from '#platform/random.ts';
import { registers } from '#schema/registers/index.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { handClock } from '../../local-google/hand-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { sendJson } from './intake-school.ts';

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
    assets: await loadAssets(),
  });
});

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
    const answer = await sendJson(intake, key, token, { id, values });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const read = await school.workbooks().read([key]);
    expect(read.get(key)?.rows.map((row) => row.id)).toContain(id);
  });
});
