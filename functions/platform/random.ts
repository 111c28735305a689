import { randomFillSync } from 'node:crypto';

/** Chance as a port, so that a simulation can be replayed from its seed. */
export interface Random {
  /** So many unpredictable bytes. */
  bytes(length: number): Uint8Array;
}

/** The machine's cryptographic source, for real runs. */
export const systemRandom: Random = {
  bytes: (length) => randomFillSync(new Uint8Array(length)),
};

/** A version 4 UUID drawn from `random` (RFC 9562). */
export function uuidFrom(random: Random): string {
  const bytes = random.bytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A positive 31-bit integer: the range of Google's sheet, metadata and range ids. */
export function positiveInt31(random: Random): number {
  const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
  return ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d || 1;
}
