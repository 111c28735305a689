import { createCheck } from '#functions/check/create-check.ts';
import { systemClock } from '#platform/clock.ts';
import { createGoogle, type Google } from '#platform/google/index.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { type Directory, readDirectory, spreadsheetIdOf } from '#platform/workbook/directory.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { quoted } from '#platform/workbook/tabs.ts';
import { foodSamples } from '#schema/registers/canteen/food-samples.ts';
import { registers } from '#schema/registers/index.ts';
import { createLocalGoogle, type LocalGoogle } from '../../local-google/create-local-google.ts';
import { createHandlers } from '../../local-google/handlers.ts';
import { openStateFile } from '../../local-google/journal.ts';
import { median } from '../median.ts';
import { weightOf } from './edits.ts';
import { bucket } from './pair.ts';
import { readAllCheckAll } from './read-all.ts';

// Runs in a process of its own: `measure-closed-rows.ts STATE`, the state of a stand-in that holds the demo school.
const sizes = [1000, 10_000, 100_000];
const comparedAt = 10_000;
const rounds = 5;
const latency = 150;
const slice = 2000;
const closedTitle = '已结·食品留样';

const file = openStateFile(process.argv[2] ?? '', createHandlers());
const options = {
  clock: systemClock,
  random: systemRandom,
  quota: 'off',
  state: file.state,
} as const;
const atOnce = createLocalGoogle(options);
const asGoogle = createLocalGoogle({ ...options, latency });
const owner = clientOf(atOnce, 'owner');
const google = clientOf(asGoogle, 'service:check');
const log = createLog({ write: () => undefined });
const directory = await directoryNow();
const spreadsheetId = spreadsheetIdOf(directory, 'canteen');
const ports = { google, directory: directoryNow, clock: systemClock, random: systemRandom, log };
const workbooks = createWorkbooks({ ...ports, registers });
const check = createCheck({
  ...ports,
  bucket,
  workbooks,
  publicHolidays: chineseHolidays,
  timeZone: 'Asia/Shanghai',
  url: 'http://127.0.0.1',
});

const tab = quoted(foodSamples.title.zh);
const { values: live = [] } = await owner.sheets.values(spreadsheetId, tab);
const [header = [], ...rows] = live ?? [];
const weights = String.fromCharCode(65 + header.indexOf('留样量'));
let edited = 0;

await owner.sheets.batchUpdate(spreadsheetId, {
  requests: [
    { addSheet: { properties: { sheetId: 1, title: closedTitle } } },
    {
      addProtectedRange: {
        protectedRange: { range: { sheetId: 1 }, editors: { users: [...directory.editors] } },
      },
    },
  ],
});
await look('/check/poll');
const checks: { closedRows: number; calls: number; seconds: number }[] = [];
let readAllOverOurs = 0;
for (const [index, closedRows] of sizes.entries()) {
  await close(closedRows - (sizes[index - 1] ?? 0));
  const measured = await checksAfterEdits();
  checks.push({ closedRows, ...measured });
  if (closedRows === comparedAt) {
    const began = performance.now();
    await readAllCheckAll({ google, directory, registers, closedTitle });
    readAllOverOurs = (performance.now() - began) / 1000 / measured.seconds;
  }
}
console.log(JSON.stringify({ checks, readAllOverOurs, comparedAt }));
process.exit(0);

async function directoryNow(): Promise<Directory> {
  const found = await readDirectory(google, bucket);
  if (!found) throw new Error('check: the state holds no school');
  return found;
}

/** One check after each of some edits; the first is not counted. */
async function checksAfterEdits(): Promise<{ calls: number; seconds: number }> {
  const seconds: number[] = [];
  const calls: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await edit();
    const before = callsMade();
    const began = performance.now();
    await look('/check/hint', { spreadsheetId });
    if (round === 0) continue;
    seconds.push((performance.now() - began) / 1000);
    calls.push(callsMade() - before);
  }
  return { calls: median(calls), seconds: median(seconds) };
}

/** Moves so many rows into the closed tab, copies of the live ones. */
async function close(count: number): Promise<void> {
  for (let done = 0; done < count; done += slice) {
    const some = Array.from(
      { length: Math.min(slice, count - done) },
      (_, index) => rows[(done + index) % rows.length] ?? [],
    );
    await owner.sheets.batchUpdate(
      spreadsheetId,
      {
        requests: [
          {
            appendCells: {
              sheetId: 1,
              fields: 'userEnteredValue',
              rows: some.map((cells) => ({
                values: cells.map((cell: unknown) => ({ userEnteredValue: entered(cell) })),
              })),
            },
          },
        ],
      },
      { fields: 'spreadsheetId' },
    );
  }
}

function entered(cell: unknown) {
  return typeof cell === 'number' ? { numberValue: cell } : { stringValue: String(cell ?? '') };
}

async function edit(): Promise<void> {
  edited += 1;
  const range = `${tab}!${weights}${edited + 1}`;
  const answer = await atOnce.byHand(
    new Request(
      `http://google.local/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}?valueInputOption=RAW`,
      {
        method: 'PUT',
        headers: { authorization: 'Bearer staff', 'content-type': 'application/json' },
        body: JSON.stringify({ values: [[weightOf(edited)]] }),
      },
    ),
  );
  if (!answer.ok) throw new Error(`check: an edit was refused: ${await answer.text()}`);
}

async function look(path: string, body?: unknown): Promise<void> {
  const init = { method: 'POST', ...(body !== undefined && { body: JSON.stringify(body) }) };
  const answer = await check.app.request(path, init);
  // The first look at a school makes the keys that seal its personal cells, and may outlast its lease.
  if (answer.status === 503) return look(path, body);
  if (!answer.ok) throw new Error(`check: ${path} was answered ${await answer.text()}`);
}

function callsMade(): number {
  const { methods } = asGoogle.counts.read().total;
  return Object.values(methods).reduce((sum, times) => sum + times, 0);
}

function clientOf(localGoogle: LocalGoogle, token: string): Google {
  const pace = { capacity: 100_000, perSecond: 1000 };
  return createGoogle({
    root: 'http://google.local/',
    token,
    fetchImplementation: (input, init) => localGoogle.fetch(new Request(input, init)),
    clock: systemClock,
    log: createLog({ write: () => undefined }),
    sheetsReads: pace,
    sheetsWrites: pace,
  });
}
