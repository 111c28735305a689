import type { Clock } from '#platform/clock.ts';
import type { LinkClaims } from '#platform/links/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { RegisterRows, Workbooks } from '#platform/workbook/port.ts';
import { isForStrangers } from '#schema/links/listed-link.ts';
import type { Register } from '#schema/register.ts';
import { textAt } from '#schema/row.ts';
import { plain } from '#schema/spelling.ts';
import type { RecentReads } from './recent-reads.ts';

/** Names to choose from, by the column of a form. */
export type ColumnLists = Readonly<Record<string, readonly string[]>>;

/** Columns of a register that somebody is asked for. */
export interface Asked {
  readonly register: Register;
  readonly asks: readonly string[];
}

/** The lists behind the reference columns of forms: places, items, people. */
export interface Lists {
  /** Lists at hand without asking Google; none for a column whose list was never read. */
  warm(asked: Asked, claims: LinkClaims): ColumnLists;
  /** Lists at most a minute old. Throws what reading throws. */
  fetch(asked: Asked, claims: LinkClaims): Promise<ColumnLists>;
  /**
   * The listed spelling of each reference in what was sent, one record a row, after a look at Google if need be, but
   * never longer than a person would wait; a name stays as sent when its list cannot be had.
   */
  settle(
    asked: Asked,
    claims: LinkClaims,
    sent: readonly Sent[],
  ): Promise<{
    readonly sent: readonly Sent[];
    readonly isKnown: (to: string, name: string) => boolean | undefined;
  }>;
}

type Sent = Readonly<Record<string, unknown>>;

const maxAge = 60_000;
/** A name that a list does not know is looked up again in a list older than this. */
const doubtAge = 5_000;
const patience = 2_500;

/** Lists over one instance's recent reads. */
export function createLists({
  workbooks,
  reads,
  clock,
  log,
}: {
  readonly workbooks: Workbooks;
  readonly reads: RecentReads;
  readonly clock: Clock;
  readonly log: Log;
}): Lists {
  const namesByRead = new WeakMap<RegisterRows, ReadonlyMap<string, string>>();

  function names(to: string): ReadonlyMap<string, string> | undefined {
    const read = reads.held(to)?.read;
    if (!read) return undefined;
    const known = namesByRead.get(read) ?? namesOf(read);
    namesByRead.set(read, known);
    return known.size > 0 ? known : undefined;
  }

  /** Reference columns that are asked and whose list this link may see. */
  function columnsOf(
    { register, asks }: Asked,
    claims: LinkClaims,
  ): readonly (readonly [string, string])[] {
    return asks.flatMap((name) => {
      const column = register.columns[name];
      const target = column?.kind === 'reference' ? workbooks.register(column.to) : undefined;
      return target && maySee(claims, target) ? [[name, target.key] as const] : [];
    });
  }

  function warm(asked: Asked, claims: LinkClaims): ColumnLists {
    return Object.fromEntries(
      columnsOf(asked, claims).flatMap(([name, to]) => {
        const known = names(to);
        return known ? [[name, [...known.values()]]] : [];
      }),
    );
  }

  async function tryToRead(targets: readonly string[], age: number): Promise<void> {
    const reading = reads.atMost(targets, age).catch((failure: unknown) => {
      const error = failure instanceof Error ? failure.name : 'unknown';
      log.warn('intake.listsNotRead', { registers: targets.join(','), error });
    });
    await Promise.race([reading, clock.sleep(patience)]);
  }

  return {
    warm,
    async fetch(asked, claims) {
      await reads.atMost(targetsOf(columnsOf(asked, claims)), maxAge);
      return warm(asked, claims);
    },
    async settle(asked, claims, sent) {
      const columns = columnsOf(asked, claims);
      const said = sent.flatMap((row) =>
        columns.flatMap(([column, to]) => {
          const name = row[column];
          return typeof name === 'string' && name.trim() !== '' ? [{ column, to, name }] : [];
        }),
      );
      const isListed = (to: string, name: string) => names(to)?.has(plain(name));
      if (said.length > 0) {
        await tryToRead(targetsOf(said.map(({ column, to }) => [column, to])), maxAge);
        const doubtful = said.filter(({ to, name }) => isListed(to, name) === false);
        if (doubtful.length > 0)
          await tryToRead(targetsOf(doubtful.map(({ column, to }) => [column, to])), doubtAge);
      }
      const spelled = (row: Sent) =>
        columns.flatMap(([column, to]) => {
          const name = row[column];
          const listed = typeof name === 'string' ? names(to)?.get(plain(name)) : undefined;
          return listed === undefined ? [] : [[column, listed] as const];
        });
      const mayAsk = new Set(said.map(({ to }) => to));
      return {
        sent: sent.map((row) => ({ ...row, ...Object.fromEntries(spelled(row)) })),
        isKnown: (to, name) => (mayAsk.has(to) ? isListed(to, name) : undefined),
      };
    },
  };
}

/**
 * Whether a link may see the names in a register. A list of people, told by its personal columns, is not for
 * whoever scans a code on a wall.
 */
function maySee(claims: LinkClaims, register: Register): boolean {
  return (
    !isForStrangers(claims.kind) ||
    !Object.values(register.columns).some((column) => column.personal)
  );
}

function targetsOf(columns: readonly (readonly [string, string])[]): readonly string[] {
  return [...new Set(columns.map(([, to]) => to))];
}

/** Names by their plain spelling. */
function namesOf(read: RegisterRows): ReadonlyMap<string, string> {
  const { label } = read.register;
  if (label === undefined) return new Map();
  const written = read.rows.map((row) => textAt(row, label)).filter((name) => name.trim() !== '');
  return new Map(written.map((name) => [plain(name), name]));
}
