/** Markers of ITU-T T.81, table B.1. */
const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, app0: 0xe0, app15: 0xef };

/** What applications put in and a picture needs: JFIF, the colour profile, Adobe's colour transform. */
const neededByApplication: Readonly<Record<number, string>> = {
  224: 'JFIF\0',
  226: 'ICC_PROFILE\0',
  238: 'Adobe',
};

/**
 * A JPEG without what was written beside the picture: EXIF with its place and time, XMP, comments, pictures in the
 * picture, and whatever follows its end (telephones hide films there). Its turn is kept, else it would lie on its side.
 *
 * @param orientation of the EXIF standard, 1 to 8
 * @returns `undefined` when it is broken or ends too early
 */
export function jpegWithoutMetadata(bytes: Uint8Array, orientation = 1): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  if (orientation > 1 && orientation <= 8) kept.push(exifOf(orientation));
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const kind = bytes[at + 1] ?? 0;
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    if (kind === marker.end) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return undefined;
    const head = at + 2 + view.getUint16(at + 2);
    const end = kind === marker.scan ? endOfScan(bytes, head) : head;
    if (end > bytes.length) return undefined;
    if (isNeeded(kind, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function isNeeded(kind: number, content: Uint8Array): boolean {
  if (kind === marker.comment) return false;
  if (kind < marker.app0 || kind > marker.app15) return true;
  const begins = neededByApplication[kind];
  return begins !== undefined && Buffer.from(content).toString('latin1').startsWith(begins);
}

/** Coded data ends before the next marker that is neither a stuffed byte nor a restart (T.81, B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    const isRestart = next >= 0xd0 && next <= 0xd7;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isRestart) return at;
  }
  return bytes.length;
}

/** An EXIF segment that says nothing but how the picture is turned. */
function exifOf(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  const turned = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([
    ...[0xff, 0xe1, 0, 34],
    ...Buffer.from('Exif\0\0', 'latin1'),
    ...tiff,
    ...turned,
  ]);
}
