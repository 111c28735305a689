import * as z from 'zod/mini';
import type { LinkKey } from './links/index.ts';

/** What a function needs to know of where it runs. */
export interface Configuration {
  /** Where Google is, if not at its usual place. */
  readonly googleRoot?: string;
  /** A fixed bearer token for Google. */
  readonly googleToken?: string;
  /** The public address of the functions, without a slash at its end. */
  readonly url: string;
  /** The Cloud Storage bucket of this school. */
  readonly bucket: string;
  /** The first signs, all verify. */
  readonly linkKeys: readonly [LinkKey, ...LinkKey[]];
  /** Shared with whoever may call our hooks. */
  readonly hookSecret?: string;
  readonly smtpUrl?: string;
  /** The sender of our mails. */
  readonly mailFrom?: string;
  /** Webhook addresses of the robots in the school's group chats. */
  readonly robots?: { readonly wecom?: string; readonly dingtalk?: string };
  /** The Google Cloud project. */
  readonly project: string;
  /** How many proxies stand in front of intake, each of which tells for whom it asks. */
  readonly proxies: number;
  /** The Cloud Tasks queue, `projects/…/locations/…/queues/…`. */
  readonly queue?: string;
}

/** The environment cannot be used as it is; the message has one line for each variable to mend. */
export class ConfigurationFailure extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigurationFailure';
    this.problems = problems;
  }
}

const webAddress = 'must be a web address such as http://127.0.0.1:8080';
const httpUrl = z.pipe(
  z.url({ protocol: /^https?$/, error: webAddress }),
  z.transform((url: string) => url.replace(/\/+$/, '')),
);

const keysForm = 'must be id:secret pairs, comma separated, each secret 32 bytes or more in base64';
const linkKeys = z.pipe(
  z
    .string()
    .check(z.regex(/^[A-Za-z0-9]{1,8}:[\w+/=-]{43,}(,[A-Za-z0-9]{1,8}:[\w+/=-]{43,})*$/, keysForm)),
  z.transform((text: string, context): readonly [LinkKey, ...LinkKey[]] => {
    const [first, ...others] = text.split(',').map(linkKey);
    if (first && [first, ...others].every(({ secret }) => secret.byteLength >= 32))
      return [first, ...others];
    context.issues.push({ code: 'custom', message: keysForm, input: text });
    return z.NEVER;
  }),
);

/** A secret travels in it, so it is encrypted, or stays on this machine. */
const webhook = z
  .string()
  .check(
    z.refine(
      (address: string) =>
        URL.canParse(address) &&
        /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/.test(address),
      'must be the webhook address of a robot, beginning with https://',
    ),
  );

const environmentSchema = z.object({
  GOOGLE_API_ROOT: z.optional(httpUrl),
  HOUQIN_GOOGLE_TOKEN: z.optional(z.string()),
  HOUQIN_URL: httpUrl,
  HOUQIN_BUCKET: z.string(),
  HOUQIN_LINK_KEYS: linkKeys,
  HOUQIN_HOOK_SECRET: z.optional(
    z.string().check(z.minLength(32, 'must have 32 characters or more')),
  ),
  HOUQIN_SMTP_URL: z.optional(
    z.url({ protocol: /^smtps?$/, error: 'must look like smtps://user:code@host:465' }),
  ),
  HOUQIN_MAIL_FROM: z.optional(
    z
      .string()
      .check(z.includes('@', { error: 'must be an address such as 后勤处 <logistics@school.cn>' })),
  ),
  HOUQIN_WECOM_ROBOT: z.optional(webhook),
  HOUQIN_DINGTALK_ROBOT: z.optional(webhook),
  HOUQIN_PROJECT: z.string(),
  HOUQIN_PROXIES: z.optional(z.string().check(z.regex(/^[0-5]$/, 'must be a number from 0 to 5'))),
  // Cloud Run sets it; Google's own proxy stands in front there.
  K_SERVICE: z.optional(z.string()),
  HOUQIN_QUEUE: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+$/,
          'must look like projects/…/locations/…/queues/…',
        ),
      ),
  ),
});

/** What each variable is that cannot be left out. */
const meanings: Readonly<Record<string, string>> = {
  HOUQIN_URL: 'the public address of the functions',
  HOUQIN_BUCKET: 'the Cloud Storage bucket of this school',
  HOUQIN_LINK_KEYS: 'the keys that sign links',
  HOUQIN_PROJECT: 'the Google Cloud project',
};

/**
 * Reads the environment of a function. An empty variable counts as absent. Throws
 * `ConfigurationFailure`, which names variables and never shows a value.
 *
 * @example
 * const configuration = readConfiguration(process.env);
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  // Used once in the life of a process: compiling the schema first would take longer.
  const { data, error } = environmentSchema.safeParse(given, { jitless: true });
  if (!data) throw new ConfigurationFailure(error.issues.map((issue) => problemOf(issue, given)));
  return {
    ...(data.GOOGLE_API_ROOT && { googleRoot: data.GOOGLE_API_ROOT }),
    ...(data.HOUQIN_GOOGLE_TOKEN && { googleToken: data.HOUQIN_GOOGLE_TOKEN }),
    url: data.HOUQIN_URL,
    bucket: data.HOUQIN_BUCKET,
    linkKeys: data.HOUQIN_LINK_KEYS,
    ...(data.HOUQIN_HOOK_SECRET && { hookSecret: data.HOUQIN_HOOK_SECRET }),
    ...(data.HOUQIN_SMTP_URL && { smtpUrl: data.HOUQIN_SMTP_URL }),
    ...(data.HOUQIN_MAIL_FROM && { mailFrom: data.HOUQIN_MAIL_FROM }),
    ...robotsOf(data.HOUQIN_WECOM_ROBOT, data.HOUQIN_DINGTALK_ROBOT),
    project: data.HOUQIN_PROJECT,
    proxies: Number(data.HOUQIN_PROXIES ?? (data.K_SERVICE === undefined ? 0 : 1)),
    ...(data.HOUQIN_QUEUE && { queue: data.HOUQIN_QUEUE }),
  };
}

function robotsOf(wecom?: string, dingtalk?: string): Pick<Configuration, 'robots'> {
  if (!wecom && !dingtalk) return {};
  return { robots: { ...(wecom && { wecom }), ...(dingtalk && { dingtalk }) } };
}

function problemOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0]);
  if (given[name] !== undefined) return `${name} ${issue.message}`;
  return `${name} is missing: ${meanings[name]}`;
}

function linkKey(pair: string): LinkKey {
  const [id = '', ...secret] = pair.split(':');
  return { id, secret: new Uint8Array(Buffer.from(secret.join(':'), 'base64')) };
}
