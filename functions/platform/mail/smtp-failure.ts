import * as z from 'zod';
import { MailFailure } from './port.ts';

/** What nodemailer tells of a failure. */
const failure = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  responseCode: z.number().optional(),
  permanent: z.boolean().optional(),
  rejected: z.array(z.string()).optional(),
});

/** Node's codes for a certificate that cannot be trusted. */
const certificateProblem = /CERT|SIGNATURE|ISSUER/;

/**
 * An SMTP failure in words for a person; what the server said is kept, for it often says why.
 * @param mayHaveBeenTaken whether the message was under way when it happened
 */
export function toMailFailure(error: unknown, mayHaveBeenTaken: boolean): MailFailure {
  if (error instanceof MailFailure) return error;
  const told = failure.safeParse(error).data ?? {};
  const said = error instanceof Error ? error.message : String(error);
  if (told.code === 'EAUTH' || told.code === 'ENOAUTH') {
    return new MailFailure('refused', {
      zh: '邮箱登录失败，请检查账号和授权码（不是登录密码）',
      en: `The mailbox did not let us in. Check the user and its authorisation code. ${said}`,
    });
  }
  if (certificateProblem.test(told.originalCode ?? '')) {
    return new MailFailure('refused', {
      zh: '邮件服务器的证书不可信，请检查服务器地址',
      en: `The certificate of the mail server cannot be trusted. Check its address. ${said}`,
    });
  }
  if (told.code === 'ETLS') {
    return new MailFailure('refused', {
      zh: '邮件服务器不支持加密连接，请改用 465 端口',
      en: `The mail server offers no encryption. Try port 465. ${said}`,
    });
  }
  if (told.permanent) {
    const who = told.rejected?.length ? `：${told.rejected.join(', ')}` : '';
    return new MailFailure('refused', {
      zh: `邮件服务器拒收${who}`,
      en: `The mail server refused the mail. ${said}`,
    });
  }
  if (told.responseCode !== undefined || !mayHaveBeenTaken) {
    return new MailFailure('unavailable', {
      zh: '邮件服务器暂时不可用，邮件未发出，请稍后再试',
      en: `The mail server cannot take the mail now; it was not sent. ${said}`,
    });
  }
  return new MailFailure('unclear', {
    zh: '发送时连接中断，邮件可能已发出，请先查看“已发送”',
    en: `The connection broke while sending; the mail may have gone. Look at "Sent" first. ${said}`,
  });
}
