import type { Label } from '#schema/language.ts';

/** Something that is said once: by mail to one person, or by a robot to a group. */
export interface Message {
  /** One line; robots leave it out. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly html?: string;
  /** Where a mail's reader stops mails of this kind. */
  readonly unsubscribe?: string;
  /** Stays the same when it is sent again, so that mailboxes can fold the two. */
  readonly messageId?: string;
}

/** Where a message goes. Robots can call on people of their group by their mobile numbers. */
export type Addressee =
  | { readonly way: 'mail'; readonly address: string }
  | { readonly way: GroupWay; readonly mobiles?: readonly string[] };

/** A robot in a group chat: WeCom 企业微信 or DingTalk 钉钉. */
export type GroupWay = 'wecom' | 'dingtalk';

/** The one way out of the house for messages; who gets what is decided before. */
export interface Messages {
  /** The groups that have a robot. */
  readonly groups: readonly GroupWay[];
  /** Resolves once the message was taken. Throws `MessageFailure`. */
  send(message: Message, to: Addressee): Promise<void>;
}

/** A robot of one group. */
export interface Robot {
  /** Throws `MessageFailure`. */
  say(text: string, mobiles?: readonly string[]): Promise<void>;
}

/**
 * Why a message did not go, in words for a person.
 * - `invalid`: it cannot be sent as it is; nothing was sent.
 * - `refused`: the server or robot will not take it.
 * - `unavailable`: surely not sent; try again later.
 * - `unclear`: the connection broke after it was on its way; sending again may double it.
 */
export class MessageFailure extends Error {
  readonly kind: 'invalid' | 'refused' | 'unavailable' | 'unclear';
  readonly label: Label;

  constructor(kind: MessageFailure['kind'], label: Label) {
    super(label.en);
    this.name = 'MessageFailure';
    this.kind = kind;
    this.label = label;
  }
}
