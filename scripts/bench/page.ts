import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repairs } from '#schema/registers/service/repairs.ts';
import { bundleEntry } from '../bundle/bundle-entry.ts';
import { bundleFunctions } from '../bundle/bundle-functions.ts';
import { functionEnvironment } from '../bundle/function-environment.ts';
import { projectFolder } from '../bundle/project-folder.ts';
import { startFunction } from '../bundle/start-function.ts';
import { formLink, linksOf } from '../local/form-links.ts';
import { openBrowser } from '../print/open-browser.ts';
import type { Bench } from './bench.ts';
import { median } from './median.ts';
import { type Visit, visitAsAPhone } from './page/visit.ts';

/** Visits that count, each with an empty cache; the first is not counted. */
const visits = 7;

export const page: Bench = {
  name: 'page',
  about:
    'Size, first paint and waiting of the repair form on a slow phone, against a page that is one line of text',
  async run() {
    const environment = await functionEnvironment();
    const link = formLink(linksOf(environment.HOUQIN_LINK_KEYS), '', repairs);
    if (!link) throw new Error('page: the repairs register has no form any more');
    const outFolder = await mkdtemp(join(projectFolder, 'node_modules/.cache/bench-page-'));
    try {
      const [intake] = await bundleFunctions({ outFolder, functions: ['intake'] });
      if (!intake) throw new Error('page: intake was not bundled');
      const bare = await bundleEntry({
        name: 'bare',
        entry: 'scripts/bench/cold-start/bare.ts',
        outFolder,
      });
      const ours = await measure('intake', intake.folder, link.page, environment);
      const least = await measure('bare', bare.folder, '/', environment);
      return resultOf(ours, least);
    } finally {
      await rm(outFolder, { recursive: true, force: true });
    }
  },
};

async function measure(
  name: string,
  folder: string,
  path: string,
  environment: Readonly<Record<string, string>>,
): Promise<readonly Visit[]> {
  const started = await startFunction({ name, folder, environment });
  const browser = await openBrowser();
  try {
    const found: Visit[] = [];
    for (let visit = 0; visit <= visits; visit += 1)
      found.push(await visitAsAPhone(browser, `${started.url}${path}`));
    return found.slice(1);
  } finally {
    await browser.close();
    await started.stop();
  }
}

const kinds = ['document', 'script', 'stylesheet', 'other'] as const;

function resultOf(ours: readonly Visit[], least: readonly Visit[]) {
  const middle = (some: readonly Visit[], of: (visit: Visit) => number): number =>
    Math.round(median(some.map(of)));
  const kilobytes = (bytes: number): number => Number((bytes / 1000).toFixed(1));
  const sizes = Object.fromEntries(
    kinds.map((kind) => [kind, kilobytes(middle(ours, ({ bytes }) => bytes[kind]))]),
  );
  const total = kilobytes(middle(ours, ({ bytes }) => kinds.reduce((sum, k) => sum + bytes[k], 0)));
  const [paint, floor] = [ours, least].map((some) => middle(some, ({ firstPaint }) => firstPaint));
  const largest = middle(ours, ({ largestPaint }) => largestPaint);
  const blocked = middle(ours, ({ blocked: milliseconds }) => milliseconds);
  const shift = median(ours.map(({ layoutShift }) => layoutShift));
  return {
    figures: {
      first_paint_ms: paint,
      bare_first_paint_ms: floor,
      ours_over_bare: Number(((paint ?? 0) / (floor ?? 1)).toFixed(2)),
      largest_paint_ms: largest,
      blocking_ms: blocked,
      layout_shift: Number(shift.toFixed(3)),
      kb: total,
      kb_by_kind: sizes,
      requests: middle(ours, ({ requests }) => requests),
      visits,
    },
    table: [
      ['repair form on a slow phone', 'median', 'good, says Lighthouse'],
      ['first contentful paint', `${paint} ms`, '1,800 ms at most'],
      ['the same of one line of text', `${floor} ms`, ''],
      ['largest contentful paint', `${largest} ms`, '2,500 ms at most'],
      ['total blocking time', `${blocked} ms`, '200 ms at most'],
      ['cumulative layout shift', shift.toFixed(3), '0.1 at most'],
      ['sent over the wire', `${total} kB`, ''],
      ...kinds.map((kind) => [`  ${kind}`, `${sizes[kind]} kB`, '']),
    ],
    notes: [
      `${visits} visits each with an empty cache, as Lighthouse's phone: 1.6 Mbit/s, 150 ms, a processor four times slower; connections as over HTTP/1.1.`,
      'Nobody answers for Google: the page does not wait for it.',
    ],
  };
}
