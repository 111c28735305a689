export { createGmailMail, type GmailMailOptions } from './gmail.ts';
export { type Mail, type MailAttachment, MailFailure, type MailMessage } from './port.ts';
export { createSmtpMail, type SmtpMailOptions } from './smtp.ts';
