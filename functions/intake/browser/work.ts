/** Work that the server sets when too many come at once: `<challenge> <bits>`. */
const mostTries = 2_000_000;

/**
 * Does the work: finds a number whose hash behind the challenge begins with so many zero bits.
 *
 * @returns what to send; nothing where the browser cannot hash (a page without https)
 */
export async function doWork(set: string): Promise<string | undefined> {
  const [challenge = '', bits = ''] = set.split(' ');
  if (challenge === '' || typeof crypto === 'undefined' || !crypto.subtle) return undefined;
  const encoder = new TextEncoder();
  const wanted = Number(bits);
  for (let nonce = 0; nonce < mostTries; nonce += 1) {
    const answer = `${challenge}.${nonce}`;
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(answer)));
    if (zeroBits(hash) >= wanted) return answer;
  }
  return undefined;
}

function zeroBits(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes) {
    if (byte !== 0) return zeros + Math.clz32(byte) - 24;
    zeros += 8;
  }
  return zeros;
}
