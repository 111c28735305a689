import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

declare global {
  interface Window {
    readonly axe?: { run(): Promise<AxeResults> };
  }
}

/** What axe-core finds on a page as it stands, one line a finding; it looks as WCAG 2.2 AA and good practice ask. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, so the content policy does not forbid it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async () => {
    if (!window.axe) throw new Error('axe did not load');
    return window.axe.run();
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}

/** The same in light and dark. */
export async function findingsInBothLights(page: Page): Promise<readonly string[]> {
  const all: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    all.push(...(await accessibilityFindings(page)).map((finding) => `${colorScheme} ${finding}`));
  }
  return all;
}
