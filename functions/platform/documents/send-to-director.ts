import type { Log } from '#platform/log/index.ts';
import { type Mail, MailFailure, type MailMessage } from '#platform/mail/index.ts';
import type { Settings } from '#schema/settings.ts';
import type { Progress } from './recorded-run.ts';

/**
 * Sends a draft to the director alone (domain, Discretion). A mail that does not go is a problem of the run,
 * not its end: rows and files stand.
 *
 * @returns the addresses it went to
 */
export async function sendToDirector(
  { mail, log }: { readonly mail: Mail; readonly log: Log },
  settings: Settings,
  progress: Progress,
  message: Omit<MailMessage, 'to'>,
): Promise<readonly string[]> {
  const to = settings.text('directorMail').trim();
  if (to === '') {
    progress.problem('没有发邮件：请在“设置”里填后勤主任邮箱');
    return [];
  }
  try {
    await mail.send({ ...message, to: [to] });
    progress.sent(1);
    return [to];
  } catch (failure) {
    if (!(failure instanceof MailFailure)) throw failure;
    log.error('draft-not-mailed', { kind: failure.kind });
    progress.problem(`邮件没有发出：${failure.label.zh}`);
    return [];
  }
}
