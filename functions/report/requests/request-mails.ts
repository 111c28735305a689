import { html } from 'hono/html';
import { rowAbout } from '#platform/documents/row-summary.ts';
import type { Message } from '#platform/messages/index.ts';
import { type ApprovalRegister, isDecided, isWaiting } from '#schema/approval.ts';
import { shown } from '#schema/cell.ts';
import type { Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import { choiceOf } from '#schema/reminders/choices.ts';
import { decidersToTell } from '#schema/reminders/deciders.ts';
import type { StaffMember } from '#schema/reminders/staff.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import type { ReminderPorts } from '../reminders/run-reminders.ts';
import type { DueMail } from './run-requests.ts';
import { words } from './words.ts';

/** A link to decide opens for so long. */
const linkDays = 14;

/** Mails to those who decide about requests that wait. */
export function dueRequestMails(
  ports: ReminderPorts,
  registers: readonly Register[],
  world: World,
): readonly DueMail[] {
  return registers.filter(isDecided).flatMap((register) =>
    world
      .rows(register.key)
      .filter((row) => isWaiting(register, row))
      .flatMap((row) =>
        decidersToTell(register, row, world)
          .filter(({ mail }) => mail !== '')
          .map((person) => ({
            name: `request-${row.id}-${person.id}-${timesAsked(register, row)}`,
            address: person.mail,
            message: requestMail(ports, register, row, person, world),
          })),
      ),
  );
}

/** A request that is asked again after it was decided, or was not met, is mailed again. */
function timesAsked({ approval, followUp }: ApprovalRegister, row: Row): number {
  const columns = [approval.record, ...(followUp ? [followUp.said] : [])];
  return columns.flatMap((name) => textAt(row, name).match(/^\d{4}-/gm) ?? []).length;
}

function requestMail(
  { links, clock, baseUrl }: ReminderPorts,
  register: ApprovalRegister,
  row: Row,
  person: StaffMember,
  world: World,
): Message {
  const { language } = choiceOf(person, world);
  const expires = new Date(clock.now().getTime() + linkDays * 86_400_000).toISOString();
  const token = links.sign({
    kind: 'decide',
    registers: [register.key],
    row: row.id,
    person: person.id,
    expires,
    language,
  });
  const address = `${baseUrl}/intake/decide/${token}`;
  const say = words[language];
  const facts = factsOf(register, row, language);
  const approve = `${address}?choose=approve`;
  const refuse = `${address}?choose=refuse`;
  return {
    subject: say.subject(register.title[language], rowAbout(register, row, 24)),
    text: [
      say.heading(person.name, register.title[language]),
      ...facts.map(([title, value]) => `${title}${say.colon}${value}`),
      `${say.approve}${say.colon}${approve}`,
      `${say.refuse}${say.colon}${refuse}`,
      say.asksAgain(linkDays),
    ].join('\n'),
    html: String(
      drawn(say.heading(person.name, register.title[language]), facts, {
        language,
        approve,
        refuse,
        asksAgain: say.asksAgain(linkDays),
      }),
    ),
    messageId: `request-${row.id}-${person.id}-${timesAsked(register, row)}@${new URL(baseUrl).hostname}`,
  };
}

type Facts = readonly (readonly [string, string])[];

function factsOf(register: ApprovalRegister, row: Row, language: Language): Facts {
  return register.approval.tells.flatMap((name) => {
    const column = register.columns[name];
    const text = column ? shown(column, row.values[name], language) : '';
    return column && text !== '' ? [[column.title[language], text] as const] : [];
  });
}

function drawn(
  heading: string,
  facts: Facts,
  more: {
    readonly language: Language;
    readonly approve: string;
    readonly refuse: string;
    readonly asksAgain: string;
  },
) {
  const say = words[more.language];
  const button = (address: string, word: string, look: string) =>
    html`<a href="${address}" style="display:inline-block;margin:0 12px 12px 0;padding:12px 28px;border-radius:8px;text-decoration:none;font-size:17px;${look}">${word}</a>`;
  return html`<!doctype html>
<html lang="${more.language === 'zh' ? 'zh-CN' : 'en'}"><body style="margin:0;background:#f4f6f3">
<div style="max-width:560px;margin:0 auto;padding:20px;background:#ffffff;color:#1c2622;font-family:-apple-system,'PingFang SC','Microsoft YaHei',sans-serif;line-height:1.5">
<p style="font-size:18px;font-weight:600;margin:0 0 12px">${heading}</p>
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px">${facts.map(
    ([title, value]) =>
      html`<tr><td style="padding:6px 16px 6px 0;color:#56635d;vertical-align:top;white-space:nowrap">${title}</td><td style="padding:6px 0">${value}</td></tr>`,
  )}</table>
${button(more.approve, say.approve, 'background:#1b6b54;color:#ffffff')}${button(more.refuse, say.refuse, 'border:1px solid #b3261e;color:#b3261e')}
<p style="font-size:13px;color:#56635d;margin:8px 0 0">${more.asksAgain}</p>
</div>
</body></html>
`;
}
