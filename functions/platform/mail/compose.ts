import type { MailComposerOptions } from 'nodemailer/lib/mail-composer';
import { hasControlCharacter, mailboxOf } from './address.ts';
import { MailFailure, type MailMessage } from './port.ts';

const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; ?[\w-]+=[\w."-]+)*$/;
const messageIdForm = /^[\w.+=-]+@[\w.-]+$/;

/**
 * A mail as nodemailer takes it, checked: nothing in it can add a header, an address or a file of
 * this machine. Loads nodemailer's parts when first used. Throws an `invalid` failure.
 */
export async function compose(message: MailMessage, from: string): Promise<MailComposerOptions> {
  const { default: parse } = await import('nodemailer/lib/addressparser');
  if (message.to.length === 0) {
    throw new MailFailure('invalid', { zh: '邮件没有收件人', en: 'The mail has no recipient.' });
  }
  return {
    from: mailboxOf(from, parse),
    to: message.to.map((to) => mailboxOf(to, parse)),
    subject: oneLine(message.subject, '主题', 'subject'),
    text: message.text,
    ...(message.html !== undefined && { html: message.html }),
    ...(message.messageId !== undefined && { messageId: messageId(message.messageId) }),
    attachments: [...attachments(message), ...calendar(message)],
    headers: headersOf(message),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function headersOf({ unsubscribe }: MailMessage): Record<string, string> {
  // RFC 3834: automatic answers, such as a note of absence, are not sent to automatic mail.
  const automatic = { 'Auto-Submitted': 'auto-generated' };
  if (unsubscribe === undefined) return automatic;
  const { href, protocol } = new URL(unsubscribe);
  return {
    ...automatic,
    'List-Unsubscribe': `<${href}>`,
    // RFC 8058, section 3.1: one click is offered over https alone.
    ...(protocol === 'https:' && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

function attachments({ attachments: files = [] }: MailMessage) {
  return files.map(({ filename, contentType, content }) => ({
    filename: oneLine(filename, '附件名', 'name of an attachment'),
    contentType: checkedMediaType(contentType),
    content: Buffer.from(content),
  }));
}

function calendar({ calendar: file }: MailMessage) {
  if (!file) return [];
  return [
    {
      filename: oneLine(file.filename, '日历文件名', 'name of the calendar file'),
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: file.content,
    },
  ];
}

function oneLine(text: string, zh: string, en: string): string {
  if (text.trim() !== '' && !hasControlCharacter(text)) return text;
  throw new MailFailure('invalid', {
    zh: `邮件的${zh}须为一行非空文字`,
    en: `The ${en} of the mail must be one line of text.`,
  });
}

function checkedMediaType(contentType: string): string {
  if (mediaType.test(contentType)) return contentType;
  throw new MailFailure('invalid', {
    zh: `附件类型不正确：${JSON.stringify(contentType.slice(0, 80))}`,
    en: `Not a media type: ${JSON.stringify(contentType.slice(0, 80))}`,
  });
}

function messageId(id: string): string {
  const bare = id.replace(/^<(.*)>$/, '$1');
  if (messageIdForm.test(bare)) return `<${bare}>`;
  throw new MailFailure('invalid', {
    zh: '邮件编号须形如 plan-2026-12@school.cn',
    en: 'A message id must look like plan-2026-12@school.cn.',
  });
}
