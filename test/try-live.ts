import { openBrowser } from '#scripts/print/open-browser.ts';
import { registers } from '#schema/registers/index.ts';
const browser = await openBrowser();
const t='k1.eyJrIjoibyJ9.JiY7xDuMmJFdVuMFSAenHQ'; const base='http://127.0.0.1:8391/intake';
const only = process.argv[2];
for (const r of registers) for (const b of r.batches ?? []) {
  if (only && r.key+'/'+b.key !== only) continue;
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })).newPage();
  page.on('pageerror', (e) => console.log(r.key, b.key, 'ERR', e.message));
  await page.goto(base+'/batch/'+r.key+'/'+b.key+'?t='+t);
  // fill example shared
  for (const [k, v] of Object.entries(b.example.shared)) {
    const f = page.locator('[data-once] [name="'+k+'"]').first();
    if (await f.count() === 0) { console.log('nofield', k); continue; }
    const type = await f.evaluate((e) => e.tagName + ' ' + (e as HTMLInputElement).type);
    const text = v === true ? 'yes' : v === false ? 'no' : String(v);
    if (type.includes('radio')) await page.locator('[data-once] [name="'+k+'"][value="'+text+'"]').evaluate((e) => { (e as HTMLInputElement).checked = true; });
    else if (type.startsWith('SELECT')) await f.selectOption(text);
    else await f.fill(type.includes('datetime') ? text.slice(0,16) : text);
  }
  const next = page.locator('.next');
  if (await next.count()) { await page.evaluate(() => (document.activeElement as HTMLElement)?.blur()); await next.click(); }
  await page.waitForTimeout(1200);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const problems = await page.locator('[data-summary]:not([hidden])').allTextContents();
  const status = await page.locator('[data-once-status]').allTextContents();
  console.log(r.key+'/'+b.key, 'lines', await page.locator('.line').count(), 'folded', await page.locator('.line.folded').count(), 'drawn', await page.locator('.line.drawn').count(), 'width', wide, problems.join('|').replace(/\s+/g,' '), status.join(''));
  if (only) await page.screenshot({ path: '/tmp/houqin/shots/batch-live.png', fullPage: false });
  await page.context().close();
}
await browser.close();
