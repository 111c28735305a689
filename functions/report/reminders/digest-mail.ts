import { html } from 'hono/html';
import { rowAbout } from '#platform/documents/row-summary.ts';
import type { Message } from '#platform/messages/index.ts';
import type { Language } from '#schema/language.ts';
import type { OwnMatter, PersonsMatters } from '#schema/reminders/own-matters.ts';
import type { LocalDate } from '#schema/values.ts';
import { monthAndDay } from '#schema/wording.ts';
import { words } from './words.ts';

/** What a morning mail is made of. */
export interface Digest extends PersonsMatters {
  readonly day: LocalDate;
  readonly language: Language;
  /** The page behind the person's link. */
  readonly page: string;
  /** Where the person may stop the mail; absent for those who cannot do without it. */
  readonly unsubscribe?: string;
  /** Opens a matter's row in its sheet. */
  readonly openedBy: (matter: OwnMatter) => string | undefined;
  /** The host that names our mails. */
  readonly host: string;
}

/** With what stands above and below them a mail has ten lines at most. */
const mostMatters = 7;

/** One person's own open matters of a morning, in at most ten lines, as text and as a page for a phone. */
export async function digestMail(digest: Digest): Promise<Message> {
  const { person, matters, day, language, page, unsubscribe, host } = digest;
  const say = words[language];
  const shown = matters.slice(0, mostMatters);
  const rest = matters.length - shown.length;
  const late = matters.filter(({ urgency }) => urgency === 'late').length;
  const heading = say.heading(person.name, matters.length, late);
  const toAll = rest === 0 ? say.all : say.rest(rest);
  return {
    subject: say.subject(language === 'zh' ? monthAndDay(day) : day, matters.length),
    text: [
      heading,
      ...shown.map((matter, index) => `${index + 1}. ${lineOf(matter, language)}`),
      `${toAll}${page}`,
      ...(unsubscribe === undefined ? [] : [`${say.stop}${page}#mail`]),
    ].join('\n'),
    html: String(await drawn(digest, heading, shown, toAll)),
    ...(unsubscribe === undefined ? {} : { unsubscribe }),
    messageId: `reminder-${day}-${person.id}@${host}`,
  };
}

/** A matter in one line: register, what it is about, what to do, and why this person is told. */
function lineOf(matter: OwnMatter, language: Language): string {
  const say = words[language];
  const { register, row, message, more, told } = matter;
  const about = row === undefined ? '' : rowAbout(register, row, 24);
  return [
    say.register(register.title[language]),
    about === '' ? '' : `${about}${say.dash}`,
    message[language],
    more === 0 ? '' : say.more(more),
    told === 'above' ? say.above : '',
  ].join('');
}

const colours = { late: '#b3261e', must: '#b3261e', today: '#8a6100', look: '#56635d' } as const;

function drawn(digest: Digest, heading: string, shown: readonly OwnMatter[], toAll: string) {
  const { language, page, unsubscribe, openedBy } = digest;
  const say = words[language];
  const line = (matter: OwnMatter) => {
    const { register, row, message, urgency, more, told } = matter;
    const about = row === undefined ? '' : rowAbout(register, row, 40);
    const address = openedBy(matter);
    const title = about === '' ? register.title[language] : about;
    return html`<tr><td style="padding:10px 0;border-top:1px solid #d9dfda;vertical-align:top">
<div style="font-size:13px;color:#56635d"><b style="color:${colours[urgency]}">${say.urgency[urgency]}</b> · ${register.title[language]}${told === 'above' ? say.above : ''}</div>
<div style="font-size:16px"><a href="${address ?? page}" style="color:#1b6b54">${title}</a></div>
<div style="font-size:15px">${message[language]}${more === 0 ? '' : say.more(more)}</div>
</td></tr>
`;
  };
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><body style="margin:0;background:#f4f6f3">
<div style="max-width:560px;margin:0 auto;padding:20px;background:#ffffff;color:#1c2622;font-family:-apple-system,'PingFang SC','Microsoft YaHei',sans-serif;line-height:1.5">
<p style="font-size:18px;font-weight:600;margin:0 0 12px">${heading}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${shown.map(line)}</table>
<p style="margin:20px 0 8px"><a href="${page}" style="display:inline-block;padding:10px 18px;background:#1b6b54;color:#ffffff;text-decoration:none;border-radius:8px">${toAll.replace(/[:：]\s*$/, '')}</a></p>
${unsubscribe !== undefined ? html`<p style="font-size:13px;color:#56635d;margin:16px 0 0"><a href="${page}#mail" style="color:#56635d">${say.stop.replace(/[:：]\s*$/, '')}</a></p>` : ''}
</div>
</body></html>
`;
}
