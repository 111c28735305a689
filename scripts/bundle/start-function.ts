import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../local/ports.ts';

/** A function that runs in a process of its own. */
export interface StartedFunction {
  /** Without a slash at its end. */
  readonly url: string;
  /** All that it printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

const framework = fileURLToPath(
  new URL('main.js', import.meta.resolve('@google-cloud/functions-framework')),
);

/**
 * Starts a bundled function as Cloud Functions does, by the framework's own command, and resolves as soon as it
 * listens. Rejects with what it printed when it ends before.
 */
export async function startFunction({
  name,
  folder,
  environment,
}: {
  /** The name under which it is registered. */
  readonly name: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}): Promise<StartedFunction> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [framework, '--target', name, '--source', folder, '--port', `${port}`, '--host', '127.0.0.1'],
    // In production the framework does not say that it listens.
    {
      env: { ...process.env, ...environment, NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void ended.then(() => process.off('exit', endWithUs));
  await new Promise<void>((resolve, reject) => {
    const onText = (text: string): void => {
      printed += text;
      if (printed.includes('URL: ')) resolve();
    };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', onText);
    child.once('error', reject);
    void ended.then(() => reject(new Error(`${name} ended before it listened:\n${printed}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    printed: () => printed,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
