/** Chunks that a picture needs to look as it should (PNG, third edition, section 11). */
const needed: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM'],
  ...['sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP'],
]);
const signatureLength = 8;
const lengthTypeAndCheck = 12;

/** A PNG without texts, times, EXIF and what follows its end; `undefined` when it is broken or ends too early. */
export function pngWithoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, signatureLength)];
  let at = signatureLength;
  while (at + lengthTypeAndCheck <= bytes.length) {
    const end = at + lengthTypeAndCheck + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (needed.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}
