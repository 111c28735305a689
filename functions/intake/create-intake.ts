import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Clock } from '#platform/clock.ts';
import type { Links } from '#platform/links/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Photos } from '#platform/photos/index.ts';
import { languageOf } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import type { Label } from '#schema/language.ts';
import { frameSettings } from '#schema/settings.ts';
import { accessOf } from './access.ts';
import { createAddresses } from './addresses.ts';
import { createAnswers } from './answers.ts';
import { apiDocumentRoutes } from './api-document-routes.ts';
import { apiRoutes } from './api-routes.ts';
import { assetRoutes } from './asset-routes.ts';
import { type Assets, namedAssets } from './assets.ts';
import { sheetApiRoutes } from './batch/api-routes.ts';
import { createDraws } from './batch/drawn.ts';
import { sheetPageRoutes } from './batch/page-routes.ts';
import { copyInKey } from './batch/sheet.ts';
import { createSheetSender } from './batch/sheet-sender.ts';
import { callRoutes } from './call-routes.ts';
import { codeRoutes } from './code-routes.ts';
import { decideRoutes } from './decide-routes.ts';
import type { Desk, IntakeContext, IntakeEnv } from './desk.ts';
import { formRoutes } from './form-routes.ts';
import { languageFrom } from './language.ts';
import type { Later } from './later.ts';
import { laterRoutes } from './later-routes.ts';
import { limit } from './limits/limit.ts';
import { createLinksInForce } from './links-in-force.ts';
import { createLists } from './lists.ts';
import { createOwnRows } from './own-rows.ts';
import { createFormPhotos } from './photos/form-photos.ts';
import { largestPhoto, largestUpload } from './photos/limits.ts';
import { photoRoutes } from './photos/routes.ts';
import { photoWords } from './photos/words.ts';
import { printRoutes } from './print/routes.ts';
import { problem } from './problems.ts';
import { createReadWorld, type PublicHolidays } from './read-world.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { createRecentReads } from './recent-reads.ts';
import { createRowPlaces } from './row-places.ts';
import { rowRoutes } from './row-routes.ts';
import { security } from './security.ts';
import { createSender } from './sender.ts';
import { createSwitchedOn } from './switched-on.ts';
import { todayRoutes } from './today-routes.ts';
import { trackRoutes } from './track-routes.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';
import { words } from './words.ts';
import { createWriter } from './writer.ts';

export interface IntakeOptions {
  readonly workbooks: Workbooks;
  readonly links: Links;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Where people reach the functions, such as `https://forms.example.edu.cn`. */
  readonly baseUrl: string;
  /** The page's scripts and style sheet; see {@link Assets}. */
  readonly assets: Assets;
  /** By which rows of sheets are drawn (spot checks), so that nobody can know them beforehand. */
  readonly drawSecret: string;
  /** The school's name as it is now known; asked for each page, so it must not wait for Google. */
  readonly schoolName?: () => string;
  readonly timeZone?: string;
  /** Which days are public holidays; none unless told. Asked for when a sheet or a printed page first needs it. */
  readonly publicHolidays?: () => Promise<PublicHolidays>;
  /** Keeps what cannot be written now; without it whoever sent it is told to try again. */
  readonly later?: Later;
  /** Where photos of forms are kept; without it none can be sent. */
  readonly photos?: Photos;
  /** From which network address a request came, for the limits; without it only links are counted. */
  readonly clientAddress?: (c: IntakeContext) => string | undefined;
  /** Tells the check that a spreadsheet has a new row; never delays or fails an answer. */
  readonly tellCheck?: (spreadsheetId: string) => Promise<void>;
}

/** Google compresses nothing on its way out of Cloud Run, and phones are slow; an answer in JSON is a few words. */
const pagesAndScripts = /^text\/(?:html|css|javascript)/;

/** What people open to fill something in. */
const pages: ReadonlySet<string> = new Set(['form', 'batch', copyInKey]);
/** What cannot be answered without Google, or should not: the list of all forms, names, papers, rows. */
const asking: ReadonlySet<string> = new Set([
  '',
  'api',
  'api.json',
  'lists',
  'print',
  'receipt',
  'track',
  'decide',
  'row',
  'today',
  'unsubscribe',
  'calls',
]);

/** One mebibyte: sixty thousand Chinese characters, percent-encoded, fit in it. */
const largestBody = 1_048_576;

/**
 * Forms from a link: pages, the JSON endpoint, receipts and tracking pages, all below `/intake/`.
 *
 * @example
 * const intake = createIntake({ workbooks, links, clock, random, log, baseUrl, assets: await loadAssets() });
 * await intake.request('/intake/health'); // 200
 */
