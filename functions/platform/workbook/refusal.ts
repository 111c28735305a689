import { GoogleFailure } from '../google/index.ts';

/** What Google refused of a write, if it did. */
export async function refusal(write: () => Promise<unknown>): Promise<GoogleFailure | undefined> {
  try {
    await write();
    return undefined;
  } catch (failure) {
    if (isRefused(failure)) return failure;
    throw failure;
  }
}

/** What Google answers; `undefined` when it refuses, because a tab or column is not where it was read. */
export async function unlessRefused<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (failure) {
    if (isRefused(failure)) return undefined;
    throw failure;
  }
}

function isRefused(failure: unknown): failure is GoogleFailure {
  return failure instanceof GoogleFailure && failure.kind === 'refused';
}
