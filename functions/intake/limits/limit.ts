import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Clock } from '#platform/clock.ts';
import type { Random } from '#platform/random.ts';
import { isForStrangers } from '#schema/links/listed-link.ts';
import { textAt } from '#schema/row.ts';
import { frameSettings, readSetting } from '#schema/settings.ts';
import type { Access } from '../access.ts';
import type { IntakeContext, IntakeEnv } from '../desk.ts';
import { problem, retryAfter } from '../problems.ts';
import type { RecentReads } from '../recent-reads.ts';
import { words } from '../words.ts';
import { createBuckets } from './buckets.ts';
import { hostOf, networkOf } from './client-address.ts';
import { createWorkSetter } from './work.ts';

/** Too much came by a link, from an address or from a network: until when, and what gets a page through meanwhile. */
export interface Limited {
  readonly seconds: number;
}

/** The header in which a page says what work it did. */
export const workHeader = 'X-Work';
/** Where the work that is set stands in the answer. */
export const workSetHeader = 'X-Work-Set';

const settingsOf = {
  link: 'linkPerMinute',
  address: 'addressPerMinute',
  network: 'networkPerMinute',
} as const;
type Counted = keyof typeof settingsOf;
/** Looking at a page counts a tenth of a submission, and so does a photo, of which a form has up to nine; whole numbers add up. */
const looksOfASubmission = 10;

/**
 * Counts what comes by each link, from each address and from each network, and answers 429 with `Retry-After` above
 * the limits of 设置. A school is one address, so these are high. Above them the script of a public page gets through
 * by a small piece of work; a form without script comes back with what was typed.
 *
 * @param clientAddress from where a request came; none where that is not known
 */
export function limit({
  reads,
  clock,
  random,
  secret,
  clientAddress,
}: {
  readonly reads: RecentReads;
  readonly clock: Clock;
  readonly random: Random;
  readonly secret: string;
  readonly clientAddress: (c: IntakeContext) => string | undefined;
}): MiddlewareHandler<IntakeEnv> {
  const buckets = createBuckets(clock);
  const work = createWorkSetter({ clock, random, secret });

  function perMinute(counted: Counted): number {
    const name = settingsOf[counted];
    const rows = reads.held('settings')?.read.rows ?? [];
    const stated = rows.findLast((row) => textAt(row, 'key').trim() === name);
    const said = Number(readSetting(frameSettings[name], stated && textAt(stated, 'value')) ?? 0);
    return (said > 0 ? said : frameSettings[name].default) * looksOfASubmission;
  }

  return async (c, next) => {
    const link = linkOf(c.get('access'));
    const address = clientAddress(c);
    const isPost = c.req.method === 'POST';
    const sends = isPost || c.req.method === 'PUT';
    const amount = isPost ? looksOfASubmission : 1;
    const counted: readonly (readonly [Counted, string])[] = [
      ...(link === undefined ? [] : [['link', link] as const]),
      ...(address === undefined
        ? []
        : [['address', hostOf(address)] as const, ['network', networkOf(address)] as const]),
    ];
    const seconds = Math.max(
      0,
      ...counted.map(([what, name]) => buckets.wait(`${what} ${name}`, perMinute(what), amount)),
    );
    if (seconds === 0) {
      for (const [what, name] of counted) buckets.take(`${what} ${name}`, perMinute(what), amount);
      return next();
    }
    const isPublic = link !== undefined && isPublicPage(c.get('access'));
    if (sends && isPublic && work.isDone(link, c.req.header(workHeader) ?? '')) return next();
    if (isPost && takesBack.test(c.req.path)) {
      c.set('limited', { seconds });
      return next();
    }
    const headers = { ...retryAfter(seconds), ...(sends && isPublic && workSet(link)) };
    throw problem(429, 'tooMany', words.tooMany, { headers });
  };

  function workSet(link: string): Readonly<Record<string, string>> {
    const { challenge, bits } = work.set(link);
    return { [workSetHeader]: `${challenge} ${bits}` };
  }
}

/** Pages that draw a form again with what was typed. */
const takesBack = /^\/intake\/(?:form|batch|copy-in)\//;

/** A link by its code in 链接, else by a hash of its token. */
function linkOf(access: Access): string | undefined {
  const held = access.ok ? access : access.once;
  if (!held) return undefined;
  const { token, claims } = held;
  return claims.listed ?? createHash('sha256').update(token).digest('base64url').slice(0, 16);
}

function isPublicPage(access: Access): boolean {
  return access.ok && isForStrangers(access.claims.kind);
}
