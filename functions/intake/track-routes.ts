import { Hono } from 'hono';
import type { FollowUp } from '#schema/follow-up.ts';
import type { Label } from '#schema/language.ts';
import type { Row } from '#schema/row.ts';
import { sequence } from '#schema/values.ts';
import { aboutRow } from './about-row.ts';
import { type FormRegister, hasForm } from './access.ts';
import type { Desk, IntakeContext, IntakeEnv, PageStatus } from './desk.ts';
import type { Feedback } from './follow-up.ts';
import { trackPage } from './pages/track.ts';
import { problem } from './problems.ts';
import { urlencodedFields } from './submission-body.ts';
import { words } from './words.ts';

/** What is said above the page after a feedback, by what the address says was heard. */
const heard: Readonly<Record<string, Label>> = {
  again: words.heardAgain,
  stars: words.heardStars,
};
/** As much as a person says of what still fails. */
const longestWords = 500;

/**
 * `/intake/track/<token>`: what becomes of a row, for whoever sent it: its state, the promise, who has it, the answer.
 * It takes “not solved” and stars, where the register's form says so.
 */
export function trackRoutes(desk: Desk): Hono<IntakeEnv> {
  const { workbooks, addresses, ownRows, readWorld, page } = desk;
  const routes = new Hono<IntakeEnv>();

  function tracked(token: string) {
    const { register, row, sheet } = aboutRow(desk, token);
    if (!hasForm(register) || !register.form.tracks || sheet !== undefined)
      throw problem(404, 'notFound', words.notFound);
    return { register, id: row };
  }

  async function draw(c: IntakeContext, token: string, status: PageStatus, notice?: Label) {
    const { register, id } = tracked(token);
    const values = await ownRows.current(register.key, id);
    if (!values) throw problem(404, 'rowGone', words.rowGone);
    const language = c.get('language');
    const row: Row = { id, values, sequence: firstSequence, unreadable: [] };
    const main = trackPage({
      photoAt: (column, place) => addresses.receiptPhoto(token, column, place),
      register,
      language,
      row: id,
      values,
      following: await followed(register, row),
      action: addresses.track(token, c.get('asked')),
      ...(notice && { notice }),
    });
    const other = addresses.track(token, language === 'zh' ? 'en' : 'zh');
    return page(c, status, words.progress, main, other);
  }

  async function followed(register: FormRegister, row: Row) {
    if (!register.followUp && !register.approval) return undefined;
    // Whoever scans a code needs none of it.
    const { followingOf } = await import('./follow-up.ts');
    return (await readWorld((world) => followingOf(register, row, world))).result;
  }

  routes.get('/intake/track/:token', (c) =>
    draw(c, c.req.param('token'), 200, heard[c.req.query('heard') ?? '']),
  );

  routes.post('/intake/track/:token', async (c) => {
    const token = c.req.param('token');
    const { register, id } = tracked(token);
    const { followUp } = register;
    if (!followUp) throw problem(404, 'notFound', words.notFound);
    const feedback = feedbackIn(await urlencodedFields(c.req.raw));
    if (!feedback) return draw(c, token, 422, words.chooseStars);
    const amended = await amend(register, id, followUp, feedback);
    if (amended.outcome === 'gone') throw problem(404, 'rowGone', words.rowGone);
    desk.forget([register.key]);
    if (amended.outcome === 'left') return draw(c, token, 409, words.cannotSayNow);
    desk.tell(register);
    const address = addresses.track(token, c.get('asked'));
    return c.redirect(`${address}${address.includes('?') ? '&' : '?'}heard=${feedback.say}`, 303);
  });

  async function amend(
    register: FormRegister,
    id: Row['id'],
    followUp: FollowUp,
    feedback: Feedback,
  ) {
    const { afterFeedback } = await import('./follow-up.ts');
    // What may be said depends on settings and the hour, so the world is read first, and the row when it is written.
    const { world } = await readWorld((now) => now.rows(register.key).length);
    return workbooks.amend(register.key, id, (row) =>
      afterFeedback(followUp, feedback, row, world),
    );
  }

  return routes;
}

/** Nothing that is told of a row goes by its place in the order of events. */
const firstSequence = sequence.parse('000000000-0000-0000');

function feedbackIn(fields: ReadonlyMap<string, string>): Feedback | undefined {
  if (fields.get('say') === 'again')
    return { say: 'again', words: (fields.get('words') ?? '').slice(0, longestWords) };
  const stars = Number(fields.get('stars'));
  return Number.isInteger(stars) && stars >= 1 && stars <= 5 ? { say: 'stars', stars } : undefined;
}
