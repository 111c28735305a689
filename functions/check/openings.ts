import { v5 as uuidV5 } from 'uuid';
import type { Submission } from '#platform/workbook/index.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';
import { rowId } from '#schema/values.ts';

/** Namespace of ids derived from other rows; never changed, or every opened row would be opened again. */
const openedRows = 'b7f6c1de-3c0a-4b57-9a25-6f0f6f3c1a02';

/**
 * Rows that follow from other rows and are not there yet: a failed inspection item opens a hazard.
 * Their ids are derived from their source, so that opening twice does nothing (hard point 5d).
 */
export function openings(registers: readonly Register[], world: World): readonly Submission[] {
  return registers.flatMap((register) =>
    (register.opens ?? []).flatMap(({ into, from }) => {
      if (!world.register(into)) return [];
      const there = new Set(world.rows(into).map(({ id }) => id));
      return world.rows(register.key).flatMap((row) =>
        from(row, world).flatMap(({ part, values }): Submission[] => {
          const id = rowId.parse(uuidV5(`${register.key}/${row.id}/${into}/${part}`, openedRows));
          // It may have left with a closed month: its id is looked up before it is written.
          return there.has(id) ? [] : [{ register: into, id, values, retry: true }];
        }),
      );
    }),
  );
}
