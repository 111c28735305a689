import type { Server, ServerResponse } from 'node:http';
import type { Log } from '../log/index.ts';

/** Lets a process end in order: what was taken is finished, nothing more is taken. */
export interface Finish {
  /** A request was taken; it counts until its answer is sent or its sender is gone. */
  began(outgoing: ServerResponse): void;
  /** From now on SIGTERM and SIGINT end the process in order, whoever listened before. */
  onSignal(server: Server): void;
}

const signals = ['SIGTERM', 'SIGINT'] as const;

export function createFinish({
  log,
  finishSeconds,
  close,
}: {
  log: Log;
  finishSeconds: number;
  close: () => Promise<void>;
}): Finish {
  const open = new Set<ServerResponse>();
  const idle = new EventTarget();
  let ending = false;

  function began(outgoing: ServerResponse): void {
    open.add(outgoing);
    if (ending) outgoing.setHeader('connection', 'close');
    outgoing.once('close', () => {
      open.delete(outgoing);
      if (open.size === 0) idle.dispatchEvent(new Event('idle'));
    });
  }

  async function lastAnswered(): Promise<void> {
    if (open.size === 0) return;
    await new Promise((resolve) => idle.addEventListener('idle', resolve, { once: true }));
  }

  /** Ends the process. A second signal ends it at once. */
  async function end(signal: string, server: Server): Promise<void> {
    if (ending) process.exit(1);
    ending = true;
    log.info('process.ending', { signal, open: open.size });
    for (const outgoing of open) {
      if (!outgoing.headersSent) outgoing.setHeader('connection', 'close');
    }
    server.close();
    const timer = setTimeout(() => {
      log.error('process.unfinished', { open: open.size, finishSeconds });
      process.exit(1);
    }, finishSeconds * 1000);
    // What waits in queues is refused at once, so that its sender is answered in time and tries again elsewhere.
    await Promise.all([close(), lastAnswered()]);
    clearTimeout(timer);
    log.info('process.ended', { signal });
    process.exit(0);
  }

  return {
    began,
    onSignal(server) {
      for (const signal of signals) {
        process.removeAllListeners(signal);
        process.on(signal, () => {
          end(signal, server).catch((error: unknown) => {
            log.error('process.unfinished', { error });
            process.exit(1);
          });
        });
      }
    },
  };
}
