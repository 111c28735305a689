import type { Clock } from '../clock.ts';
import { createQuota } from '../google/quota.ts';
import type { Log } from '../log/index.ts';
import { type Mail, MailFailure } from '../mail/port.ts';
import { createDingtalkRobot } from './dingtalk.ts';
import { type GroupWay, MessageFailure, type Messages, type Robot } from './port.ts';
import { createWecomRobot } from './wecom.ts';

export interface MessagesOptions {
  readonly mail: Mail;
  readonly clock: Clock;
  readonly log: Log;
  /** Webhook addresses of the robots that there are. */
  readonly robots?: { readonly [W in GroupWay]?: string | undefined };
  readonly fetchImplementation?: typeof fetch;
}

/** Both robots take twenty messages a minute: ten at once and ten more. */
const pace = { capacity: 10, perSecond: 10 / 60 };

/** Mail and the robots of the school's groups, behind one port. */
export function createMessages(options: MessagesOptions): Messages {
  const { mail, clock, log, robots = {}, fetchImplementation } = options;
  const carrying = fetchImplementation === undefined ? {} : { fetchImplementation };
  const known = new Map<GroupWay, Robot>([
    ...(robots.wecom === undefined
      ? []
      : ([['wecom', createWecomRobot({ address: robots.wecom, ...carrying })]] as const)),
    ...(robots.dingtalk === undefined
      ? []
      : ([
          ['dingtalk', createDingtalkRobot({ address: robots.dingtalk, clock, ...carrying })],
        ] as const)),
  ]);
  const paces = new Map(
    [...known.keys()].map((way) => [way, createQuota({ clock, log, name: way, ...pace })]),
  );

  return {
    groups: [...known.keys()],
    send: async (message, to) => {
      if (to.way === 'mail') {
        const { subject, text, html, unsubscribe, messageId } = message;
        await mail
          .send({
            to: [to.address],
            subject,
            text,
            ...(html === undefined ? {} : { html }),
            ...(unsubscribe === undefined ? {} : { unsubscribe }),
            ...(messageId === undefined ? {} : { messageId }),
          })
          .catch(asMessageFailure);
        return;
      }
      const robot = known.get(to.way);
      if (!robot)
        throw new MessageFailure('invalid', {
          zh: '没有设置这个群的机器人',
          en: `No robot is configured for ${to.way}.`,
        });
      await paces.get(to.way)?.take();
      await robot.say(message.text, to.mobiles);
    },
  };
}

function asMessageFailure(failure: unknown): never {
  throw failure instanceof MailFailure ? new MessageFailure(failure.kind, failure.label) : failure;
}
