import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';

/** What a slow telephone network brings in a second. */
const most = 30_000;

it('the JavaScript that is sent for a form or a sheet is at most 30 kB compressed', async () => {
  const { script, sheetScript, worker } = await loadAssets();
  for (const page of [script, sheetScript])
    expect(gzipSync(page).length + gzipSync(worker).length).toBeLessThan(most);
});
