import type { Clock } from '#platform/clock.ts';
import type { Columns } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';
import type { RowId } from '#schema/values.ts';
import { isOutOfReach } from './problems.ts';
import type { RecentReads } from './recent-reads.ts';

/** The one row that a receipt or tracking page is about. */
export interface OwnRows {
  /** Keeps what was just sent, so that its receipt costs no read. */
  remember(register: string, id: RowId, values: Values<Columns>): void;
  /** Keeps which rows a sheet made, for its receipt. */
  rememberSheet(register: string, sheet: RowId, rows: readonly RowId[]): void;
  /**
   * Rows of a sheet, as they were sent a moment ago or as they stand in the sheet, if that can be read within a few
   * seconds: those that it made, or of `candidates` those that are there.
   */
  sentTogether(
    register: string,
    sheet: RowId,
    candidates: readonly RowId[],
  ): Promise<readonly Values<Columns>[] | 'unread'>;
  /** As it was sent a moment ago, or as it stands in the sheet, if that can be read within a few seconds. */
  sent(register: string, id: RowId): Promise<Values<Columns> | 'gone' | 'unread'>;
  /** As it stands in the sheet, at most ten seconds old; `undefined` when it is not there. */
  current(register: string, id: RowId): Promise<Values<Columns> | undefined>;
}

const maxAge = 10_000;
const patience = 4_000;
const rememberedFor = 15 * 60_000;
const mostRemembered = 2_000;

/** Rows by id over one instance's recent reads. */
export function createOwnRows({
  reads,
  clock,
}: {
  readonly reads: RecentReads;
  readonly clock: Clock;
}): OwnRows {
  const justSent = new Map<string, { readonly values: Values<Columns>; readonly at: number }>();
  const sheets = new Map<string, readonly RowId[]>();
  const nameOf = (register: string, id: RowId) => `${register} ${id}`;

  function rowIn(register: string, id: RowId): Values<Columns> | undefined {
    return reads.held(register)?.read.rows.find((row) => row.id === id)?.values;
  }

  async function current(register: string, id: RowId): Promise<Values<Columns> | undefined> {
    await reads.atMost([register], maxAge);
    return rowIn(register, id);
  }

  /** What was remembered of a row, while it is young enough to be what it was sent as. */
  function freshlySent(register: string, id: RowId): Values<Columns> | undefined {
    const remembered = justSent.get(nameOf(register, id));
    const isFresh = remembered && clock.now().getTime() - remembered.at < rememberedFor;
    return isFresh ? remembered.values : undefined;
  }

  async function withinPatience<T>(reading: Promise<T>): Promise<T | 'unread'> {
    const orUnread = reading.catch((failure: unknown) => {
      if (isOutOfReach(failure)) return 'unread' as const;
      throw failure;
    });
    return Promise.race([orUnread, clock.sleep(patience).then(() => 'unread' as const)]);
  }

  return {
    rememberSheet(register, sheet, rows) {
      sheets.set(nameOf(register, sheet), rows);
      forgetOldest(sheets);
    },
    async sentTogether(register, sheet, candidates) {
      const made = sheets.get(nameOf(register, sheet)) ?? candidates;
      const fresh = made.map((id) => freshlySent(register, id)).filter((row) => row !== undefined);
      if (made !== candidates && fresh.length === made.length) return fresh;
      return withinPatience(
        reads.atMost([register], maxAge).then(() => {
          const rows = reads.held(register)?.read.rows ?? [];
          const byId = new Map(rows.map((row) => [row.id, row.values]));
          return made
            .map((id) => byId.get(id) ?? freshlySent(register, id))
            .filter((row) => row !== undefined);
        }),
      );
    },
    remember(register, id, values) {
      justSent.set(nameOf(register, id), { values, at: clock.now().getTime() });
      forgetOldest(justSent);
    },
    async sent(register, id) {
      const fresh = freshlySent(register, id);
      if (fresh) return fresh;
      return withinPatience(current(register, id).then((values) => values ?? ('gone' as const)));
    },
    async current(register, id) {
      const found = await current(register, id);
      if (found) return found;
      // A row sent since the last read is not in it yet.
      const remembered = justSent.get(nameOf(register, id));
      const readAt = reads.held(register)?.at ?? 0;
      return remembered && remembered.at >= readAt ? remembered.values : undefined;
    },
  };
}

function forgetOldest(remembered: Map<string, unknown>): void {
  const oldest = remembered.keys().next();
  if (remembered.size > mostRemembered && !oldest.done) remembered.delete(oldest.value);
}
