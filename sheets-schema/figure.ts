import type { Label } from './language.ts';
import type { Row } from './row.ts';
import type { World } from './rule.ts';
import type { LocalDate, RowId } from './values.ts';

/** Days from and to, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * A measured figure. `value` is `undefined` when nothing was recorded: not recorded is not zero.
 * For a share, `part` of `whole` are kept, since fewer than 20 cases give counts and no percentage.
 */
export interface Measured {
  readonly value: number | undefined;
  readonly part?: number;
  readonly whole?: number;
  /** The rows behind the figure, so that every figure can be followed. */
  readonly rows: readonly RowId[];
  /** Entries that should be there, where that is known. */
  readonly expected?: number;
  /** Entries that are there, of those expected. */
  readonly recorded?: number;
}

export type Better = 'higher' | 'lower' | 'neither';

/** One figure of a register over a period. */
export interface Figure {
  readonly title: Label;
  readonly unit: Label;
  readonly better: Better;
  /** What is counted, in one line, for the appendix 数据口径. */
  readonly counts: Label;
  /** The target it is held against, by default; a share is in percent. */
  readonly target?: number;
  /** `share` is printed as a percentage; `amount` as a number. */
  readonly form: 'amount' | 'share';
  measure(rows: readonly Row[], period: Period, world: World): Measured;
}

/** A figure split by a key (place, item, team): for tables and charts. */
export interface Breakdown {
  readonly title: Label;
  readonly unit: Label;
  split(
    rows: readonly Row[],
    period: Period,
    world: World,
  ): readonly { readonly name: string; readonly value: number }[];
}
