import { linkAddress, listedClaims } from '#platform/links/listed-address.ts';
import { listedLink } from '#schema/links/listed-link.ts';
import type { Register } from '#schema/register.ts';
import { choiceOf } from '#schema/reminders/choices.ts';
import { staffToday } from '#schema/reminders/staff.ts';
import { textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plain } from '#schema/spelling.ts';
import type { ReminderPorts } from '../reminders/run-reminders.ts';
import type { DueMail } from './run-requests.ts';
import { words } from './words.ts';

const register = 'links';

/** Mails with personal links that a leader issued in 链接 and that were not mailed yet. */
export function dueLinkMails(
  { links, workbooks, baseUrl }: ReminderPorts,
  registers: readonly Register[],
  world: World,
): readonly DueMail[] {
  const staff = staffToday(world);
  const opensForm = (key: string) => registers.some((one) => one.key === key && one.form);
  const timeZone = world.settings.text('timeZone');
  return world.rows(register).flatMap((row): DueMail[] => {
    if (textAt(row, 'issued') === '' || textAt(row, 'mailed') !== '') return [];
    const found = listedLink(row, registers);
    if (!('link' in found) || found.link.kind !== 'personal' || !found.link.isOn) return [];
    const { link } = found;
    const person = staff.find(({ name }) => name === plain(link.person ?? ''));
    if (!person || person.mail === '') return [];
    const { language } = choiceOf(person, world);
    const claims = listedClaims(link, { timeZone, personId: person.id });
    const address = linkAddress(links, baseUrl, { ...claims, language }, opensForm);
    const say = words[language];
    return [
      {
        name: `link-${row.id}`,
        address: person.mail,
        message: {
          subject: say.linkSubject,
          text: say.linkText(person.name, textAt(row, 'name'), address, link.until ?? ''),
          messageId: `link-${row.id}@${new URL(baseUrl).hostname}`,
        },
        sent: async () => {
          await workbooks.amend(register, row.id, () => ({ mailed: world.now }));
        },
      },
    ];
  });
}
