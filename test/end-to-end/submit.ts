import { request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Posts JSON over a connection of its own; a broken connection is status 0. */
export function post(url: string, body: unknown): Promise<Answer> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json' },
        timeout: 60_000,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.once('error', () => resolve({ status: 0, body: '' }));
      },
    );
    sent.once('error', () => resolve({ status: 0, body: '' }));
    sent.once('timeout', () => sent.destroy());
    sent.end(JSON.stringify(body));
  });
}

/** As a phone does: the same submission again and again until it is answered for good. */
export async function postUntilTaken(
  url: string,
  body: unknown,
  patienceMilliseconds = 90_000,
): Promise<Answer> {
  const began = performance.now();
  for (;;) {
    const answer = await post(url, body);
    const isFinal = answer.status !== 0 && answer.status !== 429 && answer.status < 500;
    if (isFinal || performance.now() - began > patienceMilliseconds) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
