import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

/** What a robot took. */
export interface Said {
  readonly content: string;
  readonly mobiles: readonly string[];
}

export const wecomKey = '633a31f6-7f9c-4bc4-97a0-0ec1eefa5898';
export const dingtalkToken = 'f0'.repeat(32);
export const dingtalkSecret = 'SEC0123456789abcdef';

/** As documented at developer.work.weixin.qq.com/document/path/91770; nothing else may stand in it. */
const wecomShape = z.strictObject({
  msgtype: z.literal('text'),
  text: z.strictObject({
    content: z
      .string()
      .min(1)
      .refine((content) => new TextEncoder().encode(content).byteLength <= 2048),
    mentioned_list: z.array(z.string()).optional(),
    mentioned_mobile_list: z.array(z.string().regex(/^(1\d{10}|@all)$/)).optional(),
  }),
});

/** As documented at open.dingtalk.com for a group's own robot. */
const dingtalkShape = z.strictObject({
  msgtype: z.literal('text'),
  text: z.strictObject({ content: z.string().min(1) }),
  at: z
    .strictObject({
      atMobiles: z.array(z.string()).optional(),
      atUserIds: z.array(z.string()).optional(),
      isAtAll: z.boolean().optional(),
    })
    .optional(),
});

interface Answer {
  readonly errcode: number;
  readonly errmsg: string;
}

/**
 * Both robots on this machine: it takes only what their documents allow, at most twenty messages a minute by the
 * clock given, and answers as they do.
 */
export async function openRobots(now: () => Date) {
  const said: { readonly wecom: Said[]; readonly dingtalk: Said[] } = { wecom: [], dingtalk: [] };
  const taken = { wecom: [] as number[], dingtalk: [] as number[] };
  /** Answered instead of taking the next message. */
  const instead: { status: number; body: string }[] = [];

  const isTooFast = (robot: 'wecom' | 'dingtalk'): boolean => {
    const at = now().getTime();
    const recent = taken[robot].filter((before) => at - before < 60_000);
    taken[robot].splice(0, Infinity, ...recent, at);
    return recent.length >= 20;
  };

  function wecom(query: URLSearchParams, body: unknown): Answer {
    if (query.get('key') !== wecomKey) return { errcode: 93000, errmsg: 'invalid webhook url' };
    const message = wecomShape.safeParse(body);
    if (!message.success) return { errcode: 40008, errmsg: 'invalid message type' };
    if (isTooFast('wecom')) return { errcode: 45009, errmsg: 'api freq out of limit' };
    const { content, mentioned_mobile_list: mobiles = [] } = message.data.text;
    said.wecom.push({ content, mobiles });
    return { errcode: 0, errmsg: 'ok' };
  }

  function dingtalk(query: URLSearchParams, body: unknown): Answer {
    if (query.get('access_token') !== dingtalkToken)
      return { errcode: 300001, errmsg: 'token is not exist' };
    const timestamp = query.get('timestamp') ?? '';
    const sign = createHmac('sha256', dingtalkSecret)
      .update(`${timestamp}\n${dingtalkSecret}`)
      .digest('base64');
    if (query.get('sign') !== sign) return { errcode: 310000, errmsg: 'sign not match' };
    if (Math.abs(now().getTime() - Number(timestamp)) > 3_600_000)
      return { errcode: 310000, errmsg: 'invalid timestamp' };
    const message = dingtalkShape.safeParse(body);
    if (!message.success) return { errcode: 40035, errmsg: 'param error' };
    if (isTooFast('dingtalk')) return { errcode: 130101, errmsg: 'send too fast' };
    const { text: spoken, at } = message.data;
    said.dingtalk.push({ content: spoken.content, mobiles: at?.atMobiles ?? [] });
    return { errcode: 0, errmsg: 'ok' };
  }

  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [other] = instead.splice(0, 1);
    const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
    const answer = (): { status: number; body: string } => {
      if (request.method !== 'POST' || !isJson) return { status: 405, body: '' };
      const json: unknown = JSON.parse(body);
      if (pathname === '/cgi-bin/webhook/send')
        return { status: 200, body: JSON.stringify(wecom(searchParams, json)) };
      if (pathname === '/robot/send')
        return { status: 200, body: JSON.stringify(dingtalk(searchParams, json)) };
      return { status: 404, body: '' };
    };
    const given = other ?? answer();
    response.writeHead(given.status, { 'content-type': 'application/json' }).end(given.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  const root = `http://127.0.0.1:${address.port}`;
  return {
    said,
    instead,
    wecom: `${root}/cgi-bin/webhook/send?key=${wecomKey}`,
    dingtalk: `${root}/robot/send?access_token=${dingtalkToken}#${dingtalkSecret}`,
    root,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type Robots = Awaited<ReturnType<typeof openRobots>>;
