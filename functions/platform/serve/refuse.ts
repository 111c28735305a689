import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf, type ProblemDetails, problemBody, problemType } from '../problem.ts';

/** How long a sender may go on after it was refused, so that it gets to read the answer. */
const lingerMilliseconds = 1000;

/**
 * Answers a request whose body was not taken. What still arrives is thrown away unread for a
 * moment: a connection that is cut while the sender is writing loses the answer.
 */
export function refuse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  details: ProblemDetails,
): void {
  const language = languageOf(incoming.headers['accept-language']);
  outgoing.writeHead(details.status, {
    'content-type': problemType,
    'content-language': language,
    'cache-control': 'no-store',
    ...details.headers,
  });
  outgoing.end(JSON.stringify(problemBody(details, language)));
  if (incoming.complete) return;
  const timer = setTimeout(() => incoming.socket.destroySoon(), lingerMilliseconds);
  timer.unref();
  incoming.once('end', () => clearTimeout(timer));
  incoming.resume();
}
