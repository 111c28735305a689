import { errorResponse } from '../local-google/answers.ts';
import { matchMethod } from '../local-google/contract/match.ts';
import { ConnectionReset, faultError } from '../local-google/faults.ts';
import type { Gate } from './gate.ts';
import type { History } from './history.ts';
import type { Process } from './process.ts';
import type { Fate, Weather } from './weather.ts';

/** A call of a function to Google, whole, so that it can be sent, kept and looked at. */
export interface Call {
  readonly by: Process;
  readonly method: string;
  readonly url: string;
  readonly verb: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  /** When it was sent. */
  readonly sentAt: number;
}

/** Stands between a call and Google, at the moment at which Google does it. */
export type Exchange = (call: Call, google: (call: Call) => Promise<Response>) => Promise<Response>;

export interface WireParts {
  readonly gate: Gate;
  readonly weather: Weather;
  readonly history: History;
  readonly since: () => number;
  /** Waits whether or not the caller lives: what is on its way arrives. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly exchange: Exchange;
  /** Staff do something. */
  readonly meddle: () => Promise<void>;
}

/** The network between one process and Google, with all that can befall a call on it. */
export function createWire(parts: WireParts, by: Process): typeof fetch {
  const { gate, weather, history, since, sleep, exchange, meddle } = parts;

  const atGoogle = (call: Call): Promise<Response> =>
    gate.inside(() => exchange(call, (sent) => gate.google.fetch(requestOf(sent))));

  const carried = async (call: Call, fate: Fate): Promise<Response> => {
    if (fate === 'crash-before') {
      by.die();
      return never();
    }
    await sleep(weather.way());
    if (fate === 'reset-before') throw new ConnectionReset();
    const fault = answeredFaults[fate];
    if (fault && fate !== '500-done') return answerOf(call, fault);
    if (fate === 'stall') await sleep(weather.delay());
    if (call.method.startsWith('sheets.') && weather.isMeddled()) await meddle();
    const response = await atGoogle(call);
    if (fate === 'crash-after') {
      by.die();
      return never();
    }
    if (fate === 'late') await sleep(weather.delay());
    await sleep(weather.way());
    if (fate === 'reset-after') throw new ConnectionReset();
    return fault ? answerOf(call, fault) : response;
  };

  return async (input, init) => {
    if (!by.isAlive()) return never();
    const request = new Request(input, init);
    const { url, method: verb, headers, signal } = request;
    const method = matchMethod(verb, new URL(url).pathname)?.id ?? 'unknown';
    const fate = weather.fate(method);
    const call: Call = {
      by,
      method,
      url,
      verb,
      headers,
      body: new Uint8Array(await request.arrayBuffer()),
      sentAt: since(),
    };
    history.add('call', { by: by.name, method, ...(fate !== 'ok' && { fate }) });
    if (fate === 'crash-before' || fate === 'crash-after') history.add('crash', { who: by.name });
    return by.ifAlive(untilGivenUp(signal, carried(call, fate)));
  };
}

function requestOf({ url, verb, headers, body }: Call): Request {
  return new Request(url, {
    method: verb,
    headers,
    ...(verb !== 'GET' && verb !== 'DELETE' && { body }),
  });
}

/** The errors that a fate answers. */
const answeredFaults: Partial<Readonly<Record<Fate, '429' | '500' | '503'>>> = {
  '429': '429',
  '500': '500',
  '500-done': '500',
  '503': '503',
};

function answerOf({ verb, url }: Call, fault: '429' | '500' | '503'): Response {
  const error = faultError(fault);
  if (!error) throw new Error(`wire: ${fault} is no answer`);
  return errorResponse(error, matchMethod(verb, new URL(url).pathname));
}

function never(): Promise<never> {
  return new Promise(() => {});
}

/** Rejects when the caller gives up, as `fetch` does; the call goes on all the same. */
function untilGivenUp<T>(signal: AbortSignal, outcome: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    outcome.then(resolve, reject);
  });
}
