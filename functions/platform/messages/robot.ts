import * as z from 'zod';
import type { Label } from '#schema/language.ts';
import { MessageFailure } from './port.ts';

/** What every robot is made of. */
export interface RobotOptions {
  /** The webhook address as the group shows it: a secret, since whoever has it may speak in the group. */
  readonly address: string;
  /** The machine's own `fetch` unless told otherwise. */
  readonly fetchImplementation?: typeof fetch;
}

/** Both answer 200 with this, whatever happened. */
const answerShape = z.looseObject({ errcode: z.int(), errmsg: z.string().default('') });

const patienceSeconds = 15;

/**
 * Sends one JSON body to a robot. Its address stands in no failure.
 *
 * @param name the robot, in words for a person
 * @param tooFast codes that mean “later”
 */
export async function tellRobot({
  name,
  address,
  body,
  tooFast,
  fetchImplementation = fetch,
}: {
  readonly name: Label;
  readonly address: URL;
  readonly body: unknown;
  readonly tooFast: ReadonlySet<number>;
  readonly fetchImplementation?: typeof fetch | undefined;
}): Promise<void> {
  const { status, text } = await posted(name, address, body, fetchImplementation);
  if (status !== 200)
    throw new MessageFailure(status < 500 ? 'refused' : 'unavailable', {
      zh: `${name.zh}没有收下（${status}），请检查机器人地址`,
      en: `${name.en} did not take it (${status}). Check the robot's address.`,
    });
  const answer = answerShape.safeParse(parsed(text));
  if (!answer.success)
    throw new MessageFailure('unclear', {
      zh: `${name.zh}的回答看不懂，请检查机器人地址`,
      en: `${name.en} gave no answer of its own. Check the robot's address.`,
    });
  const { errcode, errmsg } = answer.data;
  if (errcode === 0) return;
  throw new MessageFailure(tooFast.has(errcode) ? 'unavailable' : 'refused', {
    zh: `${name.zh}没有发出（${errcode}），请核对机器人的安全设置`,
    en: `${name.en} refused (${errcode}): ${errmsg.slice(0, 120)}`,
  });
}

async function posted(name: Label, address: URL, body: unknown, send: typeof fetch) {
  try {
    const answer = await send(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      // Another address would get the secret in the address.
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceSeconds * 1000),
    });
    return { status: answer.status, text: await answer.text() };
  } catch (failure) {
    throw new MessageFailure(wasSurelyNotSent(failure) ? 'unavailable' : 'unclear', {
      zh: `${name.zh}连不上，请检查网络和机器人地址`,
      en: `${name.en} cannot be reached. Check the network and the robot's address.`,
    });
  }
}

/** Node's codes for a connection that never came about. */
function wasSurelyNotSent(failure: unknown): boolean {
  const cause = failure instanceof Error ? failure.cause : undefined;
  const { data } = z.looseObject({ code: z.string() }).safeParse(cause);
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/.test(data?.code ?? '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
