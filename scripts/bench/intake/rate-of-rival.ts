import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { keepChild } from '../../local/child.ts';
import { freePort } from '../../local/ports.ts';
import type { Rate, Rival } from './rivals.ts';

const madeShape = z.object({ spreadsheetId: z.string() });
const rateShape = z.object({ perMinute: z.number() });

/** Measures a rival on a Google of its own, with the same quota and latency as ours. */
export async function rateOfRival(
  { key }: Rival,
  latencyMilliseconds: number,
  connections: number,
): Promise<Rate> {
  const port = await freePort();
  const root = `http://127.0.0.1:${port}`;
  const google = await keepChild({
    name: `Google of ${key}`,
    program: fileURLToPath(new URL('../../local-google/main.ts', import.meta.url)),
    args: ['--port', String(port), '--quota', 'on', '--latency', String(latencyMilliseconds)],
    environment: {},
    print: () => undefined,
    isUp: async () => (await fetch(`${root}/__counts`)).ok,
  });
  try {
    const headers = { authorization: 'Bearer rival', 'content-type': 'application/json' };
    const made = await fetch(`${root}/v4/spreadsheets`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ properties: { title: key } }),
    });
    const { spreadsheetId } = madeShape.parse(await made.json());
    await fetch(`${root}/v4/spreadsheets/${spreadsheetId}/values/A1?valueInputOption=RAW`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ values: [['编号', '地点', '故障情况', '状态']] }),
    });
    const program = fileURLToPath(new URL('run-rival.ts', import.meta.url));
    const args = [program, key, root, spreadsheetId, String(connections)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return rateShape.parse(JSON.parse(stdout));
  } finally {
    await google.stop();
  }
}
