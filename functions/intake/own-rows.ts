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
  const nameOf = (register: string, id: RowId) => `${register} ${id}`;

  function rowIn(register: string, id: RowId): Values<Columns> | undefined {
    return reads.held(register)?.read.rows.find((row) => row.id === id)?.values;
  }

  async function current(register: string, id: RowId): Promise<Values<Columns> | undefined> {
    await reads.atMost([register], maxAge);
    return rowIn(register, id);
  }

  return {
    remember(register, id, values) {
      justSent.set(nameOf(register, id), { values, at: clock.now().getTime() });
      const oldest = justSent.keys().next();
      if (justSent.size > mostRemembered && !oldest.done) justSent.delete(oldest.value);
    },
    async sent(register, id) {
      const remembered = justSent.get(nameOf(register, id));
      if (remembered && clock.now().getTime() - remembered.at < rememberedFor)
        return remembered.values;
      const reading = current(register, id).then(
        (values) => values ?? ('gone' as const),
        (failure: unknown) => {
          if (isOutOfReach(failure)) return 'unread' as const;
          throw failure;
        },
      );
      const waiting = clock.sleep(patience).then(() => 'unread' as const);
      return Promise.race([reading, waiting]);
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
