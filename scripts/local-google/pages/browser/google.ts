import * as z from 'zod/mini';
import { problem } from './answers.ts';

/** Google said no; `message` is in its words. */
export class Refused extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Nobody answered: the server is down. */
export class Unreachable extends Error {}

type Query = Readonly<Record<string, string | readonly string[]>>;

/** The API of one spreadsheet, called as a person. Rejects with `Refused` or `Unreachable`. */
export interface Google {
  /** @param path behind the spreadsheet's id, for example `/values:batchUpdate` */
  get<T extends z.ZodMiniType>(path: string, query: Query, shape: T): Promise<z.infer<T>>;
  send<T extends z.ZodMiniType>(path: string, body: object, shape: T): Promise<z.infer<T>>;
}

/**
 * @param who answers the name the person signs edits with
 */
export function createGoogle(spreadsheetId: string, who: () => string): Google {
  const root = `/__by-hand/v4/spreadsheets/${encodeURIComponent(spreadsheetId)}`;
  const call = async <T extends z.ZodMiniType>(
    address: string,
    shape: T,
    body?: object,
  ): Promise<z.infer<T>> => {
    const headers = { authorization: `Bearer ${who()}`, 'content-type': 'application/json' };
    const response = await fetch(
      address,
      body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
    ).catch(() => {
      throw new Unreachable('no answer');
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return z.parse(shape, answer);
    const refusal = z.safeParse(problem, answer);
    if (!refusal.success) throw new Unreachable(`status ${response.status}`);
    throw new Refused(refusal.data.error.code, refusal.data.error.message);
  };
  return {
    get: (path, query, shape) => call(`${root}${path}?${searchOf(query)}`, shape),
    send: (path, body, shape) => call(`${root}${path}`, shape, body),
  };
}

function searchOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) search.append(name, one);
  }
  return search.toString();
}
