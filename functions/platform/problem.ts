import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Label, Language } from '#schema/language.ts';
import { GoogleFailure } from './google/failure.ts';
import type { Log } from './log/index.ts';
import { WorkbookFailure } from './workbook/port.ts';

/** One field of a request that is wrong, in the reader's language. */
export interface ProblemIssue {
  readonly field: string;
  readonly message: string;
}

/**
 * The JSON of every error that a function answers: problem details (RFC 9457), with `error` and `issues` as members of
 * our own. `code` is for programs and stays the same.
 */
export interface ProblemBody {
  /** Where the kind of problem is described; `about:blank` where it is nowhere. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What is wrong this time, and what to do. */
  readonly detail: string;
  readonly code: string;
  readonly error: { readonly code: string; readonly message: string };
  readonly issues?: readonly ProblemIssue[];
}

export interface ProblemDetails {
  readonly status: number;
  /** For programs, for example `tooLarge`. */
  readonly code: string;
  readonly label: Label;
  readonly issues?: readonly { readonly field: string; readonly message: Label }[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a request is not done, in words for whoever asked. Thrown in a handler, answered as `ProblemBody`. */
export class Problem extends Error {
  readonly details: ProblemDetails;
  constructor(details: ProblemDetails) {
    super(details.label.en);
    this.name = 'Problem';
    this.details = details;
  }
}

export const problems = {
  badJson: {
    status: 400,
    code: 'badJson',
    label: { zh: '请求内容不是有效的 JSON', en: 'The body is not valid JSON.' },
  },
  badRequest: {
    status: 400,
    code: 'badRequest',
    label: { zh: '请求格式不正确', en: 'The request cannot be read.' },
  },
  incomplete: {
    status: 408,
    code: 'incomplete',
    label: {
      zh: '内容上传太慢，请检查网络后重试',
      en: 'The body took too long to arrive. Check the network and try again.',
    },
  },
  tooLarge: {
    status: 413,
    code: 'tooLarge',
    label: { zh: '内容太大，请减小后重试', en: 'The body is too large. Make it smaller.' },
  },
  uploadsFull: {
    status: 503,
    code: 'uploadsFull',
    label: {
      zh: '现在传照片的人太多，请稍后再试',
      en: 'Too many photos are arriving just now. Try again in a moment.',
    },
    headers: { 'retry-after': '5' },
  },
  notFound: {
    status: 404,
    code: 'notFound',
    label: { zh: '没有这个页面', en: 'There is nothing at this address.' },
  },
  googleOut: {
    status: 503,
    code: 'googleOut',
    label: {
      zh: '暂时连不上谷歌表格，请稍后再试',
      en: 'Google cannot be reached now. Try again later.',
    },
    headers: { 'retry-after': '60' },
  },
  fault: {
    status: 500,
    code: 'fault',
    label: {
      zh: '系统出错，请稍后重试；若仍不行请告知后勤处',
      en: 'Something went wrong here. Try again later, or tell the logistics office.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemDetails>>;

/** The language that an `Accept-Language` header prefers of our two; Chinese if it names neither. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { language: tag.toLowerCase().split('-')[0], weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, weight }) => (language === 'zh' || language === 'en') && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wished[0]?.language === 'en' ? 'en' : 'zh';
}

/** The body of a problem in one language. */
export function problemBody(
  { status, code, label, issues }: ProblemDetails,
  language: Language,
): ProblemBody {
  const title = label[language];
  const said = (issues ?? []).map(({ message }) => message[language]);
  return {
    type: 'about:blank',
    title,
    status,
    detail: [title, ...said].join(' '),
    code,
    error: { code, message: title },
    ...(issues && {
      issues: issues.map(({ field, message }) => ({ field, message: message[language] })),
    }),
  };
}

/** The media type of problem details. */
export const problemType = 'application/problem+json; charset=utf-8';

/** The answer to a request that is not done. */
export function problemResponse(details: ProblemDetails, language: Language): Response {
  return new Response(JSON.stringify(problemBody(details, language)), {
    status: details.status,
    headers: {
      'content-type': problemType,
      'content-language': language,
      'cache-control': 'no-store',
      ...details.headers,
    },
  });
}

/**
 * The JSON of a request's body; it may be anything, so parse it with zod. Throws the problem `badJson`.
 *
 * @example
 * const submission = submissionSchema.parse(await jsonBody(c));
 */
export async function jsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(problems.badJson);
  }
}

/**
 * Gives an app our error answers: for `Problem`, for errors of Hono's own middleware, for a body that
 * is not the JSON or form it says it is, for addresses that do not exist, for workbooks and a Google that cannot
 * be had now. Whatever else is thrown is a fault
 * of ours: it is logged and its words do not leave the house.
 *
 * @example
 * const app = new Hono();
 * answerProblems(app, { log });
 */
export function answerProblems<A extends Hono>(app: A, { log }: { log: Log }): A {
  app.notFound((c) => problemResponse(problems.notFound, languageFor(c)));
  app.onError(async (error, c) => problemResponse(await detailsOf(error, c, log), languageFor(c)));
  return app;
}

async function detailsOf(error: unknown, c: Context, log: Log): Promise<ProblemDetails> {
  if (error instanceof Problem) return error.details;
  if (error instanceof HTTPException && error.status < 500) {
    return error.status === 413
      ? problems.tooLarge
      : { ...problems.badRequest, status: error.status };
  }
  if (error instanceof SyntaxError && (await isUnreadable(c, 'json'))) return problems.badJson;
  if (error instanceof TypeError && (await isUnreadable(c, 'form'))) return problems.badRequest;
  if (error instanceof WorkbookFailure)
    return { status: 503, code: 'unreadable', label: error.label };
  if (error instanceof GoogleFailure && (error.kind === 'busy' || error.kind === 'unclear')) {
    log.error('request.googleOut', { method: c.req.method, route: c.req.routePath, error });
    return problems.googleOut;
  }
  log.error('request.fault', { method: c.req.method, route: c.req.routePath, error });
  return problems.fault;
}

/** Whether the body is what an error was about, and not something of ours: reading it again tells. */
async function isUnreadable(c: Context, as: 'json' | 'form'): Promise<boolean> {
  const contentType = c.req.header('content-type') ?? '';
  if (as === 'form' && !/^(multipart\/form-data|application\/x-www-form)/i.test(contentType)) {
    return false;
  }
  const body = new Response(await c.req.arrayBuffer(), {
    headers: { 'content-type': contentType },
  });
  try {
    await (as === 'json' ? body.json() : body.formData());
    return false;
  } catch {
    return true;
  }
}

function languageFor(c: Context): Language {
  return languageOf(c.req.header('accept-language'));
}
