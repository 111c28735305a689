const mask = (1n << 64n) - 1n;

const rotated = (value: bigint, bits: bigint): bigint =>
  ((value << bits) | (value >> (64n - bits))) & mask;

type State = readonly [bigint, bigint, bigint, bigint];

function round([a, b, c, d]: State): State {
  const a1 = (a + b) & mask;
  const b1 = rotated(b, 13n) ^ a1;
  const a2 = rotated(a1, 32n);
  const c1 = (c + d) & mask;
  const d1 = rotated(d, 16n) ^ c1;
  const a3 = (a2 + d1) & mask;
  const d2 = rotated(d1, 21n) ^ a3;
  const c2 = (c1 + b1) & mask;
  const b2 = rotated(b1, 17n) ^ c2;
  return [a3, b2, rotated(c2, 32n), d2];
}

/** Bytes of a message as 64-bit words, the last one padded and marked with the length. */
function wordsOf(message: Uint8Array): bigint[] {
  const padded = new Uint8Array((Math.floor(message.length / 8) + 1) * 8);
  padded.set(message);
  padded[padded.length - 1] = message.length & 0xff;
  const view = new DataView(padded.buffer);
  return Array.from({ length: padded.length / 8 }, (_, index) =>
    view.getBigUint64(index * 8, true),
  );
}

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a 64-bit number of a message that nobody can foretell without the key.
 *
 * @param key two 64-bit numbers
 */
export function sipHash(key: readonly [bigint, bigint], message: Uint8Array): bigint {
  const [left, right] = key;
  let state: State = [
    left ^ 0x736f6d6570736575n,
    right ^ 0x646f72616e646f6dn,
    left ^ 0x6c7967656e657261n,
    right ^ 0x7465646279746573n,
  ];
  for (const word of wordsOf(message)) {
    const [a, b, c, d] = round(round([state[0], state[1], state[2], state[3] ^ word]));
    state = [a ^ word, b, c, d];
  }
  state = [state[0], state[1], state[2] ^ 0xffn, state[3]];
  const [a, b, c, d] = round(round(round(round(state))));
  return a ^ b ^ c ^ d;
}

/**
 * A stream of chance that only those who know the secret can foretell: the same secret and words give the same number,
 * at least 0 and below 1.
 */
export function secretChance(secret: string): (...words: readonly string[]) => number {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const none = [0n, 0n] as const;
  const key = [sipHash(none, bytes(`0${secret}`)), sipHash(none, bytes(`1${secret}`))] as const;
  return (...words) => Number(sipHash(key, bytes(JSON.stringify(words))) >> 11n) / 2 ** 53;
}
