import {
  hookSignature,
  hookSignatureHeader,
  hookTimestampHeader,
} from '#platform/hook-signature.ts';
import type { Register } from '#schema/register.ts';

export const hookSecret = 'shared by whoever may tell the check of a change';
export const queue = 'projects/houqin/locations/asia-east2/queues/check';

/** A request of ours, signed. */
export function signedRequest(now: Date, body: unknown): RequestInit {
  const text = JSON.stringify(body);
  const timestamp = String(now.getTime());
  return {
    method: 'POST',
    body: text,
    headers: {
      [hookTimestampHeader]: timestamp,
      [hookSignatureHeader]: hookSignature(hookSecret, timestamp, text),
    },
  };
}

/** A school of few registers is opened and looked at in a moment. */
export function fewRegisters(registers: readonly Register[]): readonly Register[] {
  const wanted = ['settings', 'calendar', 'places', 'people', 'repairs', 'runs'];
  return registers.filter(({ key }) => wanted.includes(key));
}
