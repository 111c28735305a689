import type { Clock } from '#platform/clock.ts';
import { endOf } from '#platform/links/listed-address.ts';
import type { RegisterRows, Workbooks } from '#platform/workbook/port.ts';
import { linkCode } from '#schema/links/link-code.ts';
import { type ListedLink, listedLink } from '#schema/links/listed-link.ts';
import { textAt } from '#schema/row.ts';
import type { Access } from './access.ts';
import { problem } from './problems.ts';
import type { RecentReads } from './recent-reads.ts';
import { words } from './words.ts';

/** What 链接 says of the links that people hold, as it was last read. */
export interface LinksInForce {
  /** Whether this link stands in 链接 and what is known of it is too old, or says nothing of it. */
  isDoubtful(access: Access): boolean;
  /** Reads 链接 again where {@link isDoubtful}. Throws what reading throws. */
  lookUp(access: Access): Promise<void>;
  /** The access that the line in 链接 leaves: none when it was revoked or is gone, less when it was narrowed. */
  judge(access: Access): Access;
  /** The line of a short code, at most a minute old. Throws what reading throws. */
  named(code: string): Promise<ListedLink | undefined>;
}

const register = 'links';
/** Half of the minute within which a revoked link must be out of force. */
const maxAge = 25_000;
/** A link that is not in the list may have been issued since. */
const doubtAge = 3_000;

/** Links in force over one instance's recent reads. Until 链接 was read once, every signed link holds. */
export function createLinksInForce({
  workbooks,
  reads,
  clock,
  timeZone,
}: {
  readonly workbooks: Workbooks;
  readonly reads: RecentReads;
  readonly clock: Clock;
  readonly timeZone: string;
}): LinksInForce {
  const byRead = new WeakMap<RegisterRows, ReadonlyMap<string, ListedLink | undefined>>();

  /** Lines by code; a line that makes no link, not any more, has none. */
  function lines(): ReadonlyMap<string, ListedLink | undefined> | undefined {
    const read = reads.held(register)?.read;
    if (!read) return undefined;
    const known = byRead.get(read) ?? linesOf(read);
    byRead.set(read, known);
    return known;
  }

  function linesOf({ rows }: RegisterRows): ReadonlyMap<string, ListedLink | undefined> {
    return new Map(
      rows
        .filter((row) => textAt(row, 'issued') !== '')
        .map((row) => {
          const found = listedLink(row, workbooks.registers);
          return [linkCode(row.id), 'link' in found ? found.link : undefined] as const;
        }),
    );
  }

  function ageNeeded(access: Access): number | undefined {
    const listed = access.ok ? access.claims.listed : undefined;
    if (listed === undefined || !workbooks.register(register)) return undefined;
    return lines()?.has(listed) === false ? doubtAge : maxAge;
  }

  return {
    isDoubtful(access) {
      const age = ageNeeded(access);
      const last = reads.held(register);
      return age !== undefined && last !== undefined && clock.now().getTime() - last.at > age;
    },
    async lookUp(access) {
      const age = ageNeeded(access);
      if (age !== undefined) await reads.atMost([register], age);
    },
    judge(access) {
      if (!access.ok || access.claims.listed === undefined) return access;
      const known = lines();
      if (!known) return access;
      const { token, claims } = access;
      const line = known.get(access.claims.listed);
      if (!line?.isOn)
        return {
          ok: false,
          problem: problem(403, 'linkRevoked', words.linkShut),
          once: { token, claims },
        };
      const end = line.until === undefined ? undefined : endOf(line.until, timeZone);
      if (end !== undefined && Date.parse(end) <= clock.now().getTime())
        return {
          ok: false,
          problem: problem(403, 'linkExpired', words.wrongLink),
          once: { token, claims },
        };
      return { ok: true, token, claims: { ...claims, ...narrowed(claims.registers, line) } };
    },
    async named(code) {
      await reads.atMost([register], maxAge);
      return lines()?.get(code);
    },
  };
}

/** Registers that both the token and its line open. */
function narrowed(
  signed: readonly string[] | undefined,
  { registers }: ListedLink,
): { readonly registers?: readonly string[] } {
  if (registers === undefined) return {};
  return { registers: signed ? signed.filter((key) => registers.includes(key)) : registers };
}
