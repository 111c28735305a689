/** Time as a port: nothing else in `functions/` asks the machine what time it is. */
export interface Clock {
  /** The present moment. */
  now(): Date;
  /** Resolves after so many milliseconds of this clock's time. */
  sleep(milliseconds: number): Promise<void>;
}

/** The machine's own clock, for real runs. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
