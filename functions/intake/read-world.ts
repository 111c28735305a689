import type { Clock } from '#platform/clock.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import type { World } from '#schema/rule.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { localMoment } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import type { RecentReads } from './recent-reads.ts';

/** The public holiday or make-up workday of a day, if it is one. */
export type PublicHolidays = (day: LocalDate) => PublicHoliday | undefined;

/**
 * Works something pure out of the world, with the registers that it asks for read a few seconds ago at most. Throws
 * what reading throws.
 */
export type ReadWorld = <T>(
  work: (world: World) => T,
) => Promise<{ readonly result: T; readonly world: World }>;

const maxAge = 5_000;
/** What every world stands on; staff change it seldom. */
const frame = ['settings', 'calendar'];
const frameAge = 60_000;

/** Worlds over one instance's recent reads. */
export function createReadWorld({
  workbooks,
  reads,
  clock,
  timeZone,
  publicHolidays,
}: {
  readonly workbooks: Workbooks;
  readonly reads: RecentReads;
  readonly clock: Clock;
  readonly timeZone: string;
  /** Asked for when first needed, since the library of holidays is heavy. */
  readonly publicHolidays: () => Promise<PublicHolidays>;
}): ReadWorld {
  return async (work) => {
    // Whoever scans a code needs no world, so it is loaded when the first one is asked for.
    const [holidays, { worldOf }] = await Promise.all([
      publicHolidays(),
      import('#schema/world.ts'),
    ]);
    const wanted = new Set<string>();
    await reads.atMost(frame, frameAge);
    // What is asked for is known by asking: the work is done again once that has been read.
    for (;;) {
      await reads.atMost([...wanted], maxAge);
      const known = [...frame, ...wanted];
      const rows = new Map(known.map((key) => [key, reads.held(key)?.read.rows ?? []] as const));
      const now = localMoment(clock.now(), timeZone);
      const { registers } = workbooks;
      const world = worldOf({ registers, rows, now, publicHolidays: holidays });
      const asked = new Set<string>();
      const result = work({
        ...world,
        rows: (key) => {
          asked.add(key);
          return world.rows(key);
        },
      });
      const unread = [...asked].filter((key) => !known.includes(key) && workbooks.register(key));
      if (unread.length === 0) return { result, world };
      for (const key of unread) wanted.add(key);
    }
  };
}