export function createIntake(options: IntakeOptions): Hono<IntakeEnv> {
  const { links, clock, random, log } = options;
  const { schoolName = () => frameSettings.department.default } = options;
  const { timeZone = frameSettings.timeZone.default, tellCheck = async () => {} } = options;
  const { clientAddress = () => undefined } = options;
  const { publicHolidays = async () => () => undefined } = options;
  const { later = { keep: async () => false, kept: () => undefined } } = options;
  const addresses = createAddresses(options.baseUrl);
  const assets = namedAssets(options.assets);
  const answers = createAnswers({ addresses, assets, schoolName, log });
  const reads = createRecentReads({ workbooks: options.workbooks, clock });
  const { workbooks, look } = createSwitchedOn({ workbooks: options.workbooks, reads, clock, log });
  const linksInForce = createLinksInForce({ workbooks: options.workbooks, reads, clock, timeZone });
  const lists = createLists({ workbooks, reads, clock, log });
  const ownRows = createOwnRows({ reads, clock });
  const writer = createWriter({ workbooks, reads, log, tellCheck });
  const { photos } = options;
  const formPhotos = createFormPhotos({ photos, clock, timeZone, log });
  const sending = { links, lists, ownRows, writer, later, formPhotos, timeZone, clock, log };
  const readWorld = createReadWorld({
    workbooks: options.workbooks,
    reads,
    clock,
    timeZone,
    publicHolidays,
  });
  const draws = createDraws({ readWorld, secret: options.drawSecret });
  const desk: Desk = {
    workbooks,
    links,
    clock,
    random,
    addresses,
    lists,
    ownRows,
    timeZone,
    readWorld,
    draws,
    formPhotos,
    photos,
    rowPlaces: createRowPlaces(reads),
    forget: reads.forget,
    tell: writer.tell,
    send: createSender(sending),
    sendSheet: createSheetSender({ ...sending, draws }),
    paperAssets: {
      style: addresses.asset(assets.printStyle.name),
      script: addresses.asset(assets.script.name),
    },
    page: answers.page,
    problemJson: answers.problemJson,
  };

  const app = new Hono<IntakeEnv>();
  app.onError(answers.onError);
  app.notFound((c) => answers.problem(c, problem(404, 'notFound', words.notFound)));
  app.use(async (c, next) => {
    const access = accessOf(links, c.req.query('t'));
    const asked = languageFrom(c.req.query('lang'));
    const ofLink = access.ok ? access.claims.language : undefined;
    c.set('access', access);
    c.set('asked', asked);
    c.set('language', asked ?? ofLink ?? languageOf(c.req.header('Accept-Language')));
    c.header('Cache-Control', 'no-store');
    c.header('Vary', 'Accept-Language');
    await next();
  });
  app.use(compress({ contentTypeFilter: pagesAndScripts }));
  app.use(security());
  app.use(limit({ reads, clock, random, secret: options.drawSecret, clientAddress }));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const headers = { Allow: methods.join(', ') };
        return answers.problem(c, problem(405, 'wrongMethod', words.wrongMethod, { headers }));
      },
    }),
  );
  const bounded = (maxSize: number, said: Label) =>
    bodyLimit({ maxSize, onError: (c) => answers.problem(c, problem(413, 'tooLarge', said)) });
  const limited = bounded(largestBody, words.tooLarge);
  const photoLimited = bounded(largestPhoto, photoWords.tooLarge);
  const uploadLimited = bounded(largestUpload, photoWords.formTooLarge);
  // The page behind a code on a wall does not wait for Google: what 设置 says then is for the next one, unless the
  // register is off by what is known, which may have changed. Everything else asks Google anyway.
  app.use(async (c, next) => {
    const [, , what = '', named = ''] = c.req.path.split('/');
    const isPage = c.req.method === 'GET' && pages.has(what);
    const access = c.get('access');
    const isDoubtful = linksInForce.isDoubtful(access);
    const waits = isPage
      ? isDoubtful || workbooks.switchedOff(named) !== undefined
      : asking.has(what);
    if (waits || c.req.method !== 'GET')
      await look(isDoubtful ? () => linksInForce.lookUp(access) : undefined);
    c.set('access', linksInForce.judge(access));
    await next();
    if (isPage) void look();
  });
  // To see whether there is a body makes a whole `Request`, which the first page would wait for.
  app.use((c, next) => {
    if (c.req.method === 'GET') return next();
    if (c.req.method === 'PUT') return photoLimited(c, next);
    const isMultipart = c.req.header('Content-Type')?.startsWith('multipart/') ?? false;
    return (isMultipart ? uploadLimited : limited)(c, next);
  });

  app.get('/intake/health', (c) => c.json({ ok: true }));
  app.route('/', assetRoutes(assets));
  app.route('/', apiRoutes(desk));
  app.route('/', apiDocumentRoutes(desk));
  app.route('/', sheetApiRoutes(desk));
  app.route('/', photoRoutes(desk));
  app.route('/', formRoutes(desk));
  app.route('/', laterRoutes(desk, { later, writer, formPhotos, log }));
  app.route('/', sheetPageRoutes(desk));
  app.route('/', printRoutes(desk));
  app.route('/', receiptRoutes(desk));
  app.route('/', trackRoutes(desk));
  app.route('/', decideRoutes(desk));
  app.route('/', rowRoutes(desk));
  app.route('/', todayRoutes(desk));
  app.route('/', unsubscribeRoutes(desk));
  app.route('/', callRoutes(desk, options.drawSecret));
  app.route('/', codeRoutes(desk, linksInForce));
  return app;
}
