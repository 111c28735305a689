import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { plusMonths } from '#schema/time.ts';
import { keepChild } from '../local/child.ts';
import { freePort } from '../local/ports.ts';
import type { Bench } from './bench.ts';
import { rowsPerMonth } from './closing/month-rows.ts';
import { median } from './median.ts';

const firstMonth = '2016-12';
const months = 120;
/** Months at either end that are really closed: the first of each comes only to warm up. */
const atEitherEnd = 4;
const measured = 3;
/** Months without rows after the first ones, so that nothing stays live while the years between are written. */
const quiet = 3;
/** As long as a month that the settings keep in 已结. */
const inClosed = 12;
/** An instance of 512 MB tells its heap to stay within it; a large machine would let it grow. */
const instance = '--max-old-space-size=170 --max-semi-space-size=8';

interface Seconds {
  readonly check: number;
  readonly closing: number;
  readonly archive: number;
  /** Rows that the closing took. */
  readonly rows: number;
}

export const closing: Bench = {
  name: 'closing',
  about:
    'Ten years of a busy school: what the check and closing of its last month cost beside its first',
  async run() {
    const last = plusMonths(firstMonth, months - 1);
    const google = `http://127.0.0.1:${await freePort()}`;
    const check = `http://127.0.0.1:${await freePort()}`;
    const school = await started('school', google, '--max-old-space-size=4096', [firstMonth, last]);
    try {
      const closer = await started('check', check, instance, [`${google}/`]);
      try {
        return await tenYears({ google, check, last });
      } finally {
        await closer.stop();
      }
    } finally {
      await school.stop();
    }
  },
};

async function tenYears(at: { google: string; check: string; last: string }) {
  const { google, check, last } = at;
  const first: Seconds[] = [];
  const latest: Seconds[] = [];
  let rows = 0;
  const close = async (month: string): Promise<Seconds> => {
    const one = await closed(check, month);
    rows += one.rows;
    return one;
  };
  for (let index = 0; index < months; index += 1) {
    const month = plusMonths(firstMonth, index);
    const left = months - index;
    if (index < atEitherEnd) {
      await asked(`${google}/__fill/${month}`);
      first.push(await close(month));
    } else if (index < atEitherEnd + quiet) await close(month);
    else if (left <= atEitherEnd) {
      await asked(`${google}/__fill/${month}`);
      latest.push(await close(month));
    } else {
      const place = left > atEitherEnd + inClosed ? 'archive' : 'closed';
      await asked(`${google}/__fill/${month}?place=${place}`);
      rows += rowsPerMonth;
    }
  }
  for (const month of [last, plusMonths(firstMonth, 2), plusMonths(firstMonth, 60)]) {
    const { problems } = verifiedShape.parse(await asked(`${check}/check/verify`, { month }));
    if (problems.length > 0) throw new Error(`closing: ${problems.slice(0, 3).join('; ')}`);
  }
  const { peakMb } = peakShape.parse(await (await fetch(`${check}/__peak`)).json());
  const of = (some: readonly Seconds[], what: (one: Seconds) => number): number =>
    rounded(median(some.slice(-measured).map(what)));
  const whole = (one: Seconds): number => one.check + one.closing;
  const figures = {
    rows,
    first_month_s: of(first, whole),
    last_month_s: of(latest, whole),
    last_over_first: rounded(of(latest, whole) / of(first, whole)),
    archive_s: of(latest, ({ archive }) => archive),
    peak_mb: Math.ceil(peakMb),
  };
  return {
    figures,
    table: [
      ['', 'first month', 'last month'],
      ...(['check', 'closing'] as const).map((what) => [
        what,
        `${of(first, (one) => one[what])} s`,
        `${of(latest, (one) => one[what])} s`,
      ]),
      ['both', `${figures.first_month_s} s`, `${figures.last_month_s} s`],
      ['move to the archive', '', `${figures.archive_s} s`],
    ],
    notes: [
      `${rows} rows are closed, ${rowsPerMonth} a month; peak memory of check and closing ${figures.peak_mb} MB (${instance}).`,
      `Of ${months} months the first and last ${atEitherEnd} are really checked and closed, and ${quiet} without rows; the others are written as a closing leaves them. Medians of the last ${measured} of either.`,
      'Quota off; the stand-in, its generator, and check with closing are two processes.',
    ],
  };
}

/** Checks, closes and archives on the fifth of the next month. */
async function closed(check: string, month: string): Promise<Seconds> {
  await asked(`${check}/__now`, { now: `${plusMonths(month, 1)}-04T18:00:00Z` });
  const timed = async (path: string, body?: object) => {
    const began = performance.now();
    const said = await asked(`${check}${path}`, body);
    return { seconds: (performance.now() - began) / 1000, said };
  };
  const looked = await timed('/check/poll');
  const shut = await timed('/check/close', { month, reason: '按期月结' });
  const moved = await timed('/check/archive');
  return {
    check: looked.seconds,
    closing: shut.seconds,
    archive: moved.seconds,
    rows: outcomeShape.parse(shut.said).rows,
  };
}

const verifiedShape = z.object({ problems: z.array(z.string()) });
const outcomeShape = z.object({ outcome: z.literal('closed'), rows: z.number() });
const peakShape = z.object({ peakMb: z.number() });

async function asked(address: string, body?: object): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`closing: ${address} was answered ${said}`);
  return JSON.parse(said);
}

function started(name: 'school' | 'check', address: string, options: string, args: string[]) {
  return keepChild({
    name,
    program: fileURLToPath(new URL(`closing/${name}-process.ts`, import.meta.url)),
    args: [new URL(address).port, ...args],
    environment: { NODE_OPTIONS: options },
    print: (line) => console.error(line.slice(0, 500)),
    isUp: async () => (await fetch(`${address}/__up`)).ok,
  });
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
