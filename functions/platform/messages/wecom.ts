import { MessageFailure, type Robot } from './port.ts';
import { type RobotOptions, tellRobot } from './robot.ts';

/** A text message may have so many bytes in UTF-8. */
const mostBytes = 2048;
/** 45009: more than twenty messages a minute. */
const tooFast: ReadonlySet<number> = new Set([45_009]);

/**
 * A group's robot in WeCom 企业微信 (developer.work.weixin.qq.com/document/path/91770).
 * Its address is `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`.
 */
export function createWecomRobot({ address, fetchImplementation }: RobotOptions): Robot {
  const webhook = new URL(address);
  return {
    say: async (text, mobiles = []) => {
      if (new TextEncoder().encode(text).byteLength > mostBytes)
        throw new MessageFailure('invalid', {
          zh: `企业微信消息最长 ${mostBytes} 字节，请缩短`,
          en: `A message in WeCom has at most ${mostBytes} bytes: shorten it.`,
        });
      await tellRobot({
        name: { zh: '企业微信机器人', en: 'The WeCom robot' },
        address: webhook,
        body: {
          msgtype: 'text',
          text: {
            content: text,
            ...(mobiles.length > 0 && { mentioned_mobile_list: mobiles }),
          },
        },
        tooFast,
        fetchImplementation,
      });
    },
  };
}
