import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repairs } from '#schema/registers/service/repairs.ts';
import { bundleEntry } from '../bundle/bundle-entry.ts';
import { addBrowserFiles, bundleFunctions } from '../bundle/bundle-functions.ts';
import { functionEnvironment } from '../bundle/function-environment.ts';
import { projectFolder } from '../bundle/project-folder.ts';
import { startFunction } from '../bundle/start-function.ts';
import { formLink, linksOf } from '../local/form-links.ts';
import type { Bench } from './bench.ts';
import { median } from './median.ts';

/** Rounds that count; each starts every candidate once, so that what else the machine does meets them all. */
const rounds = 15;

/** A function that is started, and the first page that is asked of it. */
interface Candidate {
  readonly key: 'bare' | 'ours' | 'everything' | 'everythingBundled';
  readonly title: string;
  /** The name under which it is registered. */
  readonly name: string;
  readonly folder: string;
  readonly page: string;
}

export const coldStart: Bench = {
  name: 'cold-start',
  about:
    'A new process of the bundled intake until its first form page is answered, against others',
  async run() {
    const environment = await functionEnvironment();
    const link = formLink(linksOf(environment.HOUQIN_LINK_KEYS), '', repairs);
    if (!link) throw new Error('cold-start: the repairs register has no form any more');
    const parent = join(projectFolder, 'node_modules/.cache');
    const outFolder = await mkdtemp(join(parent, 'bench-cold-start-'));
    try {
      const candidates = await bundleCandidates(outFolder, link.page);
      const times = await measure(candidates, environment);
      return resultOf(candidates, times);
    } finally {
      await rm(outFolder, { recursive: true, force: true });
    }
  },
};

/** All are bundled the same way; `everything` stands for what people write who follow the client's own example. */
async function bundleCandidates(outFolder: string, page: string): Promise<readonly Candidate[]> {
  const [ours] = await bundleFunctions({ outFolder, functions: ['intake'] });
  if (!ours) throw new Error('cold-start: intake was not bundled');
  const bare = await bundleEntry({
    name: 'bare',
    entry: 'scripts/bench/cold-start/bare.ts',
    outFolder,
  });
  const everything = { entry: 'scripts/bench/cold-start/everything.ts', outFolder };
  const installed = await bundleEntry({
    ...everything,
    name: 'everything',
    registersAsData: true,
    leftOut: ['googleapis'],
  });
  const bundled = await bundleEntry({
    ...everything,
    name: 'everything-bundled',
    registersAsData: true,
  });
  await Promise.all([installed, bundled].map(({ folder }) => addBrowserFiles(folder)));
  return [
    { key: 'bare', title: 'bare Hono', name: 'bare', folder: bare.folder, page: '/' },
    { key: 'ours', title: 'intake', name: 'intake', folder: ours.folder, page },
    {
      key: 'everything',
      title: 'intake with all of googleapis, installed beside it',
      name: 'intake',
      folder: installed.folder,
      page,
    },
    {
      key: 'everythingBundled',
      title: 'intake with all of googleapis, bundled into it',
      name: 'intake',
      folder: bundled.folder,
      page,
    },
  ];
}

type Times = Readonly<Record<Candidate['key'], readonly number[]>>;

/** Milliseconds of each counted start. The first round is not counted: it brings the files into memory. */
async function measure(
  candidates: readonly Candidate[],
  environment: Readonly<Record<string, string>>,
): Promise<Times> {
  const times: Record<Candidate['key'], number[]> = {
    bare: [],
    ours: [],
    everything: [],
    everythingBundled: [],
  };
  for (let round = 0; round <= rounds; round += 1)
    for (const candidate of candidates) {
      const milliseconds = await timeToFirstPage(candidate, environment);
      if (round > 0) times[candidate.key].push(milliseconds);
    }
  return times;
}

async function timeToFirstPage(
  { title, name, folder, page }: Candidate,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const began = performance.now();
  const started = await startFunction({ name, folder, environment });
  try {
    const answer = await fetch(`${started.url}${page}`);
    await answer.text();
    const milliseconds = performance.now() - began;
    if (answer.status !== 200) throw new Error(`${title} answered ${answer.status}`);
    return milliseconds;
  } finally {
    await started.stop();
  }
}

function resultOf(candidates: readonly Candidate[], times: Times) {
  const middle = (key: Candidate['key']): number => median(times[key]);
  return {
    figures: {
      ours_over_bare: rounded(middle('ours') / middle('bare'), 2),
      everything_over_ours: rounded(middle('everything') / middle('ours'), 2),
      everything_bundled_over_ours: rounded(middle('everythingBundled') / middle('ours'), 2),
      bare_ms: rounded(middle('bare'), 0),
      ours_ms: rounded(middle('ours'), 0),
      everything_ms: rounded(middle('everything'), 0),
      everything_bundled_ms: rounded(middle('everythingBundled'), 0),
      rounds,
    },
    table: [
      ['first page answered after', 'median', 'least', 'most', 'against intake'],
      ...candidates.map(({ key, title }) => [
        title,
        `${rounded(middle(key), 0)} ms`,
        `${rounded(Math.min(...times[key]), 0)} ms`,
        `${rounded(Math.max(...times[key]), 0)} ms`,
        rounded(middle(key) / middle('ours'), 2).toFixed(2),
      ]),
    ],
    notes: [
      `${rounds} new processes each, in turn, under the functions framework's own command on Node ${process.versions.node}.`,
      'The page is the repair form behind a signed link; of bare Hono, one line of text. Nobody answers for Google.',
    ],
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
