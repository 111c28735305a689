import { execSync } from 'node:child_process';
import { serve } from '@hono/node-server';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { uuidFrom } from '#platform/random.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { registers } from '#schema/registers/index.ts';
import { localDate, rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { openBrowser } from '#scripts/print/open-browser.ts';
import { writePdf } from '#scripts/print/write-pdf.ts';
import { handClock } from './local-google/hand-clock.ts';
import { openSchool } from './school/open-school.ts';

const clock = handClock('2026-11-24T02:00:00.000Z');
const random = seededRandom('print');
const some = registers.filter(
  ({ key }) =>
    [
      'settings',
      'people',
      'teams',
      'posts',
      'places',
      'calendar',
      'roster',
      'repairs',
      'items',
      'movements',
      'purchases',
      'vehicleRequests',
      'trips',
    ].includes(key) || ['stocktakes'].includes(key),
);
const school = await openSchool({ clock, registers });
const demo = makeDemoSchool({ seed: 7, today: localDate.parse('2026-11-24'), registers });
const w = school.workbooks();
for (const r of some)
  await Promise.all(
    demo
      .rows(r.key)
      .map((values) => w.submit({ register: r.key, id: rowId.parse(uuidFrom(random)), values })),
  );
const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
const intake = createIntake({
  workbooks: w,
  links,
  clock,
  random,
  log: createLog({ write: (l) => process.stderr.write(l) }),
  baseUrl: 'https://f.example',
  assets: await loadAssets(),
  publicHolidays: async () => chineseHolidays,
});
const server = serve({ fetch: intake.fetch, port: 0, hostname: '127.0.0.1' }, async ({ port }) => {
  const base = `http://127.0.0.1:${port}/intake`;
  const t = (r: string) => links.sign({ kind: 'post', registers: [r] });
  const row = (await w.read(['repairs'])).get('repairs')?.rows[3]?.id;
  for (const [name, path, r] of [
    ['ledger', 'print/repairs?month=2026-11&', 'repairs'],
    ['movements', 'print/movements?month=2026-11&', 'movements'],
    ['wall', 'print/roster/wall?month=2026-11&', 'roster'],
    ['count', 'print/items/count?', 'items'],
    ['slip', `print/repairs/slip/1/${row}?`, 'repairs'],
  ] as const) {
    const pdf = `/tmp/houqin/shots/print-${name}.pdf`;
    await writePdf(`${base}/${path}t=${t(r)}`, pdf);
    execSync(`pdftoppm -r 60 -png ${pdf} /tmp/houqin/shots/print-${name}`);
  }
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${base}/print/repairs?t=${t('repairs')}`);
  await page.screenshot({ path: '/tmp/houqin/shots/print-screen.png' });
  await page.goto(`${base}/?t=${links.sign({ kind: 'post' })}`);
  await page.screenshot({ path: '/tmp/houqin/shots/batch-index.png', fullPage: true });
  await browser.close();
  server.close();
  process.exit(0);
});
