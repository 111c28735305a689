import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clock of a sender may be off. */
const toleranceMilliseconds = 10 * 60_000;

/** Headers with which a hook of ours is sent. */
export const hookTimestampHeader = 'x-houqin-timestamp';
export const hookSignatureHeader = 'x-houqin-signature';

/** The signature of a hook's body: hex HMAC-SHA256 over `timestamp.body`. */
export function hookSignature(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/**
 * Whether a hook comes from somebody who knows the secret, and not from long ago. `timestamp` is in milliseconds.
 * `mayBeLate` takes one of any age: a task of ours that lay in its queue.
 */
export function isHookGenuine(hook: {
  readonly secret: string;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
  readonly now: Date;
  readonly mayBeLate?: boolean;
}): boolean {
  const { secret, timestamp, signature, body, now, mayBeLate = false } = hook;
  if (!timestamp || !signature || !/^\d{1,16}$/.test(timestamp)) return false;
  const isLate = Math.abs(now.getTime() - Number(timestamp)) > toleranceMilliseconds;
  if (isLate && !mayBeLate) return false;
  const expected = Buffer.from(hookSignature(secret, timestamp, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
