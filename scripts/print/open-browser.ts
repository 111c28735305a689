import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import pRetry from 'p-retry';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Flags of the package that are not for us: a page's content policy and origins must hold. */
const tooLenient = [
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  "--headless='shell'",
];

/** Chinese glyphs: the serverless build of Chromium carries none. */
async function writeFontSettings(): Promise<string> {
  const font = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  );
  const folder = join(tmpdir(), 'houqin-fonts');
  await mkdir(folder, { recursive: true });
  const settings = join(folder, 'fonts.conf');
  const families = ['sans-serif', 'serif', 'system-ui'].map(
    (family) =>
      `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  await writeFile(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <dir>${dirname(dirname(font))}</dir><cachedir>${join(folder, 'cache')}</cachedir>
      ${families.join('\n      ')}
    </fontconfig>`,
  );
  return settings;
}

/**
 * Starts headless Chromium with Chinese glyphs; close it afterwards. On Linux it is the one among the packages, which
 * unpacks itself on first use, so two that start at once may have to try again; elsewhere Edge or Chrome as installed.
 *
 * @example
 * const browser = await openBrowser();
 * const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
 */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux')
    return playwright
      .launch({ channel: 'msedge' })
      .catch(() => playwright.launch({ channel: 'chrome' }));
  chromium.setGraphicsMode = false;
  const fontSettings = await writeFontSettings();
  return pRetry(
    async () =>
      playwright.launch({
        executablePath: await chromium.executablePath(),
        args: chromium.args.filter((flag) => !tooLenient.includes(flag)),
        env: { ...process.env, FONTCONFIG_FILE: fontSettings },
      }),
    { retries: 5, minTimeout: 2_000, factor: 1 },
  );
}
