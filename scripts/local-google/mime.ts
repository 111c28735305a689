/** A part of a message: its headers in order, names as written, and its body undecoded. */
export interface MimePart {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: Buffer;
}

/** Splits a message or a part into headers and body (RFC 822, RFC 2046). */
export function readPart(bytes: Uint8Array): MimePart {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 2).toString() === '\r\n') return { headers: [], body: buffer.subarray(2) };
  const [at, length] = [...breaks(buffer)].toSorted((a, b) => a[0] - b[0])[0] ?? [buffer.length, 0];
  const head = buffer.subarray(0, at).toString('utf8');
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = line.match(/^([^:\s]+)\s*:\s*(.*)$/) ?? [];
      return name === undefined ? [] : [{ name, value: (value ?? '').trim() }];
    });
  return { headers, body: buffer.subarray(at + length) };
}

function breaks(buffer: Buffer): [number, number][] {
  return ['\r\n\r\n', '\n\n']
    .map((line): [number, number] => [buffer.indexOf(line), line.length])
    .filter(([at]) => at >= 0);
}

/** The first header of this name, whatever its case. */
export function headerOf(part: MimePart, name: string): string | undefined {
  return part.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The parts of a multipart body; undefined if the content type is not multipart. */
export function partsOf(body: Uint8Array, contentType: string): MimePart[] | undefined {
  const [, quoted, bare] =
    contentType.match(/^multipart\/[^;]+;.*boundary=(?:"([^"]+)"|([^\s;]+))/i) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return undefined;
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: MimePart[] = [];
  let start = buffer.indexOf(`--${boundary}`);
  while (start >= 0) {
    const from = buffer.indexOf('\n', start) + 1;
    const end = buffer.indexOf(`\n--${boundary}`, from - 1);
    if (from === 0 || end < 0) break;
    const before = buffer[end - 1] === 13 ? end - 1 : end;
    parts.push(readPart(buffer.subarray(from, Math.max(before, from))));
    start = end + 1;
    if (
      buffer.subarray(start + boundary.length + 2, start + boundary.length + 4).toString() === '--'
    ) {
      break;
    }
  }
  return parts;
}
