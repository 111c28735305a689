import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import { type Random, uuidFrom } from '#platform/random.ts';

/** A small piece of work that a browser does in about a second, so that a crowd still gets through. */
export interface Work {
  readonly challenge: string;
  /** The SHA-256 of `<challenge>.<nonce>` must begin with so many zero bits. */
  readonly bits: number;
}

/** Sets work and checks that it was done. */
export interface WorkSetter {
  set(link: string): Work;
  /** Whether `<challenge>.<nonce>` is work that was set for this link a moment ago, is done, and counts the first time. */
  isDone(link: string, answer: string): boolean;
}

const bits = 14;
const lastsMilliseconds = 120_000;
const mostRemembered = 20_000;

/** Work that needs no memory but for what was done already, so that none counts twice. */
export function createWorkSetter({
  clock,
  random,
  secret,
}: {
  readonly clock: Clock;
  readonly random: Random;
  readonly secret: string;
}): WorkSetter {
  const done = new Set<string>();
  const signed = (head: string, link: string): string =>
    createHmac('sha256', secret).update(`work ${head} ${link}`).digest('base64url').slice(0, 22);

  return {
    set: (link) => {
      const until = clock.now().getTime() + lastsMilliseconds;
      const head = `${until.toString(36)}-${uuidFrom(random)}`;
      return { challenge: `${head}-${signed(head, link)}`, bits };
    },
    isDone: (link, answer) => {
      const [, challenge = '', head = '', until = '', signature = ''] =
        /^((([0-9a-z]{8,9})-[0-9a-f-]{36})-([\w-]{22}))\.\d{1,12}$/.exec(answer) ?? [];
      if (challenge === '' || !sameText(signature, signed(head, link))) return false;
      if (Number.parseInt(until, 36) < clock.now().getTime() || done.has(challenge)) return false;
      if (zeroBits(createHash('sha256').update(answer).digest()) < bits) return false;
      done.add(challenge);
      const oldest = done.values().next();
      if (done.size > mostRemembered && !oldest.done) done.delete(oldest.value);
      return true;
    },
  };
}

function zeroBits(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24;
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
