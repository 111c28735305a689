import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { systemRandom } from '#platform/random.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { bundleFunctions, type DeployedFunction } from '#scripts/bundle/bundle-functions.ts';
import { functionEnvironment } from '#scripts/bundle/function-environment.ts';
import { projectFolder } from '#scripts/bundle/project-folder.ts';
import { startFunction } from '#scripts/bundle/start-function.ts';
import { formLink, linksOf } from '#scripts/local/form-links.ts';
import { createLocalGoogle } from '#scripts/local-google/create-local-google.ts';
import { listen } from '#scripts/local-google/server.ts';
import { builtFolder } from './built-folder.ts';

const bundles = await bundleFunctions({ outFolder: await builtFolder() });
const nobody = await functionEnvironment();
/** A Google on which nothing is set up. */
const google = await listen(createLocalGoogle({ clock: systemClock, random: systemRandom }), 0);
const empty = { ...nobody, GOOGLE_API_ROOT: google.url };

function bundleNamed(name: DeployedFunction) {
  const bundle = bundles.find((candidate) => candidate.name === name);
  if (!bundle) throw new Error(`no bundle ${name}`);
  return bundle;
}

function started(name: DeployedFunction, environment: Readonly<Record<string, string>>) {
  return startFunction({ name, folder: bundleNamed(name).folder, environment });
}

/** Each in a process of its own. */
const running = {
  intake: await started('intake', nobody),
  check: await started('check', empty),
  plan: await started('plan', empty),
  report: await started('report', empty),
};
const { intake } = running;

afterAll(async () => {
  await Promise.all(Object.values(running).map(({ stop }) => stop()));
  await google.close();
});

it('answers the first pages of intake where nobody answers for Google', async () => {
  const health = await fetch(`${intake.url}/intake/health`);
  expect(await health.json()).toEqual({ ok: true });

  const link = formLink(linksOf(nobody.HOUQIN_LINK_KEYS), intake.url, repairs);
  const page = await fetch(link?.page ?? '');
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain('<form');
  expect(html).toContain(repairs.title.zh);
});

it('brings the scripts and style sheets of the pages along', async () => {
  const link = formLink(linksOf(nobody.HOUQIN_LINK_KEYS), intake.url, repairs);
  const html = await (await fetch(link?.page ?? '')).text();
  const addresses = html.match(/\/intake\/assets\/[\w.]+/g) ?? [];
  expect(addresses).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/page\.\w+\.js$/),
      expect.stringMatching(/page\.\w+\.css$/),
    ]),
  );
  for (const address of [...addresses, '/intake/worker.js']) {
    const asset = await fetch(intake.url + address);
    expect(asset.status).toBe(200);
    expect((await asset.text()).length).toBeGreaterThan(100);
  }
});

it.each([
  ['check', '/check/poll'],
  ['plan', '/plan/run'],
  ['report', '/report/term'],
] as const)('answers %s by JSON, also that nothing is set up yet', async (name, run) => {
  const { url } = running[name];
  const nowhere = await fetch(`${url}/nowhere`);
  expect(nowhere.status).toBe(404);
  expect(await nowhere.json()).toMatchObject({ error: { code: 'notFound' } });

  const refused = await fetch(url + run, { method: 'POST', headers: { 'accept-language': 'en' } });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({
    error: { code: 'unreadable', message: expect.stringContaining('Nothing is set up yet') },
  });
});

test.each(bundles)(
  '$name asks only for the framework to be installed',
  async ({ folder, name }) => {
    expect(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))).toMatchObject({
      name: `houqin-${name}`,
      type: 'module',
      main: 'index.js',
      dependencies: { '@google-cloud/functions-framework': expect.stringMatching(/^\d/) },
    });
  },
);

test.each(bundles)('$name does not say where it was made', async ({ folder }) => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(3);
  const here = projectFolder.replace(/[\\/]$/, '');
  for (const { parentPath, name } of files)
    expect(await readFile(join(parentPath, name), 'utf8'), name).not.toContain(here);
});

test.each(bundles)('$name starts without what it may never need', ({ atStart, later }) => {
  const heavy = /node_modules\/(googleapis|google-auth-library|nodemailer|docx|ical-generator)\//;
  expect(atStart.sources.filter((source) => heavy.test(source))).toEqual([]);
  expect(later.sources.filter((source) => source.includes('/googleapis/'))).not.toEqual([]);
});

test.each(bundles)('$name leaves out what of zod it does not use', ({ atStart, later }) => {
  // If this fails, a file says `import { z }`: with `import * as z from 'zod'` the unused rest is left out.
  const languages = [...atStart.sources, ...later.sources].filter((source) =>
    source.includes('zod/v4/locales/'),
  );
  expect(languages).toEqual(['node_modules/zod/v4/locales/en.js']);
});

it('starts intake with the small variant of zod', () => {
  // If this fails, a file that intake's first page needs imports `zod` where `zod/mini` would do.
  const { atStart } = bundleNamed('intake');
  expect(atStart.sources.filter((source) => source.includes('zod/v4/classic/'))).toEqual([]);
});

it('starts intake without the code of its registers and without what talks to Google', () => {
  const { atStart } = bundleNamed('intake');
  const registers = atStart.sources.filter((source) =>
    source.startsWith('sheets-schema/registers/'),
  );
  expect(registers).toEqual(['sheets-schema/registers/school/settings.ts']);
  const unneeded =
    /^(sheets-schema\/(demo|rules|figures)|functions\/platform\/(google|workbook|mail))\//;
  expect(atStart.sources.filter((source) => unneeded.test(source))).toEqual([
    'functions/platform/google/failure.ts',
    'functions/platform/google/once.ts',
    'functions/platform/workbook/fingerprint.ts',
    'functions/platform/workbook/port.ts',
  ]);
});
