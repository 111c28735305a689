import { dialectOf } from './contract/discovery.ts';
import type { Mask } from './contract/fields.ts';
import { applyMask } from './contract/fields.ts';
import type { Match } from './contract/match.ts';
import { readMessage } from './contract/messages.ts';
import type { GoogleError } from './errors.ts';
import { errorBody } from './errors.ts';
import type { Answer } from './service.ts';

/** Turns a handler's answer into HTTP; JSON is cut by the mask. */
export function answerResponse(answer: Answer, mask: Mask | undefined): Response {
  if ('empty' in answer) return new Response(null, { status: 204 });
  if ('media' in answer) {
    const headers = { ...answer.headers, 'content-type': answer.contentType };
    return new Response(new Uint8Array(answer.media), { headers });
  }
  return jsonResponse(mask === undefined ? answer.json : applyMask(mask, answer.json), 200);
}

/** An error in the dialect of the interface that was asked. */
export function errorResponse(error: GoogleError, match: Match | undefined): Response {
  // 304 tells a reader that it has the content already; HTTP allows it no body.
  if (error.code === 304) return new Response(null, { status: 304 });
  const dialect = match === undefined ? 'canonical' : dialectOf(match.api);
  return jsonResponse(errorBody(error, dialect), error.code);
}

/** JSON with Google's content type. */
function jsonResponse(json: unknown, status: number): Response {
  return new Response(JSON.stringify(json), {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
  });
}

/**
 * Holds an answer against the contract: no unknown member, each value as Google writes it.
 * Throws with all that is wrong: the stand-in itself is at fault.
 */
export function checkAnswer(match: Match, answer: Answer): void {
  if (!('json' in answer)) return;
  const { response } = match.method;
  if (response === undefined) throw new Error(`${match.id} answers JSON; the contract has none.`);
  const sent: unknown = JSON.parse(JSON.stringify(answer.json));
  const { value, violations } = readMessage(match.api, response, sent);
  const problems = violations.map(({ description }) => description);
  if (problems.length === 0 && JSON.stringify(value) !== JSON.stringify(sent)) {
    problems.push('a null, or a number where Google writes a string or the other way round');
  }
  if (problems.length > 0) {
    throw new Error(
      `The stand-in's answer to ${match.id} breaks the contract: ${problems.join('; ')}`,
    );
  }
}
