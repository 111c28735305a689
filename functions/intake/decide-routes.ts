import { Hono } from 'hono';
import { type ApprovalRegister, isDecided, isWaiting } from '#schema/approval.ts';
import type { Label } from '#schema/language.ts';
import type { StaffMember } from '#schema/reminders/staff.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { rowId } from '#schema/values.ts';
import { accessOf, registerOf } from './access.ts';
import { type Decision, stateWords, valuesOf } from './decide.ts';
import { decidedBefore, decidedNow, decideWords } from './decide-words.ts';
import type { Desk, IntakeContext, IntakeEnv, PageStatus } from './desk.ts';
import { decidePage } from './pages/decide.ts';
import { problem } from './problems.ts';
import { urlencodedFields } from './submission-body.ts';
import { words } from './words.ts';

/** A request and whoever is asked to decide about it. */
interface Asked {
  readonly register: ApprovalRegister;
  readonly row: Row;
  readonly person: StaffMember;
  readonly world: World;
}

const longestWords = 200;

/**
 * `/intake/decide/<token>`: one person's decision about one request, behind the link in their mail. Opening it shows
 * the request and decides nothing, so that whatever follows links in mails decides nothing; the page asks once more.
 */
export function decideRoutes(desk: Desk): Hono<IntakeEnv> {
  const { links, workbooks, addresses, readWorld, page } = desk;
  const routes = new Hono<IntakeEnv>();

  function claimed(c: IntakeContext, token: string) {
    const access = accessOf(links, token);
    if (!access.ok) {
      if (access.once?.claims.kind !== 'decide') throw access.problem;
      throw problem(403, 'linkExpired', decideWords.over);
    }
    const { kind, registers: [key] = [], row, person, language } = access.claims;
    const id = rowId.safeParse(row);
    if (kind !== 'decide' || key === undefined || !id.success || person === undefined)
      throw problem(403, 'wrongLink', words.wrongLink);
    if (language && c.get('asked') === undefined) c.set('language', language);
    const register = registerOf(workbooks, key);
    if (!isDecided(register)) throw problem(404, 'notFound', words.notFound);
    return { register, id: id.data, person };
  }

  async function asked(c: IntakeContext, token: string): Promise<Asked> {
    const { register, id, person } = claimed(c, token);
    // Whoever scans a code needs none of it.
    const { requestFound } = await import('./request-found.ts');
    const { result, world } = await readWorld((now) => requestFound(register, id, person, now));
    if (!result.row) throw problem(404, 'rowGone', words.rowGone);
    if (!result.self) throw problem(403, 'notYours', decideWords.notYours);
    const { row, self, isDecider } = result;
    if (!isDecider && isWaiting(register, row))
      throw problem(403, 'notYours', decideWords.notYours);
    return { register, row, person: self, world };
  }

  function draw(
    c: IntakeContext,
    token: string,
    status: PageStatus,
    { register, row, person }: Asked,
    notice?: Label,
  ) {
    const language = c.get('language');
    const choose = c.req.query('choose');
    const main = decidePage({
      register,
      row,
      person: person.name,
      language,
      action: addresses.decide(token, c.get('asked')),
      isOpen: isWaiting(register, row),
      ...((choose === 'approve' || choose === 'refuse') && { chosen: choose }),
      ...(notice && { notice }),
    });
    const other = addresses.decide(token, language === 'zh' ? 'en' : 'zh');
    return page(c, status, decideWords.title, main, other);
  }

  routes.get('/intake/decide/:token', async (c) => {
    const token = c.req.param('token');
    const request = await asked(c, token);
    const { register, row, person } = request;
    if (isWaiting(register, row)) return draw(c, token, 200, request);
    const by = textAt(row, register.approval.approver);
    const state = stateWords(register, row);
    const isOwn = c.req.query('done') !== undefined && by === person.name;
    return draw(c, token, 200, request, (isOwn ? decidedNow : decidedBefore)(state, by));
  });

  routes.post('/intake/decide/:token', async (c) => {
    const token = c.req.param('token');
    const request = await asked(c, token);
    const { register, row, person, world } = request;
    const decision = decisionIn(await urlencodedFields(c.req.raw));
    if (!decision) return draw(c, token, 422, request, decideWords.choose);
    const amended = await workbooks.amend(register.key, row.id, (now) =>
      isWaiting(register, now)
        ? valuesOf(register, now, { ...decision, by: person.name, now: world.now })
        : undefined,
    );
    if (amended.outcome === 'gone') throw problem(404, 'rowGone', words.rowGone);
    desk.forget([register.key]);
    if (amended.outcome === 'left') {
      const by = textAt(amended.row, register.approval.approver);
      const notice = decidedBefore(stateWords(register, amended.row), by);
      return draw(c, token, 409, { ...request, row: amended.row }, notice);
    }
    desk.tell(register);
    const address = addresses.decide(token, c.get('asked'));
    return c.redirect(`${address}${address.includes('?') ? '&' : '?'}done`, 303);
  });

  return routes;
}

function decisionIn(
  fields: ReadonlyMap<string, string>,
): Pick<Decision, 'choice' | 'why'> | undefined {
  const choice = fields.get('decide');
  const why = (fields.get('why') ?? '').slice(0, longestWords);
  return choice === 'approve' || choice === 'refuse' ? { choice, why } : undefined;
}
