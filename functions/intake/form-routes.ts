import { Hono } from 'hono';
import { uuidFrom } from '#platform/random.ts';
import { localMoment } from '#schema/time.ts';
import {
  allowed,
  askedBy,
  endedWhileTyping,
  type FormRegister,
  formAccess,
  formOf,
  permits,
} from './access.ts';
import { batchSheets } from './batch/sheet.ts';
import { callWords } from './call-words.ts';
import type { Desk, IntakeContext, IntakeEnv, PageStatus } from './desk.ts';
import { draftName } from './draft-name.ts';
import { openedBy } from './opened-by.ts';
import { type FormPage, formPage } from './pages/form.ts';
import { formsPage } from './pages/plain.ts';
import { retryAfter } from './problems.ts';
import type { Sent } from './sender.ts';
import { formBody } from './submission-body.ts';
import { words } from './words.ts';

/** What differs between a fresh form and one that is drawn again. */
type Drawn = Pick<FormPage, 'id' | 'typed' | 'issues' | 'notice' | 'retry'>;

/** Pages with forms: `/intake/`, and `/intake/form/<register>`, which also takes what a page without JavaScript sends. */
export function formRoutes(desk: Desk): Hono<IntakeEnv> {
  const { workbooks, addresses, lists, clock, random, timeZone, send, page } = desk;
  const routes = new Hono<IntakeEnv>();

  function draw(c: IntakeContext, register: FormRegister, status: PageStatus, drawn: Drawn) {
    const access = c.get('access');
    const held = access.ok ? access : access.once;
    const { token, claims } = held ?? allowed(access, formAccess(register));
    const language = c.get('language');
    const asked = c.get('asked');
    const main = formPage({
      ...drawn,
      register,
      language,
      lists: lists.warm(askedBy(register), claims),
      action: addresses.form(register.key, token, asked),
      api: addresses.api(register.key, token, language),
      listsAddress: addresses.lists(register.key, token),
      draft: draftName(register.key, token),
      beside: [
        ...('calls' in register
          ? [{ title: callWords.title, href: addresses.calls(register.key, token, asked) }]
          : []),
        ...batchSheets(register)
          .filter((sheet) => permits(claims, sheet))
          .map((sheet) => ({ title: sheet.title, href: addresses.sheet(sheet, token, asked) })),
      ],
    });
    const other = addresses.form(register.key, token, language === 'zh' ? 'en' : 'zh');
    return page(c, status, register.title, main, other);
  }

  /** A moment that rows are stamped with, when the form asks for it, starts as now. */
  function startingMoments({ form, columns }: FormRegister): Record<string, string> {
    const asked = form.asks.filter((name) => {
      const column = columns[name];
      return column?.kind === 'moment' && column.stamped;
    });
    return Object.fromEntries(
      asked.map((name) => [name, localMoment(clock.now(), timeZone)] as const),
    );
  }

  routes.get('/intake/', (c) => {
    const access = c.get('access');
    if (!access.ok) throw access.problem;
    const language = c.get('language');
    const main = formsPage(openedBy(desk, access, c.get('asked')), language);
    const other = addresses.forms(access.token, language === 'zh' ? 'en' : 'zh');
    return page(c, 200, words.forms, main, other);
  });

  routes.get('/intake/form/:register', (c) => {
    const register = formOf(workbooks, c.req.param('register'));
    const { claims } = allowed(c.get('access'), formAccess(register));
    const typed = { ...startingMoments(register), ...claims.prefill };
    return draw(c, register, 200, { id: uuidFrom(random), typed });
  });

  routes.post('/intake/form/:register', async (c) => {
    const register = formOf(workbooks, c.req.param('register'));
    const { id, values, retry, isTrapped } = await formBody(c.req.raw);
    const typed = textsOf(values);
    const ended = endedWhileTyping(c.get('access'));
    if (ended) return draw(c, register, 403, { id: uuidFrom(random), typed, notice: ended.label });
    const { claims } = allowed(c.get('access'), formAccess(register));
    const limited = c.get('limited');
    if (limited) {
      c.header('Retry-After', retryAfter(limited.seconds)['Retry-After']);
      const again = { id: id ?? uuidFrom(random), typed, notice: words.tooMany, retry };
      return draw(c, register, 429, again);
    }
    if (isTrapped)
      return draw(c, register, 422, { id: id ?? uuidFrom(random), typed, notice: words.trapped });
    if (id === undefined)
      return draw(c, register, 422, { id: uuidFrom(random), typed, notice: words.pageTooOld });
    const sent = await send({ register, claims, id, values, retry });
    if ('receipt' in sent) return c.redirect(addresses.receipt(sent.receipt, c.get('asked')), 303);
    if (sent.outcome === 'unavailable')
      c.header('Retry-After', retryAfter(sent.retryAfterSeconds)['Retry-After']);
    const fresh = sent.outcome === 'different' ? uuidFrom(random) : id;
    return draw(c, register, ...drawnAgain(sent, fresh, typed));
  });

  return routes;
}

/** How a form comes back that was not taken: everything typed is still in it. */
function drawnAgain(
  sent: Exclude<Sent, { readonly outcome: 'written' | 'already' }>,
  id: string,
  typed: Readonly<Record<string, string>>,
): [PageStatus, Drawn] {
  switch (sent.outcome) {
    case 'wrong':
      return [422, { id, typed, issues: sent.issues }];
    case 'refused':
      return [422, { id, typed, notice: sent.message }];
    case 'different':
      return [409, { id, typed, notice: words.sentBefore }];
    case 'unavailable':
      return [503, { id, typed, notice: words.serverBusy, retry: true }];
  }
}

function textsOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
