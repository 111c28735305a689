import { Hono } from 'hono';
import { uuidFrom } from '#platform/random.ts';
import { choiceOf, type MailChoice, mayStop } from '#schema/reminders/choices.ts';
import { staffToday } from '#schema/reminders/staff.ts';
import { rowId } from '#schema/values.ts';
import type { Desk, IntakeContext, IntakeEnv } from './desk.ts';
import { mustTakeChoices, writeChoice } from './mail-choice.ts';
import { unsubscribePage } from './pages/unsubscribe.ts';
import { problem } from './problems.ts';
import { todayWords } from './today-words.ts';

/**
 * `/intake/unsubscribe`, to which the header of each morning's mail leads (`List-Unsubscribe`). Opening it only asks
 * once more, so that a mail scanner that follows links stops nothing; posting to it stops the mail, from the page or in
 * one click from a mail program (RFC 8058, which sends `List-Unsubscribe=One-Click`, without asking again).
 */
export function unsubscribeRoutes(desk: Desk): Hono<IntakeEnv> {
  const { readWorld, random, page } = desk;
  const routes = new Hono<IntakeEnv>();

  /** The person whose link it is, as 人员 says now, if they may do without the mail. */
  async function asked(c: IntakeContext): Promise<MailChoice & { readonly name: string }> {
    const access = c.get('access');
    if (!access.ok) throw access.problem;
    const { kind, row, registers } = access.claims;
    if (kind !== 'personal' || row === undefined || !registers?.includes('unsubscribe'))
      throw problem(403, 'notAPerson', todayWords.notAPerson);
    mustTakeChoices(desk);
    const { result } = await readWorld((world) => {
      const person = staffToday(world).find(({ id }) => id === row);
      return (
        person && {
          name: person.name,
          ...choiceOf(person, world),
          mayStop: mayStop(person, world),
        }
      );
    });
    if (!result) throw problem(403, 'gone', todayWords.gone);
    if (!result.mayStop) throw problem(403, 'cannotStop', todayWords.cannotStop);
    return result;
  }

  const answer = (c: IntakeContext, isOff: boolean) =>
    page(c, 200, todayWords.mail, unsubscribePage({ isOff, language: c.get('language') }));

  routes.get('/intake/unsubscribe', async (c) => {
    const { mail } = await asked(c);
    return answer(c, mail === 'none');
  });

  routes.post('/intake/unsubscribe', async (c) => {
    const { name, mail, language } = await asked(c);
    const fields = await c.req.parseBody();
    const isOneClick = fields['List-Unsubscribe'] === 'One-Click';
    if (!isOneClick && fields.stop !== 'yes') return answer(c, mail === 'none');
    if (mail !== 'none') {
      const id = rowId.parse(uuidFrom(random));
      await writeChoice(desk, id, name, { mail: 'none', language }, 'none');
    }
    return answer(c, true);
  });

  return routes;
}
