import { type ChildProcess, fork } from 'node:child_process';

/** A program that is kept running. */
export interface KeptChild {
  stop(): Promise<void>;
}

export interface KeptChildOptions {
  /** Its name for people: “表格服务”. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Takes a line that the child prints. */
  readonly print: (line: string) => void;
  /** Asked until it answers true; start-up and restart wait for it. */
  readonly isUp: () => Promise<boolean>;
}

const restartPause = 500;
const stopPatience = 12_000;

/**
 * Starts a program in this process group, waits until it is up, and starts it again when it dies. It ends with us:
 * its channel to us closes even when we are killed.
 */
export async function keepChild(options: KeptChildOptions): Promise<KeptChild> {
  const { name, program, args, environment, print, isUp } = options;
  let child: ChildProcess | undefined;
  let stopping = false;

  const start = (): void => {
    const started = fork(program, [...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [started.stdout, started.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n')) if (line.trim() !== '') print(line);
      });
    started.once('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      print(`${name} ended (${signal ?? `code ${code}`}); starting it again`);
      setTimeout(() => {
        if (!stopping) start();
      }, restartPause);
    });
    child = started;
  };

  start();
  await until(isUp, name);
  return {
    stop: async () => {
      stopping = true;
      const running = child;
      if (!running) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      running.kill('SIGTERM');
      const timer = setTimeout(() => running.kill('SIGKILL'), stopPatience);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function until(isUp: () => Promise<boolean>, name: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await isUp().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} did not come up within a minute`);
}
