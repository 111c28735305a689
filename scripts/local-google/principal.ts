import { z } from 'zod';
import { unauthenticated } from './errors.ts';
import type { Principal } from './service.ts';

/** Who may call, if that is to be limited: a token for each. */
export const userList = z.array(
  z.strictObject({
    token: z.string().min(1),
    email: z.email(),
    kind: z.enum(['service', 'user']).default('user'),
  }),
);

export type User = z.infer<typeof userList>[number];

/**
 * Who calls, by the bearer token: `service:NAME` is that service account, any other token an
 * ordinary user named by it. With a list of users, only tokens of the list are known.
 * Throws 401.
 */
export function principalOf(
  headers: Headers,
  query: URLSearchParams,
  users: readonly User[] | undefined,
): Principal {
  const bearer = headers.get('authorization')?.match(/^Bearer\s+(\S+)$/i)?.[1];
  const token = bearer ?? query.get('access_token') ?? query.get('oauth_token');
  if (token === null || token === undefined || token === '') throw unauthenticated();
  if (users === undefined) return principalNamed(token);
  const user = users.find((known) => known.token === token);
  if (user === undefined) throw unauthenticated();
  return { kind: user.kind, email: user.email };
}

function principalNamed(token: string): Principal {
  if (token.startsWith('service:')) {
    return {
      kind: 'service',
      email: `${token.slice('service:'.length)}@houqin.iam.gserviceaccount.com`,
    };
  }
  if (token.includes('@')) return { kind: 'user', email: token };
  return { kind: 'user', email: `${token.replace(/[^A-Za-z0-9._-]/g, '-')}@school.example` };
}
