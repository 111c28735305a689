import type { Label } from '#schema/language.ts';

/** A file that travels with a mail. */
export interface MailAttachment {
  readonly filename: string;
  /** A media type, for example `application/pdf`. */
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** One mail, whoever carries it. */
export interface MailMessage {
  /** At least one address: `name@school.cn`, or `后勤处 <name@school.cn>`. */
  readonly to: readonly string[];
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly MailAttachment[];
  /** An iCalendar file (RFC 5545) that the reader can take into a calendar. */
  readonly calendar?: { readonly filename: string; readonly content: string };
  /** Where the reader stops mails of this kind: a page, and in one click what is posted to it (RFC 2369, RFC 8058). */
  readonly unsubscribe?: string;
  /** Stays the same when a mail is sent again, so that mailboxes can fold the two: `plan-2026-12@school.cn`. */
  readonly messageId?: string;
}

/** A way out for mail. */
export interface Mail {
  /** Resolves once the mail was taken for every recipient. Throws `MailFailure`. */
  send(message: MailMessage): Promise<void>;
}

/**
 * Why a mail did not go, in words for a person.
 * - `invalid`: the message itself cannot be sent (an address, the subject); nothing was sent.
 * - `refused`: the mail server will not take it, or not for every recipient.
 * - `unavailable`: surely not sent; try again later.
 * - `unclear`: the connection broke after the message was on its way; sending again may double it.
 */
export class MailFailure extends Error {
  readonly kind: 'invalid' | 'refused' | 'unavailable' | 'unclear';
  readonly label: Label;

  constructor(kind: MailFailure['kind'], label: Label) {
    super(label.en);
    this.name = 'MailFailure';
    this.kind = kind;
    this.label = label;
  }
}
