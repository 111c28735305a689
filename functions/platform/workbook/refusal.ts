import { GoogleFailure } from '../google/index.ts';

/** What Google refused of a write, if it did. */
export async function refusal(write: () => Promise<unknown>): Promise<GoogleFailure | undefined> {
  try {
    await write();
    return undefined;
  } catch (failure) {
    if (failure instanceof GoogleFailure && failure.kind === 'refused') return failure;
    throw failure;
  }
}
