import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import * as z from 'zod';
import { GoogleFailure, type Storage } from '../google/index.ts';
import type { Random } from '../random.ts';

/** Where a personal cell belongs: its key lives and dies with the column and the month. */
export interface SealedPlace {
  readonly register: string;
  readonly column: string;
  /** `YYYY-MM` in which its row happened. */
  readonly month: string;
}

/**
 * Personal cells outside their sheet are kept as ciphertext, under a key of their month that is destroyed when their
 * time is over: then no copy of them can be read any more, in snapshots, audit or archives (hard point 10).
 */
export interface Seals {
  /** The same text of one place always gives the same ciphertext, so that it can be compared without being opened. */
  seal(place: SealedPlace, text: string): Promise<string>;
  /** The text, or `undefined` when its key was destroyed. Throws when it was altered. */
  open(place: SealedPlace, sealed: string): Promise<string | undefined>;
  /** Nothing sealed there can be opened from now on; says whether there was a key. */
  destroy(place: SealedPlace): Promise<boolean>;
}

const mark = '🔒';
const conditionNotMet = 412;
const keysShape = z.record(z.string(), z.string());

/** Whether a text is one that {@link Seals.seal} made. */
export function isSealed(text: string): boolean {
  return text.startsWith(mark);
}

/** Keys lie in the school's bucket, an object a register and month, a key a column. */
export function createSeals({
  storage,
  bucket,
  random,
}: {
  readonly storage: Pick<Storage, 'read' | 'write'>;
  readonly bucket: string;
  readonly random: Random;
}): Seals {
  const known = new Map<
    string,
    { readonly keys: Readonly<Record<string, string>>; readonly generation: string }
  >();
  const objectOf = ({ register, month }: SealedPlace): string => `keys/${register}/${month}.json`;

  const read = async (object: string, fresh = false) => {
    const held = known.get(object);
    if (held && !fresh) return held;
    const found = await storage.read(bucket, object);
    const keys = found ? keysShape.parse(JSON.parse(new TextDecoder().decode(found.bytes))) : {};
    const now = { keys, generation: found?.generation ?? '0' };
    known.set(object, now);
    return now;
  };

  /** Changes the keys of an object, whoever else does so meanwhile. */
  const change = async (
    object: string,
    alter: (keys: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
  ) => {
    for (let attempt = 1; ; attempt += 1) {
      const { keys, generation } = await read(object, attempt > 1);
      const next = alter(keys);
      try {
        const bytes = new TextEncoder().encode(JSON.stringify(next));
        const written = await storage.write(bucket, object, bytes, {
          contentType: 'application/json',
          ifGenerationMatch: generation,
        });
        known.set(object, { keys: next, generation: written.generation });
        return next;
      } catch (failure) {
        const isRace = failure instanceof GoogleFailure && failure.status === conditionNotMet;
        if (!isRace || attempt === 5) throw failure;
      }
    }
  };

  const keyOf = async (place: SealedPlace): Promise<Buffer | undefined> => {
    const { keys } = await read(objectOf(place));
    const key = keys[place.column];
    return key === undefined || key === '' ? undefined : Buffer.from(key, 'base64');
  };

  return {
    async seal(place, text) {
      let key = await keyOf(place);
      if (!key) {
        const made = Buffer.from(random.bytes(32)).toString('base64');
        // An empty key marks one that was destroyed: what comes later of that month is sealed beyond opening.
        const keys = await change(objectOf(place), (before) => ({
          ...before,
          [place.column]: before[place.column] ?? made,
        }));
        const kept = keys[place.column] ?? '';
        key = Buffer.from(kept === '' ? made : kept, 'base64');
      }
      const nonce = createHmac('sha256', key).update(text).digest().subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return mark + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    async open(place, sealed) {
      const key = await keyOf(place);
      if (!key) return undefined;
      const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(
        'utf8',
      );
    },
    async destroy(place) {
      const { keys, generation } = await read(objectOf(place));
      // Where nothing of the month was ever sealed there is nothing to destroy.
      if (generation === '0' || (keys[place.column] ?? '') === '') return false;
      await change(objectOf(place), (before) => ({ ...before, [place.column]: '' }));
      return true;
    },
  };
}
