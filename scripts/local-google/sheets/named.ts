import { GoogleError } from '../errors.ts';

/** Runs a part of a request; what it refuses is worded as Google does: `Invalid data[1]: …`. */
export function named<T>(part: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    throw new GoogleError(error.code, error.status, `Invalid ${part}: ${error.message}`, {
      reason: error.reason,
      details: error.details,
    });
  }
}
