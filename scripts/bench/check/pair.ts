import { cp, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { registers } from '#schema/registers/index.ts';
import { keepChild } from '../../local/child.ts';
import { freePort } from '../../local/ports.ts';
import { prepareSchool } from '../../local/prepare-school.ts';
import { openStateFolder, type StateFolder } from '../../local/state-folder.ts';

export const bucket = 'houqin-bench';
const project = 'houqin-local';
const queue = `projects/${project}/locations/local/queues/check`;
const timeZone = 'Asia/Shanghai';
export const latencyMilliseconds = 150;

const countsShape = z.object({ total: z.object({ refused: z.number() }) });

/** A stand-in for Google and the functions over it, each a program of its own. */
export interface Pair {
  /** Where the functions are. */
  readonly url: string;
  readonly googleRoot: string;
  /** Calls that Google refused for want of quota. */
  refused(): Promise<number>;
  stop(): Promise<void>;
}

export interface PairOptions {
  readonly name: string;
  readonly folder: string;
  /** The school that it begins with. */
  readonly school: StateFolder;
  /** Whether the on-edit script is played. */
  readonly onEdit: boolean;
  /** Whether there are tasks: without them the check learns of forms and pushes only by looking. */
  readonly tasks: boolean;
}

/** Makes the demo school once, without quota and latency, and leaves its state in a folder. */
export async function makeSchool(folder: string): Promise<StateFolder> {
  const kept = openStateFolder(folder, { make: true });
  const port = await freePort();
  const googleRoot = `http://127.0.0.1:${port}`;
  const google = await keepGoogle(googleRoot, port, kept, ['--quota', 'off']);
  try {
    await prepareSchool({
      googleRoot,
      bucket,
      project,
      queue,
      url: 'http://127.0.0.1',
      empty: false,
      demo: 'short',
      unmetered: true,
      timeZone,
      folder: kept,
      registers,
      print: () => undefined,
    });
  } finally {
    await google.stop();
  }
  return kept;
}

/** Starts both programs over a copy of the school, with Google's quota and latency. */
export async function startPair(options: PairOptions): Promise<Pair> {
  const { name, folder, school, onEdit, tasks } = options;
  await mkdir(folder, { recursive: true });
  await cp(school.path, folder, { recursive: true });
  const kept = openStateFolder(folder, { make: false });
  const secrets = kept.secrets();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const googlePort = await freePort();
  const googleRoot = `http://127.0.0.1:${googlePort}`;
  const google = await keepGoogle(googleRoot, googlePort, kept, [
    '--quota',
    'on',
    '--latency',
    String(latencyMilliseconds),
    ...(onEdit ? ['--on-edit', `${url}/check/hint`] : []),
  ]);
  const functions = await keepChild({
    name: `${name} functions`,
    program: fileURLToPath(
      new URL('main.js', import.meta.resolve('@google-cloud/functions-framework')),
    ),
    args: [
      ...['--target', 'houqin', '--port', String(port), '--host', '127.0.0.1'],
      ...['--source', fileURLToPath(new URL('../../local/all-functions.ts', import.meta.url))],
    ],
    environment: {
      GOOGLE_API_ROOT: googleRoot,
      HOUQIN_URL: url,
      HOUQIN_BUCKET: bucket,
      HOUQIN_PROJECT: project,
      HOUQIN_LINK_KEYS: secrets.linkKeys,
      HOUQIN_HOOK_SECRET: secrets.hookSecret,
      ...(tasks && { HOUQIN_QUEUE: queue }),
    },
    print: grave,
    isUp: async () => (await fetch(`${url}/intake/health`)).ok,
  });
  return {
    url,
    googleRoot,
    refused: async () => {
      const counts = await (await fetch(`${googleRoot}/__counts`)).json();
      return countsShape.parse(counts).total.refused;
    },
    stop: async () => {
      await functions.stop();
      await google.stop();
    },
  };
}

function keepGoogle(
  root: string,
  port: number,
  folder: StateFolder,
  args: readonly string[],
): ReturnType<typeof keepChild> {
  return keepChild({
    name: 'local Google',
    program: fileURLToPath(new URL('../../local-google/main.ts', import.meta.url)),
    args: ['--port', String(port), '--state', folder.googleState, ...args],
    environment: { HOUQIN_HOOK_SECRET: folder.secrets().hookSecret },
    print: grave,
    isUp: async () => (await fetch(`${root}/__counts`)).ok,
  });
}

/** What went wrong is shown; that a quota was used up belongs to the measurement. */
function grave(line: string): void {
  if (/"severity":"(?:ERROR|CRITICAL)"|Error:/.test(line)) console.error(line.slice(0, 500));
}
