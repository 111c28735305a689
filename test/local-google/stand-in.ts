import type { LocalGoogleOptions } from '#scripts/local-google/create-local-google.ts';
import { createLocalGoogle } from '#scripts/local-google/create-local-google.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { clientsOf, inProcess } from './clients.ts';
import type { HandClock } from './hand-clock.ts';
import { handClock } from './hand-clock.ts';

/** A stand-in of its own for a test: a clock moved by hand, a seed, answers held to the contract. */
export function standIn(options: Partial<Omit<LocalGoogleOptions, 'clock'>> = {}) {
  const clock: HandClock = handClock();
  const google = createLocalGoogle({
    clock,
    random: seededRandom('stand-in'),
    checkAnswers: true,
    ...options,
  });
  const as = (token: string) => clientsOf(token, inProcess(google));
  return { google, clock, as };
}

/** What a refused call is answered, as a client sees it. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ status: number; message: string }> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('The call was not refused.');
  const status = 'status' in error ? Number(error.status) : Number.NaN;
  return { status, message: error.message };
}
