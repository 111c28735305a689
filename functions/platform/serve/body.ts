import type { IncomingMessage } from 'node:http';

/** A body, or why there is none: `gone` when the sender went away. */
export type Body = Buffer | 'tooLarge' | 'incomplete' | 'gone';

/**
 * Reads a body whole, as long as it keeps within so many bytes and seconds. What says that it is
 * longer is not read at all.
 */
export function readBody(
  incoming: IncomingMessage & { readonly rawBody?: unknown },
  { bytes, seconds }: { readonly bytes: number; readonly seconds: number },
): Promise<Body> {
  if (incoming.rawBody instanceof Buffer) {
    return Promise.resolve(incoming.rawBody.byteLength > bytes ? 'tooLarge' : incoming.rawBody);
  }
  const { 'content-length': length, 'transfer-encoding': encoding } = incoming.headers;
  if (length === undefined && encoding === undefined) return Promise.resolve(Buffer.alloc(0));
  if (Number(length ?? 0) > bytes) return Promise.resolve('tooLarge');

  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const timer = setTimeout(() => settle('incomplete'), seconds * 1000);

    function settle(body: Body): void {
      clearTimeout(timer);
      incoming.off('data', onData).off('end', onEnd).off('close', onClose).pause();
      resolve(body);
    }
    function onData(chunk: Buffer): void {
      received += chunk.byteLength;
      if (received > bytes) settle('tooLarge');
      else chunks.push(chunk);
    }
    const onEnd = () => settle(Buffer.concat(chunks));
    const onClose = () => settle('gone');
    incoming.on('data', onData).on('end', onEnd).on('close', onClose);
    incoming.on('error', onClose);
  });
}
