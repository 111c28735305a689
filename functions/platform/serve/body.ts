import type { IncomingMessage } from 'node:http';

/** A body, or why there is none: `gone` when the sender went away. */
export type Body = Buffer | 'tooLarge' | 'incomplete' | 'gone';

/** How much of a body is read, and for how long it is waited for. */
export interface BodyLimits {
  readonly bytes: number;
  readonly seconds: number;
  /** So many bytes must come in each stretch of so many seconds: who sends one at a time is cut off early. */
  readonly pace?: { readonly bytes: number; readonly seconds: number };
}

/**
 * Reads a body whole, as long as it keeps within its limits. What says that it is longer is not read at all.
 */
export function readBody(
  incoming: IncomingMessage & { readonly rawBody?: unknown },
  { bytes, seconds, pace }: BodyLimits,
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
    let due = pace?.bytes ?? 0;
    const timer = setTimeout(() => settle('incomplete'), seconds * 1000);
    const paced = pace && setInterval(stepForward, pace.seconds * 1000, pace.bytes);

    function stepForward(step: number): void {
      if (received < due) settle('incomplete');
      due = received + step;
    }
    function settle(body: Body): void {
      clearTimeout(timer);
      clearInterval(paced);
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
