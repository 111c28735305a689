import type { SMTPTransportOptions } from 'nodemailer';
import * as z from 'zod';
import { compose } from './compose.ts';
import { type Mail, MailFailure } from './port.ts';
import { toMailFailure } from './smtp-failure.ts';
import { watchSmtp } from './watch-smtp.ts';

export interface SmtpMailOptions {
  /**
   * `smtps://user:code@smtp.exmail.qq.com:465` (TLS from the start), `smtp://user:code@host:587`
   * (STARTTLS, required), or `smtp://127.0.0.1:2525` (no encryption, this machine only).
   * `@` in a user name is written `%40`.
   */
  url: string;
  /** The sender, `后勤处 <logistics@school.cn>`. */
  from: string;
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const connectSeconds = 15;
const silentSeconds = 60;

/** Mail through an ordinary mailbox: one connection a mail, nothing left open between. */
export function createSmtpMail({ url, from }: SmtpMailOptions): Mail {
  const server = serverOf(url);
  return {
    async send(message) {
      const options = await compose(message, from);
      const { createTransport } = await import('nodemailer');
      const { logger, mayHaveBeenTaken } = watchSmtp();
      const transport = createTransport({ ...server, logger, transactionLog: true });
      try {
        const { rejected } = await transport.sendMail(options);
        if (rejected.length > 0) throw notForAll(rejected.map(addressOf));
      } catch (error) {
        throw toMailFailure(error, mayHaveBeenTaken());
      } finally {
        transport.close();
      }
    },
  };
}

/** What nodemailer needs to know of a server. Throws when the address is not one we can use. */
function serverOf(url: string): SMTPTransportOptions {
  const { data: parsed } = z
    .url({ protocol: /^smtps?$/ })
    .transform((text) => new URL(text))
    .safeParse(url);
  if (!parsed?.hostname) {
    throw new Error(
      'The mail server must be given as smtps://user:code@host:465 or smtp://user:code@host:587',
    );
  }
  const { protocol, hostname, port, username, password } = parsed;
  const secure = protocol === 'smtps:' || port === '465';
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || (secure ? 465 : 587)),
    secure,
    ...(!secure && (loopback.has(hostname) ? { ignoreTLS: true } : { requireTLS: true })),
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: connectSeconds * 1000,
    greetingTimeout: connectSeconds * 1000,
    socketTimeout: silentSeconds * 1000,
  };
}

function addressOf(rejected: string | { readonly address: string }): string {
  return typeof rejected === 'string' ? rejected : rejected.address;
}

function notForAll(addresses: readonly string[]): MailFailure {
  const list = addresses.join(', ');
  return new MailFailure('refused', {
    zh: `邮件已发给其他人，但以下地址被拒收：${list}`,
    en: `The mail went to the others, but the mail server refused: ${list}`,
  });
}
