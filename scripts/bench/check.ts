import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from '../bundle/project-folder.ts';
import type { Bench } from './bench.ts';
import { openByHand } from './check/by-hand.ts';
import { closedRows } from './check/closed-rows.ts';
import { type Hand, measureEdits, sending, typing } from './check/edits.ts';
import { makeSchool, type Pair, startPair } from './check/pair.ts';
import { median } from './median.ts';

const edits = 200;
const overSeconds = 180;
/** Drive folds its notifications over three minutes. */
const pushPatience = 200;
const patience = 60;

/** The four ways by which a change is seen, each on servers of its own that know no other. */
const ways = [
  { key: 'form', title: 'form', tasks: true, onEdit: false },
  { key: 'on_edit', title: 'on-edit script', tasks: false, onEdit: true },
  { key: 'poll', title: 'polling', tasks: true, onEdit: false },
  { key: 'push', title: 'Drive push', tasks: true, onEdit: false },
] as const;

type Times = Readonly<Record<(typeof ways)[number]['key'], readonly number[]>>;

export const check: Bench = {
  name: 'check',
  about: 'From an edit to its finding by each way in, and what one check costs as history grows',
  async run() {
    const folder = await mkdtemp(join(projectFolder, 'node_modules/.cache', 'bench-check-'));
    const pairs: Pair[] = [];
    let refused = 0;
    try {
      const school = await makeSchool(join(folder, 'school'));
      const spreadsheetId = school.spreadsheets()?.canteen;
      if (spreadsheetId === undefined) throw new Error('check: the school has no canteen workbook');
      const started = await Promise.all(
        ways.map(async ({ key, tasks, onEdit }) => {
          const pair = await startPair({
            name: key,
            folder: join(folder, key),
            school,
            tasks,
            onEdit,
          });
          pairs.push(pair);
          return [key, pair] as const;
        }),
      );
      const { linkKeys } = school.secrets();
      // The first look of each reads what later ones remember, and opens the channel of the pushes.
      await Promise.all(started.map(([, { url }]) => asked(`${url}/check/sweep`)));
      const polled = started.find(([key]) => key === 'poll')?.[1];
      if (polled) await asked(`${polled.url}/check/poll`);
      const closing = Promise.withResolvers<Awaited<ReturnType<typeof closedRows>>>();
      const measured = started.map(async ([key, pair]) => {
        const hand: Hand =
          key === 'form'
            ? sending(pair, linkKeys)
            : await typing(openByHand(pair.googleRoot, spreadsheetId));
        const times = await measureEdits({
          pair,
          spreadsheetId,
          hand,
          count: edits,
          overSeconds,
          patience: key === 'push' ? pushPatience : patience,
        });
        refused += await pair.refused();
        if (key !== 'push') await pair.stop();
        return [key, times] as const;
      });
      const quick = Promise.all(measured.slice(0, -1));
      // While the pushes are waited for, the machine is free for what needs no waiting.
      quick.then(() => closedRows(school.googleState)).then(closing.resolve, closing.reject);
      const times = new Map(await Promise.all(measured));
      const cost = await closing.promise;
      return resultOf(
        {
          form: times.get('form') ?? [],
          on_edit: times.get('on_edit') ?? [],
          poll: times.get('poll') ?? [],
          push: times.get('push') ?? [],
        },
        cost,
        refused,
      );
    } finally {
      await Promise.allSettled(pairs.map((pair) => pair.stop()));
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Asks until it is done: Google's quota may keep the first look waiting. */
async function asked(address: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(address, { method: 'POST' });
    if (answer.ok) return;
    if (attempt === 10) throw new Error(`check: ${address} was answered ${await answer.text()}`);
    await pause(2000);
  }
}

function resultOf(times: Times, cost: Awaited<ReturnType<typeof closedRows>>, refused: number) {
  const middle = (key: keyof Times): number => rounded(median(times[key]));
  const worst = (key: keyof Times): number => rounded(Math.max(...times[key]));
  return {
    figures: {
      form_p50_s: middle('form'),
      form_worst_s: worst('form'),
      on_edit_p50_s: middle('on_edit'),
      on_edit_worst_s: worst('on_edit'),
      poll_p50_s: middle('poll'),
      poll_worst_s: worst('poll'),
      push_p50_s: middle('push'),
      push_worst_s: worst('push'),
      read_all_over_ours: rounded(cost.readAllOverOurs),
      closed_rows: cost.checks.map(({ closedRows: rows }) => rows),
      calls: cost.checks.map(({ calls }) => calls),
      seconds: cost.checks.map(({ seconds }) => rounded(seconds)),
    },
    table: [
      ['from an edit to its finding', 'median', 'worst'],
      ...ways.map(({ key, title }) => [title, `${middle(key)} s`, `${worst(key)} s`]),
      ['', '', ''],
      ['one check after an edit', 'calls to Google', 'seconds'],
      ...cost.checks.map(({ closedRows: rows, calls, seconds }) => [
        `${rows} closed rows`,
        String(calls),
        rounded(seconds).toFixed(2),
      ]),
      ['read all, check all, against it', '', `${rounded(cost.readAllOverOurs)} times`],
    ],
    notes: [
      `${edits} edits in complete rows each, over ${overSeconds} s, the four ways side by side, each on servers of its own.`,
      `Google’s quota and 150 ms latency are on (${refused} calls were refused); Drive folds its pushes over 180 s.`,
      `Reading and checking all is set against ours at ${cost.comparedAt} closed rows.`,
    ],
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
