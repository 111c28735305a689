import { Hono } from 'hono';
import { uuidFrom } from '#platform/random.ts';
import type { Issue } from '#schema/entry.ts';
import type { Label } from '#schema/language.ts';
import { localMoment } from '#schema/time.ts';
import { dayOf, rowId } from '#schema/values.ts';
import type { Desk, IntakeContext, IntakeEnv, PageStatus } from '../desk.ts';
import { draftName } from '../draft-name.ts';
import { pageField, type SheetPage, sheetPage } from '../pages/sheet.ts';
import { withPhotosAgain } from '../photos/again.ts';
import { settled, usualWaitSeconds } from '../photos/form-photos.ts';
import { photoWords } from '../photos/words.ts';
import { retryAfter } from '../problems.ts';
import { idIn, type SentFields, sentFields } from '../submission-body.ts';
import { words } from '../words.ts';
import { type SheetIssue, sharedEntry } from './entry.ts';
import { foundForSending, foundSheet } from './found-sheet.ts';
import { gridRows } from './grid.ts';
import { blankLinesOf, freshLines, linesAgain, typedLines } from './lines.ts';
import { copyInKey, type Sheet } from './sheet.ts';
import { askedInSheet, type SheetSent } from './sheet-sender.ts';
import {
  columnInSheet,
  rowOfField,
  rowsSent,
  type TypedRow,
  type TypedSheet,
  typedSheet,
} from './typed-sheet.ts';
import { batchWords } from './words.ts';

/** What differs between a fresh page and one that is drawn again. */
type Drawn = Pick<SheetPage, 'id' | 'step' | 'shared' | 'lines' | 'issues'> &
  Partial<Pick<SheetPage, 'notice'>>;

