/** Time and chance of the device that shows the page: no other script of a page asks for them. */
export interface Device {
  /** Milliseconds since 1970. */
  now(): number;
  /** A new version 4 UUID. */
  newId(): string;
}

/** The device itself. */
export const thisDevice: Device = { now: () => Date.now(), newId: randomId };

/** `crypto.randomUUID` is missing outside HTTPS. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => `0${byte.toString(16)}`.slice(-2)).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
