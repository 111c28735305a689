import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { quoted } from '#platform/workbook/tabs.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { projectFolder } from '../bundle/project-folder.ts';
import { formLink, linksOf } from '../local/form-links.ts';
import type { Bench } from './bench.ts';
import { openByHand } from './check/by-hand.ts';
import { latencyMilliseconds, makeSchool, type Pair, startPair } from './check/pair.ts';
import { type Committed, sendCrowd, sendUntilCommitted } from './intake/crowd.ts';
import { rateOfRival } from './intake/rate-of-rival.ts';
import { rivals } from './intake/rivals.ts';
import { median } from './median.ts';

const crowd = { connections: 500, each: 4, overSeconds: 60 } as const;
const account = 'intake@houqin.iam.gserviceaccount.com';
const countsShape = z.object({ users: z.record(z.string(), z.object({ writes: z.number() })) });

export const intake: Bench = {
  name: 'intake',
  about:
    '2,000 submissions in a minute from 500 connections under Google’s quota, against one call a row',
  async run() {
    const folder = await mkdtemp(join(projectFolder, 'node_modules/.cache', 'bench-intake-'));
    let pair: Pair | undefined;
    try {
      const school = await makeSchool(join(folder, 'school'));
      const spreadsheetId = school.spreadsheets()?.service;
      if (spreadsheetId === undefined) throw new Error('intake: the school has no such workbook');
      pair = await startPair({
        name: 'crowd',
        folder: join(folder, 'crowd'),
        school,
        tasks: true,
        onEdit: false,
      });
      const link = formLink(linksOf(school.secrets().linkKeys), pair.url, repairs);
      if (!link) throw new Error('intake: 报修 has no form any more');
      const agent = new Agent({ keepAlive: true });
      // The first reads the layout; the one after it is how a single sender has it.
      const values = (index: number) => ({ place: '教学楼 A201', fault: `第 ${index} 盏灯不亮` });
      await sendUntilCommitted(link.api, agent, values(-1));
      await pause(5_000);
      const alone = await sendUntilCommitted(link.api, agent, values(-2));
      agent.destroy();
      const before = await writesOf(pair);
      const began = performance.now();
      const committed = await sendCrowd(link.api, crowd, values);
      const minutes = (performance.now() - began) / 60_000;
      const writes = (await writesOf(pair)) - before;
      const times = await timesInSheet(pair, spreadsheetId, committed);
      await pair.stop();
      const rates = await Promise.all(
        rivals.map((rival) => rateOfRival(rival, latencyMilliseconds, crowd.connections)),
      );
      return resultOf({
        committed,
        minutes,
        writes,
        times,
        alone,
        rates: rates.map((rate) => rate.perMinute),
      });
    } finally {
      await pair?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function writesOf({ googleRoot }: Pair): Promise<number> {
  const counts = countsShape.parse(await (await fetch(`${googleRoot}/__counts`)).json());
  return counts.users[account]?.writes ?? 0;
}

/** How often each submission stands in the register. */
async function timesInSheet(
  { googleRoot }: Pair,
  spreadsheetId: string,
  committed: readonly Committed[],
): Promise<readonly number[]> {
  const rows = await openByHand(googleRoot, spreadsheetId).read(quoted(repairs.title.zh));
  const times = new Map<unknown, number>();
  for (const cell of rows.flat()) times.set(cell, (times.get(cell) ?? 0) + 1);
  return committed.map(({ id }) => times.get(id) ?? 0);
}

interface Measured {
  readonly committed: readonly Committed[];
  readonly minutes: number;
  readonly writes: number;
  readonly times: readonly number[];
  readonly alone: Committed;
  /** Rows a minute, in the order of the rivals. */
  readonly rates: readonly number[];
}

function resultOf({ committed, minutes, writes, times, alone, rates }: Measured) {
  const seconds = committed.map((one) => one.seconds).toSorted((a, b) => a - b);
  const [append = Number.NaN, client = Number.NaN] = rates;
  const ours = committed.length / minutes;
  const p95 = seconds[Math.floor(seconds.length * 0.95)] ?? Number.NaN;
  const figures = {
    ours_per_min: rounded(ours),
    append_per_min: rounded(append),
    client_per_min: rounded(client),
    ours_over_append: rounded(ours / append),
    ours_over_client: rounded(ours / client),
    write_calls: writes,
    alone_s: rounded(alone.seconds),
    p50_s: rounded(median(seconds)),
    p95_s: rounded(p95),
    worst_s: rounded(seconds.at(-1) ?? Number.NaN),
    lost: times.filter((count) => count === 0).length,
    twice: times.filter((count) => count > 1).length,
  };
  return {
    figures,
    table: [
      ['submissions committed a minute', 'ours', ...rivals.map(({ title }) => title)],
      ['', String(figures.ours_per_min), ...rates.map((rate) => String(rounded(rate)))],
      ['', '', '', ''],
      ['from sending to the answer', 'median', '95 %', 'worst'],
      ['', `${figures.p50_s} s`, `${figures.p95_s} s`, `${figures.worst_s} s`],
    ],
    notes: [
      `${committed.length} submissions took ${writes} write calls; ${figures.lost} were lost, ${figures.twice} written twice.`,
      `One alone is answered in ${figures.alone_s} s, of which Google takes ${latencyMilliseconds} ms.`,
      'Google’s quota (60 writes a minute) and 150 ms latency are on; each rival ran three minutes after its first.',
    ],
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
