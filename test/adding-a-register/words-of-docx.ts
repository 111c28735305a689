import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;

/** The text of a Word document, paragraph by paragraph. */
export function wordsOfDocx(bytes: Uint8Array): readonly string[] {
  const xml = entryOf(Buffer.from(bytes), 'word/document.xml').toString('utf8');
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(''),
    );
}

/** One file of a ZIP archive, found by its directory (PKWARE APPNOTE 4.3.12). */
function entryOf(zip: Buffer, wanted: string): Buffer {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      return inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(at + 20)));
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`the document has no ${wanted}`);
}
