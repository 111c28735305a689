/** Chunks that a picture needs (RFC 9649, section 2.7). */
const needed: ReadonlySet<string> = new Set([
  ...['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'],
]);
const headLength = 12;
/** The bits of VP8X that promise EXIF and XMP. */
const promisesMetadata = 0b1100;

/** A WebP without EXIF, XMP and what follows its end; `undefined` when it is broken or ends too early. */
export function webpWithoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return undefined;
  const kept: Uint8Array[] = [];
  for (let at = headLength; at + 8 <= whole; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (end > whole) return undefined;
    const type = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
    if (needed.has(type)) kept.push(chunkOf(type, bytes.subarray(at, end)));
    at = end;
  }
  if (kept.length === 0) return undefined;
  const content = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, headLength));
  head.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([head, content]);
}

function chunkOf(type: string, chunk: Uint8Array): Uint8Array {
  if (type !== 'VP8X') return chunk;
  const copied = Uint8Array.from(chunk);
  copied[8] = (copied[8] ?? 0) & ~promisesMetadata;
  return copied;
}
