import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Robot } from './port.ts';
import { type RobotOptions, tellRobot } from './robot.ts';

/** 130101 and 410100: more than twenty messages a minute. */
const tooFast: ReadonlySet<number> = new Set([130_101, 410_100]);

/**
 * A group's own robot in DingTalk 钉钉 (open.dingtalk.com: 自定义机器人接入).
 * Its address is `https://oapi.dingtalk.com/robot/send?access_token=…`; the secret of 加签 stands behind `#`, which is
 * never sent.
 */
export function createDingtalkRobot({
  address,
  clock,
  fetchImplementation,
}: RobotOptions & { readonly clock: Clock }): Robot {
  const webhook = new URL(address);
  const secret = decodeURIComponent(webhook.hash.slice(1));
  return {
    say: async (text, mobiles = []) => {
      const signed = new URL(webhook);
      signed.hash = '';
      if (secret !== '') {
        const timestamp = String(clock.now().getTime());
        signed.searchParams.set('timestamp', timestamp);
        signed.searchParams.set('sign', signatureOf(timestamp, secret));
      }
      await tellRobot({
        name: { zh: '钉钉机器人', en: 'The DingTalk robot' },
        address: signed,
        body: {
          msgtype: 'text',
          text: { content: text },
          ...(mobiles.length > 0 && { at: { atMobiles: mobiles, isAtAll: false } }),
        },
        tooFast,
        fetchImplementation,
      });
    },
  };
}

/** HMAC-SHA256 of the time in milliseconds and the secret, in base64; good for an hour. */
function signatureOf(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}
