import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A function under the real `functions-framework` command. */
export interface RunningFunction {
  readonly url: string;
  readonly port: number;
  /** Everything it wrote so far. */
  output(): string;
  /** Resolves once it has written this text. */
  wrote(text: string): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Its exit code. */
  readonly exited: Promise<number | null>;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const command = 'node_modules/@google-cloud/functions-framework/build/src/main.js';

/** Starts `functions-framework --target … --source …` and waits until it listens. */
export async function startFunction(target: string, source: string): Promise<RunningFunction> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [command, '--target', target, '--source', source, '--port', String(port)],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'test' } },
  );
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  const written = collect(child);
  const running: RunningFunction = {
    url: `http://127.0.0.1:${port}`,
    port,
    output: written.text,
    wrote: (text) => Promise.race([written.until(text), exited.then(() => endedEarly(text))]),
    signal: (name) => child.kill(name),
    exited,
  };
  await running.wrote('Serving function');
  return running;

  function endedEarly(text: string): never {
    throw new Error(`The function ended before it wrote ${text}:\n${written.text()}`);
  }
}

function collect({ stdout, stderr }: ChildProcess) {
  let all = '';
  const arrived = new EventTarget();
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      all += text;
      arrived.dispatchEvent(new Event('text'));
    });
  }
  return {
    text: () => all,
    async until(text: string): Promise<void> {
      while (!all.includes(text)) await once(arrived, 'text');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}