/** Pages of sheets for many rows: `/intake/batch/<register>/<key>` and `/intake/copy-in/<register>`. */
export function sheetPageRoutes(desk: Desk): Hono<IntakeEnv> {
  const { addresses, lists, clock, random, timeZone, draws, formPhotos, sendSheet, page } = desk;
  const routes = new Hono<IntakeEnv>();
  const newId = () => rowId.parse(uuidFrom(random));
  const today = () => dayOf(localMoment(clock.now(), timeZone));

  type Found = ReturnType<typeof foundSheet>;

  function draw(
    c: IntakeContext,
    { sheet, token, claims }: Found,
    status: PageStatus,
    drawn: Drawn,
  ) {
    const language = c.get('language');
    const asked = c.get('asked');
    const main = sheetPage({
      ...drawn,
      sheet,
      language,
      blankLines: blankLinesOf(sheet),
      lists: c.get('access').ok ? lists.warm(askedInSheet(sheet), claims) : {},
      action: addresses.sheet(sheet, token, asked),
      api: addresses.sheetApi(sheet, token, language),
      gridAddress: addresses.grid(sheet, token, language),
      listsAddress: addresses.sheetLists(sheet, token),
      photosAddress: addresses.photos(sheet.register.key, token, language),
      draft: draftName(`${sheet.register.key}-${sheet.key}`, token),
    });
    const other = addresses.sheet(sheet, token, language === 'zh' ? 'en' : 'zh');
    return page(c, status, sheet.title, main, other, 'sheet');
  }

  /** The grid for the shared values, with the rows that were touched before; or what is wrong with the values. */
  async function drawGrid(
    c: IntakeContext,
    found: Found,
    { id, shared, rows }: Pick<TypedSheet, 'id' | 'shared' | 'rows'>,
  ) {
    const { sheet, claims } = found;
    const drawn = { id: id ?? newId(), shared };
    const { sent, isKnown } = await lists.settle(askedInSheet(sheet), claims, [shared]);
    const entry = sharedEntry(sheet, sent[0] ?? {}, isKnown);
    if (!entry.ok)
      return draw(c, found, 422, {
        ...drawn,
        step: rows.length > 0 ? 'grid' : 'shared',
        lines: typedLines(rows),
        issues: entry.issues,
      });
    const fresh = await gridRows(desk, sheet, entry.values);
    const lines = linesAgain(sheet, fresh, rows);
    return draw(c, found, 200, { ...drawn, step: 'grid', lines, issues: [] });
  }

  /** A moment that is asked once starts as now; the link may say the rest. */
  function startingWith({ sheet, claims }: Found): Readonly<Record<string, string>> {
    const stamped = sheet.shared.filter((name) => {
      const column = sheet.register.columns[name];
      return column?.kind === 'moment' && column.stamped;
    });
    const now = localMoment(clock.now(), timeZone);
    return { ...Object.fromEntries(stamped.map((name) => [name, now])), ...claims.prefill };
  }

  function open(c: IntakeContext, found: Found) {
    const { sheet } = found;
    const id = newId();
    if (sheet.origin === 'paper') {
      const lines = freshLines(sheet, []);
      return draw(c, found, 200, { id, step: 'grid', shared: {}, lines, issues: [] });
    }
    const shared = startingWith(found);
    return sheet.shared.length === 0
      ? drawGrid(c, found, { id, shared: {}, rows: [] })
      : draw(c, found, 200, { id, step: 'shared', shared, lines: [], issues: [] });
  }

  async function take(c: IntakeContext, found: ReturnType<typeof foundForSending>) {
    const { sheet, claims } = found;
    const sentBy = await sentFields(c.req.raw);
    const stopped = whyNotTaken(c, found, typedSheet(sentBy.fields));
    const taken = stopped ? undefined : await takePhotos(sheet, sentBy);
    const typed = typedSheet(taken?.fields ?? sentBy.fields);
    const { id, shared, rows, doing } = typed;
    const again = async (status: PageStatus, more: Partial<Drawn> = {}, blank = 0) =>
      draw(c, found, status, {
        id: id ?? newId(),
        step: 'grid',
        shared,
        lines: typedLines(rows, blank, await drawnAmong(sheet, rows)),
        issues: [],
        ...more,
      });
    if (stopped) {
      const [status, notice] = stopped;
      return again(status, { notice: withPhotosAgain(notice, sentBy) });
    }
    if (!taken) {
      c.header('Retry-After', retryAfter(usualWaitSeconds)['Retry-After']);
      return again(503, { notice: photoWords.chooseAgain });
    }
    if (taken.issues.length > 0) return again(422, { issues: taken.issues.map(inItsRow) });
    if (doing === 'grid' && sheet.origin !== 'paper') return drawGrid(c, found, typed);
    if (doing !== 'send') return again(200, {}, blankLinesToAdd);
    if (id === undefined) return again(422, { notice: words.pageTooOld });
    const { [pageField]: picture, ...once } = shared;
    const body = {
      id,
      shared: sheet.origin === 'paper' ? once : shared,
      rows: rowsSent(sheet, rows),
      page: sheet.origin === 'paper' && picture !== '' ? picture : undefined,
    };
    const sent = await sendSheet(sheet, claims, body);
    if ('receipt' in sent) return c.redirect(addresses.receipt(sent.receipt, c.get('asked')), 303);
    if (sent.outcome === 'unavailable')
      c.header('Retry-After', retryAfter(sent.retryAfterSeconds)['Retry-After']);
    return again(...drawnAgain(sent));
  }

  /** Takes the photos that came with a page; nothing when Drive cannot be asked now. */
  async function takePhotos({ register }: Sheet, sentBy: SentFields) {
    const entry = idIn(sentBy.fields);
    return entry === undefined
      ? { fields: sentBy.fields, issues: [] }
      : settled(() => formPhotos.takeInside({ register, entry }, sentBy, columnInSheet));
  }

  /** The rows that the draw fell on, as far as the page still holds them. */
  async function drawnAmong(sheet: Sheet, rows: readonly TypedRow[]): Promise<Set<number>> {
    const prefilled = rows.filter(({ was }) => was !== undefined);
    const drawn = await draws.of(sheet);
    const places = drawn.on(
      prefilled.map(({ was }) => was ?? {}),
      today(),
    );
    return new Set(prefilled.filter((_, place) => places.has(place)).map(({ index }) => index));
  }

  routes.get('/intake/batch/:register/:key', (c) =>
    open(c, foundSheet(desk, c, c.req.param('register'), c.req.param('key'))),
  );
  routes.post('/intake/batch/:register/:key', (c) =>
    take(c, foundForSending(desk, c, c.req.param('register'), c.req.param('key'))),
  );
  routes.get(`/intake/${copyInKey}/:register`, (c) =>
    open(c, foundSheet(desk, c, c.req.param('register'), copyInKey)),
  );
  routes.post(`/intake/${copyInKey}/:register`, (c) =>
    take(c, foundForSending(desk, c, c.req.param('register'), copyInKey)),
  );

  return routes;
}

/** A problem of a field as one of its row. */
function inItsRow({ column: field, message }: Issue): SheetIssue {
  const row = rowOfField(field);
  return { ...(row !== undefined && { row }), column: columnInSheet(field), message };
}

const blankLinesToAdd = 5;

/** Why nothing of a page is taken, if so; its photos are not kept either. */
function whyNotTaken(
  c: IntakeContext,
  { ended }: Pick<ReturnType<typeof foundForSending>, 'ended'>,
  { isTrapped }: TypedSheet,
): readonly [PageStatus, Label] | undefined {
  if (ended) return [403, ended.label];
  if (isTrapped) return [422, words.trapped];
  const limited = c.get('limited');
  if (!limited) return undefined;
  c.header('Retry-After', retryAfter(limited.seconds)['Retry-After']);
  return [429, words.tooMany];
}

/** How a sheet comes back that was not taken as a whole: everything typed is still in it. */
function drawnAgain(
  sent: Exclude<SheetSent, { readonly outcome: 'written' | 'already' }>,
): [PageStatus, Partial<Drawn>] {
  switch (sent.outcome) {
    case 'wrong':
      return [422, { issues: sent.issues }];
    case 'different':
      return [409, { issues: sent.issues, notice: batchWords.different }];
    case 'refused':
      return [422, { issues: sent.issues, notice: batchWords.refused }];
    case 'unavailable':
      return [503, { notice: words.serverBusy }];
  }
}
