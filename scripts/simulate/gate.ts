import type { LocalGoogle } from '../local-google/create-local-google.ts';

/** The one door to Google: whoever is inside sees and changes it with nobody in between. */
export interface Gate {
  readonly google: LocalGoogle;
  inside<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(google: LocalGoogle): Gate {
  let last: Promise<unknown> = Promise.resolve();
  return {
    google,
    inside(work) {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
  };
}
