/** Runs a piece of work that reads the newest state; never twice at the same time. */
export interface Refresher {
  /** Resolves when a run that began after this call is done. */
  run(): Promise<void>;
}

/** Calls that come while the work runs share one more run behind it. */
export function createRefresher(work: () => Promise<void>): Refresher {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    const run = work().finally(() => {
      running = undefined;
    });
    running = run;
    return run;
  };
  return {
    run() {
      if (!running) return start();
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return start();
        });
      return next;
    },
  };
}
