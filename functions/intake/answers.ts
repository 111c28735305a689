import type { ErrorHandler } from 'hono';
import type { Log } from '#platform/log/index.ts';
import { Problem, problemBody, problemType } from '#platform/problem.ts';
import type { Addresses } from './addresses.ts';
import type { NamedAssets } from './assets.ts';
import { copyInKey } from './batch/sheet.ts';
import type { Desk, IntakeContext, IntakeEnv, PageStatus } from './desk.ts';
import { draftName } from './draft-name.ts';
import { layout } from './pages/layout.ts';
import { messagePage } from './pages/plain.ts';
import { isOutOfReach, problem, unavailable } from './problems.ts';
import { words } from './words.ts';

/** How every request is answered: pages in one frame, problems in one shape. */
export interface Answers {
  readonly page: Desk['page'];
  /** JSON for programs, a page for people. */
  problem(c: IntakeContext, problem: Problem): Response | Promise<Response>;
  /** Problem details of a program's request, with members of the endpoint's own. */
  readonly problemJson: Desk['problemJson'];
  readonly onError: ErrorHandler<IntakeEnv>;
}

/** A wait before the next try, when Google does not say one. */
const usualWaitSeconds = 10;

export function createAnswers({
  addresses,
  assets,
  schoolName,
  log,
}: {
  readonly addresses: Addresses;
  readonly assets: NamedAssets;
  readonly schoolName: () => string;
  readonly log: Log;
}): Answers {
  const scripts = { form: assets.script, sheet: assets.sheetScript, api: assets.apiScript };
  const page: Desk['page'] = (c, status, title, main, otherLanguage, look = 'form') => {
    const language = c.get('language');
    const frame = {
      language,
      school: schoolName(),
      styles: [assets.style, ...(look === 'sheet' ? [assets.sheetStyle] : [])].map(({ name }) =>
        addresses.asset(name),
      ),
      script: addresses.asset(scripts[look].name),
      look,
      worker: addresses.worker,
      ...(otherLanguage !== undefined && { otherLanguage }),
    };
    return c.html(layout(frame, title[language], main), status);
  };

  function answerProblem(c: IntakeContext, { details }: Problem): Response | Promise<Response> {
    const { label, issues, headers = {} } = details;
    const status = pageStatus(details.status);
    const language = c.get('language');
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    if (!isForPrograms(c)) {
      const isLink = status === 401 || status === 403;
      return page(c, status, label, messagePage(label, language, isLink ? draftAt(c) : undefined));
    }
    const said = (issues ?? []).map(({ field, message }) => ({
      column: field,
      message: message[language],
    }));
    const body = problemBody(details, language);
    return problemJson(c, { ...body, ...(status === 422 && { issues: said }) }, status);
  }

  const problemJson: Desk['problemJson'] = (c, body, status) => {
    const type = `${addresses.absolute(addresses.apiPage())}#${body.code}`;
    return c.body(JSON.stringify({ ...body, type }), status, {
      'Content-Type': problemType,
      'Content-Language': c.get('language'),
    });
  };

  const onError: ErrorHandler<IntakeEnv> = (failure, c) => {
    if (failure instanceof Problem) return answerProblem(c, failure);
    if (isOutOfReach(failure)) {
      log.warn('intake.notRead', { error: failure.name });
      return answerProblem(c, unavailable(usualWaitSeconds));
    }
    // The message may quote what a person typed, so only the place is kept.
    const place = failure.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8);
    log.error('intake.failed', { error: failure.name, place });
    return answerProblem(c, problem(500, 'broken', words.broken));
  };

  return { page, problem: answerProblem, problemJson, onError };
}

/** Whether the answer is read by a program: the page's script or somebody else's. */
function isForPrograms(c: IntakeContext): boolean {
  return /^\/intake\/(?:api|lists|photos|health)(?:\/|$)/.test(c.req.path);
}

/** The draft that somebody may have typed under a link that does not open its form any more. */
function draftAt(c: IntakeContext): string | undefined {
  const [, , what = '', register = '', sheet = ''] = c.req.path.split('/');
  const form = {
    form: register,
    batch: `${register}-${sheet}`,
    [copyInKey]: `${register}-${copyInKey}`,
  }[what];
  return form && draftName(form, c.req.query('t') ?? '');
}

const pageStatuses: readonly PageStatus[] = [
  200, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503,
];

function pageStatus(status: number): PageStatus {
  return pageStatuses.find((known) => known === status) ?? 500;
}
