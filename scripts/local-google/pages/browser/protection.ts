import { type Area, overlap, within } from './a1.ts';
import type { Protection, Sheet } from './answers.ts';
import { areaOf } from './view.ts';

/** What stands in the way of an edit. */
export interface Obstacles {
  /** Only some may edit there; this person may not. */
  readonly forbids: readonly Protection[];
  /** Anybody may edit there after a question. */
  readonly warns: readonly Protection[];
}

/** The protections of a tab that an edit of `area` meets. */
export function obstaclesTo(sheet: Sheet, area: Area): Obstacles {
  const met = (sheet.protectedRanges ?? []).filter((protection) => meets(protection, area));
  return {
    forbids: met.filter(
      ({ warningOnly, requestingUserCanEdit }) => !warningOnly && !requestingUserCanEdit,
    ),
    warns: met.filter(({ warningOnly }) => warningOnly),
  };
}

function meets({ range, unprotectedRanges = [] }: Protection, area: Area): boolean {
  return (
    overlap(area, areaOf(range ?? {})) &&
    !unprotectedRanges.some((open) => within(area, areaOf(open)))
  );
}
