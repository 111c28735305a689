import * as z from 'zod/mini';
import { GoogleFailure } from '#platform/google/failure.ts';
import type { Google } from '#platform/google/index.ts';

/** What a photo was sent with: a row, and the file in Drive that is or will be its. */
const claimShape = z.object({ register: z.string(), entry: z.string(), file: z.string() });

export type Claim = z.infer<typeof claimShape>;

/**
 * Which file a photo is, by the id that its sender gave it. Drive finds a file by its properties only after a while, and
 * would let two be made meanwhile; an object that is written once settles it at the first try.
 */
export interface Claims {
  /** The claim that stands: this one, or the one that came before. */
  settle(photo: string, claim: Claim): Promise<Claim>;
  read(photo: string): Promise<Claim | undefined>;
  forget(photo: string): Promise<void>;
}

const nameOf = (photo: string): string => `photos/${photo}.json`;
const conditionNotMet = 412;

export function createClaims(storage: Google['storage'], bucket: string): Claims {
  const read = async (photo: string): Promise<Claim | undefined> => {
    const object = await storage.read(bucket, nameOf(photo));
    return object && claimShape.parse(JSON.parse(new TextDecoder().decode(object.bytes)));
  };
  return {
    read,
    async settle(photo, claim) {
      try {
        const bytes = new TextEncoder().encode(JSON.stringify(claim));
        await storage.write(bucket, nameOf(photo), bytes, {
          contentType: 'application/json',
          ifGenerationMatch: '0',
        });
        return claim;
      } catch (failure) {
        if (!(failure instanceof GoogleFailure) || failure.status !== conditionNotMet)
          throw failure;
        return (await read(photo)) ?? claim;
      }
    },
    forget: (photo) => storage.delete(bucket, nameOf(photo)),
  };
}
