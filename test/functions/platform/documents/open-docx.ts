import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;

/** Every file of a ZIP archive by its name, as text (PKWARE APPNOTE 4.3.12). */
function filesIn(zip: Buffer): ReadonlyMap<string, string> {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20));
    const isDeflated = zip.readUInt16LE(at + 10) === 8;
    files.set(
      zip.toString('utf8', at + 46, at + 46 + nameLength),
      (isDeflated ? inflateRawSync(packed) : packed).toString('utf8'),
    );
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function unescaped(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** A Word document as a reader of its files sees it. */
export interface OpenedDocx {
  /** The XML of one file, such as `word/styles.xml`. */
  xml(name: string): string;
  /** The words of the body, a line a paragraph or table cell. */
  readonly lines: readonly string[];
  /** The words of the body in one string. */
  readonly words: string;
  /** The style with an id, as XML. */
  style(id: string): string;
  /** Where the links of the body lead. */
  readonly links: readonly string[];
}

/** A link keeps what follows # apart, as Word does. */
function linksIn(body: string, relations: string): readonly string[] {
  const targets = new Map(
    [...relations.matchAll(/<Relationship Id="([^"]*)"[^>]*hyperlink" Target="([^"]*)"/g)].map(
      ([, id = '', url = '']) => [id, unescaped(url)] as const,
    ),
  );
  return [...body.matchAll(/<w:hyperlink ([^>]*)>/g)].map(([, attributes = '']) => {
    const anchor = /w:anchor="([^"]*)"/.exec(attributes)?.[1];
    const url = targets.get(/r:id="([^"]*)"/.exec(attributes)?.[1] ?? '') ?? '';
    return anchor === undefined ? url : `${url}#${unescaped(anchor)}`;
  });
}

/** Opens a .docx file. */
export function openDocx(bytes: Uint8Array): OpenedDocx {
  const files = filesIn(Buffer.from(bytes));
  const xml = (name: string): string => {
    const found = files.get(name);
    if (found === undefined) throw new Error(`the document has no ${name}`);
    return found;
  };
  const lines = xml('word/document.xml')
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:noBreakHyphen\/>/g)]
        .map(([, words]) => (words === undefined ? '-' : unescaped(words)))
        .join(''),
    )
    .filter((line) => line !== '');
  return {
    xml,
    lines,
    words: lines.join('\n'),
    style: (id) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(
        xml('word/styles.xml'),
      )?.[0] ?? '',
    links: linksIn(xml('word/document.xml'), files.get('word/_rels/document.xml.rels') ?? ''),
  };
}
