import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** A crowd at a form: so many connections, each with so many submissions spread evenly over a time. */
export interface Crowd {
  readonly connections: number;
  readonly each: number;
  readonly overSeconds: number;
}

/** One submission that was answered as committed. */
export interface Committed {
  readonly id: string;
  /** From the moment before it was first sent to the answer that it is written. */
  readonly seconds: number;
}

/** Sends what a crowd sends; whoever is told to come again does so. Never gives one up. */
export async function sendCrowd(
  api: string,
  { connections, each, overSeconds }: Crowd,
  valuesOf: (index: number) => Readonly<Record<string, unknown>>,
): Promise<readonly Committed[]> {
  const began = performance.now();
  const gap = (overSeconds * 1000) / each;
  const answered = await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const sent: Promise<Committed>[] = [];
      for (let turn = 0; turn < each; turn += 1) {
        const due = began + gap * (turn + connection / connections);
        await pause(Math.max(0, due - performance.now()));
        sent.push(sendUntilCommitted(api, agent, valuesOf(connection * each + turn)));
      }
      const committed = await Promise.all(sent);
      agent.destroy();
      return committed;
    }),
  );
  return answered.flat();
}

/** Sends one submission until it is answered as committed. */
export async function sendUntilCommitted(
  api: string,
  agent: Agent,
  values: Readonly<Record<string, unknown>>,
): Promise<Committed> {
  const id = crypto.randomUUID();
  const began = performance.now();
  for (let tries = 1; ; tries += 1) {
    const { status, retryAfter } = await post(api, agent, { id, values, retry: tries > 1 });
    if (status === 200 || status === 201)
      return { id, seconds: (performance.now() - began) / 1000 };
    if (status >= 400 && status < 500 && status !== 429)
      throw new Error(`intake: a submission was answered ${status}`);
    await pause(Math.max(retryAfter * 1000, 500));
  }
}

function post(
  url: string,
  agent: Agent,
  body: unknown,
): Promise<{ readonly status: number; readonly retryAfter: number }> {
  return new Promise((resolve) => {
    const nothing = { status: 0, retryAfter: 0 };
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (response) => {
        const retryAfter = Number(response.headers['retry-after'] ?? 0);
        response.resume();
        response.once('end', () => resolve({ status: response.statusCode ?? 0, retryAfter }));
        response.once('error', () => resolve(nothing));
      },
    );
    sent.once('error', () => resolve(nothing));
    sent.end(JSON.stringify(body));
  });
}
