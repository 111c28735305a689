import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The stand-in for Google by itself, as `npm run local-google` starts it. */
export interface GoogleProcess {
  readonly url: string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

export async function startGoogle(folder: string): Promise<GoogleProcess> {
  const child = spawn(
    process.execPath,
    [
      'scripts/launch.mjs',
      'scripts/local-google/main.ts',
      '--port',
      '0',
      '--state',
      join(folder, 'google.state'),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/\S+/.exec(text)?.[0];
      if (found) resolve(found.replace(/\/$/, ''));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`local Google ended with ${code}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
