import type { ListedLink } from '#schema/links/listed-link.ts';
import { instantOf, plusDays } from '#schema/time.ts';
import { localDate, localDateTime } from '#schema/values.ts';
import type { LinkClaims, Links } from './index.ts';

/**
 * What the link of a line in 链接 grants.
 *
 * @param personId the id in 人员 of whoever a personal link belongs to
 */
export function listedClaims(
  { code, kind, registers, prefill, until }: ListedLink,
  { timeZone, personId }: { readonly timeZone: string; readonly personId?: string | undefined },
): LinkClaims {
  const expires = until === undefined ? undefined : endOf(until, timeZone);
  return {
    kind,
    listed: code,
    ...(registers && { registers }),
    ...(kind === 'personal' && personId !== undefined && { row: personId }),
    prefill,
    ...(expires !== undefined && { expires }),
  };
}

/** The instant at which a day is over at the school; none for a cell that holds no day. */
export function endOf(day: string, timeZone: string): string | undefined {
  const last = localDate.safeParse(day.slice(0, 10));
  if (!last.success) return undefined;
  const next = localDateTime.parse(`${plusDays(last.data, 1)}T00:00:00`);
  return instantOf(next, timeZone).toISOString();
}

/**
 * The address of a link: the form, where it opens one; else the list of all that it opens.
 *
 * @param url where people reach the functions
 * @param hasForm whether a register has a form
 */
export function linkAddress(
  links: Links,
  url: string,
  claims: LinkClaims,
  hasForm: (register: string) => boolean,
): string {
  const [only, ...others] = claims.registers ?? [];
  const path = only !== undefined && others.length === 0 && hasForm(only) ? `form/${only}` : '';
  return `${url}/intake/${path}?t=${encodeURIComponent(links.sign(claims))}`;
}
