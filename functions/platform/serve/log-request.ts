import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log/index.ts';

/** Writes one line when a request is over: never its query, its body, or the token in its path. */
export function logRequest(log: Log, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const start = performance.now();
  outgoing.once('close', () => {
    const status = outgoing.headersSent ? outgoing.statusCode : undefined;
    const fields = {
      method: incoming.method,
      path: pathWithoutTokens(incoming.url ?? ''),
      status,
      milliseconds: Math.round(performance.now() - start),
      ...(!outgoing.writableFinished && { unanswered: true }),
    };
    if (status !== undefined && status >= 500) log.error('request', fields);
    else log.info('request', fields);
  });
}

/** A path whose long parts, the tokens and ids of links, are cut short. */
function pathWithoutTokens(url: string): string {
  const path = url.split(/[?#]/)[0] ?? '';
  return path
    .split('/')
    .map((part) => (part.length > 24 ? `${part.slice(0, 4)}…` : part))
    .join('/');
}
