import { GoogleFailure } from '../google/failure.ts';
import type { Gmail } from '../google/gmail.ts';
import { compose } from './compose.ts';
import { type Mail, MailFailure } from './port.ts';

export interface GmailMailOptions {
  google: { readonly gmail: Gmail };
  /** The mailbox of the credentials, `后勤处 <logistics@school.cn>`. */
  from: string;
}

/** Mail through the Gmail API. */
export function createGmailMail({ google, from }: GmailMailOptions): Mail {
  return {
    async send(message) {
      const options = await compose(message, from);
      const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
      const raw = await new MailComposer(options).compile().build();
      try {
        await google.gmail.send(raw);
      } catch (error) {
        throw error instanceof GoogleFailure ? toMailFailure(error) : error;
      }
    },
  };
}

function toMailFailure({ kind, message }: GoogleFailure): MailFailure {
  switch (kind) {
    case 'busy':
      return new MailFailure('unavailable', {
        zh: '谷歌邮件暂时不可用，邮件未发出，请稍后再试',
        en: `Gmail cannot take the mail now; it was not sent. ${message}`,
      });
    case 'unclear':
      return new MailFailure('unclear', {
        zh: '谷歌邮件没有回应，邮件可能已发出，请先查看“已发送”',
        en: `Gmail did not answer; the mail may have gone. Look at "Sent" first. ${message}`,
      });
    default:
      return new MailFailure('refused', {
        zh: '谷歌邮件拒绝发送，请检查发信邮箱的授权',
        en: `Gmail refused the mail. Check the authorisation of the mailbox. ${message}`,
      });
  }
}
