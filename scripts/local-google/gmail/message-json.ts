import type { MimePart } from '../mime.ts';
import { headerOf, partsOf, readPart } from '../mime.ts';
import type { MessageRecord } from '../state.ts';

/** A message in one of Gmail's formats: `minimal`, `metadata`, `raw` or `full`. */
export function messageJson(
  message: MessageRecord,
  format: string,
  metadataHeaders: readonly string[] = [],
) {
  const base = {
    id: message.id,
    threadId: message.threadId,
    labelIds: message.labelIds,
    snippet: '',
    sizeEstimate: message.raw.length,
    internalDate: String(message.receivedAt),
  };
  if (format === 'minimal') return base;
  if (format === 'raw') return { ...base, raw: Buffer.from(message.raw).toString('base64url') };
  const part = readPart(message.raw);
  if (format === 'full') return { ...base, payload: partJson(part, '') };
  const wanted = metadataHeaders.map((name) => name.toLowerCase());
  const headers = part.headers.filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()),
  );
  return { ...base, payload: { mimeType: mimeTypeOf(part), headers } };
}

interface PartJson {
  readonly partId: string;
  readonly mimeType: string;
  readonly filename: string;
  readonly headers: MimePart['headers'];
  readonly body: { readonly size: number; readonly data?: string };
  readonly parts?: readonly PartJson[];
}

function partJson(part: MimePart, partId: string): PartJson {
  const inner = partsOf(part.body, headerOf(part, 'content-type') ?? '');
  const disposition = headerOf(part, 'content-disposition') ?? '';
  const content = inner === undefined ? decoded(part) : Buffer.alloc(0);
  return {
    partId,
    mimeType: mimeTypeOf(part),
    filename: disposition.match(/filename="?([^";]+)"?/i)?.[1] ?? '',
    headers: part.headers,
    body: {
      size: content.length,
      ...(content.length > 0 && { data: content.toString('base64url') }),
    },
    ...(inner && {
      parts: inner.map((one, at) => partJson(one, partId === '' ? `${at}` : `${partId}.${at}`)),
    }),
  };
}

function mimeTypeOf(part: MimePart): string {
  return (headerOf(part, 'content-type') ?? 'text/plain').split(';')[0]?.trim() ?? 'text/plain';
}

function decoded(part: MimePart): Buffer {
  switch (headerOf(part, 'content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(part.body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return Buffer.from(
        part.body
          .toString('latin1')
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );
    default:
      return part.body;
  }
}
