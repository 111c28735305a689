import type { Clock } from '#platform/clock.ts';

/** One running instance of a function. Once dead, nothing it waits for ever comes: that is what a crash is. */
export interface Process {
  readonly name: string;
  readonly role: 'intake' | 'check';
  /** The clock it is given. */
  readonly clock: Clock;
  isAlive(): boolean;
  die(): void;
  /** The same outcome while it lives; one that never settles once it is dead. */
  ifAlive<T>(outcome: Promise<T>): Promise<T>;
}

export function createProcess(name: string, role: Process['role'], clock: Clock): Process {
  let alive = true;
  const ifAlive = <T>(outcome: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      outcome.then(
        (value) => alive && resolve(value),
        (failure) => alive && reject(failure),
      );
    });
  return {
    name,
    role,
    clock: {
      now: clock.now,
      sleep: (milliseconds) => ifAlive(clock.sleep(milliseconds)),
    },
    isAlive: () => alive,
    die: () => {
      alive = false;
    },
    ifAlive,
  };
}
