import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { freePort } from '#scripts/local/ports.ts';
import { openStateFolder } from '#scripts/local/state-folder.ts';

const linksShape = z.array(z.object({ register: z.string(), page: z.string(), api: z.string() }));

/** The product as a person starts it, in processes of its own. */
export interface Product {
  readonly url: string;
  readonly googleRoot: string;
  readonly state: string;
  /** Seconds from the command to the line `ready`. */
  readonly secondsToReady: number;
  readonly printed: () => string;
  spreadsheetId(workbook: string): string;
  api(register: string): string;
  page(register: string): string;
  /** Kills one of its processes as a power cut would. */
  killChild(which: 'google' | 'functions'): void;
  /** Kills all of them at once. */
  killAll(): Promise<void>;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the product by what `npm start` runs; on a folder of its own unless one is given. */
export async function startProduct(
  options: {
    readonly state?: string;
    readonly port?: number;
    readonly args?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<Product> {
  const state = options.state ?? mkdtempSync(join(tmpdir(), 'houqin-'));
  const port = options.port ?? (await freePort());
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      'scripts/launch.mjs',
      'scripts/start.ts',
      '--port',
      String(port),
      '--state',
      state,
      ...(options.args ?? ['--empty']),
    ],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.environment },
    },
  );
  let printed = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const take = (text: string): void => {
      printed += text;
      if (/^ready$/m.test(printed)) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${printed}`)));
  });
  const group = child.pid;
  if (group === undefined) throw new Error('the product has no process');
  const folder = openStateFolder(state, { make: false });
  const running = folder.running();
  if (!running) throw new Error('the product does not say where it runs');
  const links = linksShape.parse(
    JSON.parse(
      execFileSync(
        process.execPath,
        ['scripts/launch.mjs', 'scripts/links.ts', '--json', '--state', state],
        {
          cwd: root,
          encoding: 'utf8',
        },
      ),
    ),
  );
  const linkOf = (register: string) => {
    const link = links.find((candidate) => candidate.register === register);
    if (!link) throw new Error(`no form of ${register}`);
    return link;
  };
  return {
    url: running.url,
    googleRoot: running.googleRoot,
    state,
    secondsToReady: (performance.now() - began) / 1000,
    printed: () => printed,
    spreadsheetId: (workbook) => {
      const id = folder.spreadsheets()?.[workbook];
      if (id === undefined) throw new Error(`no spreadsheet ${workbook}`);
      return id;
    },
    api: (register) => linkOf(register).api,
    page: (register) => linkOf(register).page,
    killChild: (which) => {
      const words = which === 'google' ? 'local-google/main.ts' : 'functions-framework';
      const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(group)], {
        encoding: 'utf8',
      });
      const pid = lines
        .split('\n')
        .find((line) => line.includes(words))
        ?.trim()
        .split(' ')[0];
      if (!pid) throw new Error(`no process of ${which}`);
      process.kill(Number(pid), 'SIGKILL');
    },
    killAll: async () => {
      process.kill(-group, 'SIGKILL');
      await ended;
    },
    stop: async () => {
      process.kill(group, 'SIGTERM');
      await ended;
    },
  };
}
