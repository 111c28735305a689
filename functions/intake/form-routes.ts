import { Hono } from 'hono';
import { uuidFrom } from '#platform/random.ts';
import type { Label } from '#schema/language.ts';
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
import { formsPage, messagePage } from './pages/plain.ts';
import { withPhotosAgain } from './photos/again.ts';
import { settled, usualWaitSeconds } from './photos/form-photos.ts';
import { photoWords } from './photos/words.ts';
import { retryAfter } from './problems.ts';
import type { Sent } from './sender.ts';
import { formBody, sentFields } from './submission-body.ts';
import { words } from './words.ts';

/** What differs between a fresh form and one that is drawn again. */
type Drawn = Pick<FormPage, 'id' | 'typed' | 'issues' | 'notice' | 'retry'>;

/** Pages with forms: `/intake/`, and `/intake/form/<register>`, which also takes what a page without JavaScript sends. */
export function formRoutes(desk: Desk): Hono<IntakeEnv> {
  const { workbooks, addresses, lists, clock, random, timeZone, formPhotos, send, page } = desk;
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
      // Names of people are for a link that still holds.
      lists: access.ok ? lists.warm(askedBy(register), claims) : {},
      action: addresses.form(register.key, token, asked),
      api: addresses.api(register.key, token, language),
      listsAddress: addresses.lists(register.key, token),
      photosAddress: addresses.photos(register.key, token, language),
      isKiosk: claims.kind === 'kiosk',
      isOwn: claims.kind === 'personal' || claims.kind === 'public',
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
    const access = c.get('access');
    const ended = endedWhileTyping(access, formAccess(register));
    if (ended) {
      const { values } = formBody((await sentFields(c.req.raw)).fields);
      const drawn = { id: uuidFrom(random), typed: textsOf(values), notice: ended.label };
      return draw(c, register, 403, drawn);
    }
    const { claims } = allowed(access, formAccess(register));
    const sentBy = await sentFields(c.req.raw);
    const asSent = formBody(sentBy.fields);
    const notTaken = (status: PageStatus, why: Label) =>
      draw(c, register, status, {
        id: asSent.id ?? uuidFrom(random),
        typed: textsOf(asSent.values),
        notice: withPhotosAgain(why, sentBy),
        retry: asSent.retry,
      });
    const limited = c.get('limited');
    if (limited) {
      c.header('Retry-After', retryAfter(limited.seconds)['Retry-After']);
      return notTaken(429, words.tooMany);
    }
    if (asSent.isTrapped) return notTaken(422, words.trapped);
    if (asSent.id === undefined) return notTaken(422, words.pageTooOld);
    const entry = asSent.id;
    const taken = await settled(() =>
      formPhotos.takeInside({ register, entry }, sentBy, (field) => field),
    );
    const { id = entry, values, retry } = formBody(taken?.fields ?? sentBy.fields);
    const typed = textsOf(values);
    if (!taken) {
      c.header('Retry-After', retryAfter(usualWaitSeconds)['Retry-After']);
      return draw(c, register, 503, { id, typed, notice: photoWords.chooseAgain, retry });
    }
    if (taken.issues.length > 0) return draw(c, register, 422, { id, typed, issues: taken.issues });
    const sent = await send({ register, claims, id, values, retry });
    if (sent.outcome === 'kept')
      return page(c, 202, words.receipt, messagePage(words.kept, c.get('language')));
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
  sent: Exclude<Sent, { readonly outcome: 'written' | 'already' | 'kept' }>,
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
