import { describe, expect, it } from 'vitest';
import { hasForm } from '#functions/intake/access.ts';
import { batchSheets } from '#functions/intake/batch/sheet.ts';
import { registers } from '#schema/registers/index.ts';
import { findingsInBothLights } from '../browser/accessibility.ts';
import { demoInBrowser } from '../browser/demo-in-browser.ts';

const demo = demoInBrowser(['settings', 'people', 'places'], '2026-11-24T02:00:00Z');
const forms = registers.filter(hasForm).map(({ key }) => `form/${key}`);
const sheets = registers
  .flatMap(batchSheets)
  .map(({ register, key }) => `batch/${register.key}/${key}`);

describe.each(['zh', 'en'] as const)(
  'axe-core finds nothing in light and dark, in %s',
  (language) => {
    it.each([...forms, ...sheets])('on %s, blank and with every problem told', async (path) => {
      const page = await demo.open(path, language);
      expect(await findingsInBothLights(page)).toEqual([]);
      await page.locator('button.submit').first().click();
      expect(await findingsInBothLights(page)).toEqual([]);
      await page.context().close();
    });
  },
);
