import { Hono } from 'hono';
import { uuidFrom } from '#platform/random.ts';
import { findingKey } from '#schema/finding.ts';
import type { OwnMatter } from '#schema/reminders/own-matters.ts';
import type { Today } from '#schema/reminders/today.ts';
import type { Desk, IntakeContext, IntakeEnv } from './desk.ts';
import { mustTakeChoices, writeChoice } from './mail-choice.ts';
import { todayPage } from './pages/today.ts';
import { problem } from './problems.ts';
import { sentFields, submissionId } from './submission-body.ts';
import { todayWords } from './today-words.ts';
import { words } from './words.ts';

const acceptedAge = 30_000;

/**
 * `/intake/today`, behind a person's link: what their morning mail says, whole, with a link to each row, the day's
 * text for a group, and what they choose about the mail.
 */
export function todayRoutes(desk: Desk): Hono<IntakeEnv> {
  const { workbooks, addresses, links, clock, random, readWorld, page } = desk;
  const routes = new Hono<IntakeEnv>();

  /** What was accepted, half a minute old at most: a team opens its links at the same time of the morning. */
  let last: { readonly accepted: Promise<ReadonlySet<string>>; readonly at: number } | undefined;
  async function acceptedLately(): Promise<ReadonlySet<string>> {
    const at = clock.now().getTime();
    if (last === undefined || at - last.at > acceptedAge)
      last = { accepted: workbooks.accepted(), at };
    try {
      return await last.accepted;
    } catch (failure) {
      last = undefined;
      throw failure;
    }
  }

  /** The person whose link it is, as 人员 says now. */
  async function asked(c: IntakeContext): Promise<Today & { readonly token: string }> {
    const access = c.get('access');
    if (!access.ok) throw access.problem;
    const { token, claims } = access;
    const { kind, row, registers } = claims;
    const opensToday = registers?.includes('today') ?? true;
    if (kind !== 'personal' || row === undefined || !opensToday)
      throw problem(403, 'notAPerson', todayWords.notAPerson);
    mustTakeChoices(desk);
    // Whoever scans a code needs none of it.
    const { todayFor } = await import('#schema/reminders/today.ts');
    const accepted = await acceptedLately();
    const { result } = await readWorld((world) =>
      todayFor(row, workbooks.registers, world, (finding) => accepted.has(findingKey(finding))),
    );
    if (!result) throw problem(403, 'gone', todayWords.gone);
    return { ...result, token };
  }

  routes.get('/intake/today', async (c) => {
    const { token, ...today } = await asked(c);
    const language = c.get('language');
    const openedBy = ({ register, row }: OwnMatter): string | undefined => {
      if (row === undefined) return undefined;
      const opens = links.sign({ kind: 'post', registers: [register.key], row: row.id });
      return addresses.openRow(register.key, row.id, opens);
    };
    const action = addresses.today(token, c.get('asked'));
    const main = todayPage({ ...today, language, openedBy, action, id: uuidFrom(random) });
    return page(
      c,
      200,
      todayWords.today,
      main,
      addresses.today(token, language === 'zh' ? 'en' : 'zh'),
    );
  });

  routes.post('/intake/today', async (c) => {
    const { token, person, choice, mayStop } = await asked(c);
    const fields = (await sentFields(c.req.raw)).fields;
    const id = submissionId.safeParse(fields.get('id'));
    const choose = fields.get('choose');
    if (!id.success) throw problem(422, 'wrongValues', words.pageTooOld);
    if (choose === 'none' && !mayStop) throw problem(403, 'cannotStop', todayWords.cannotStop);
    const chosen = {
      mail: choose === 'none' || choose === 'daily' ? choose : choice.mail,
      language: choose === 'zh' || choose === 'en' ? choose : choice.language,
    };
    await writeChoice(desk, id.data, person.name, chosen, choose ?? '');
    return c.redirect(`${addresses.today(token, c.get('asked'))}#mail`, 303);
  });

  return routes;
}
