import type { Period } from './figure.ts';
import type { Label } from './language.ts';
import type { Row } from './row.ts';
import type { World } from './rule.ts';

/** A paper of one page about one row, to be signed: purchase, receipt, issue, trip. */
export interface Slip<K extends string = string> {
  readonly title: Label;
  readonly columns: readonly K[];
  readonly signatures: readonly Label[];
  /** Of which rows there is one; every row unless it says so. */
  readonly of?: (row: Row) => boolean;
}

/** A sheet of its own beside the ledger. */
export type PrintSheet<K extends string = string> =
  /** A month for the wall: a line for each day, a column for each of `across`, what `shows` says in the cells. */
  | {
      readonly kind: 'wall';
      /** Part of its address. */
      readonly key: string;
      readonly title: Label;
      readonly day: K;
      readonly across: K;
      readonly shows: K;
    }
  /** A list to count by, in the order of the shelves, with blanks to write in and nothing that is expected. */
  | {
      readonly kind: 'count';
      readonly key: string;
      readonly title: Label;
      readonly groupBy: K;
      readonly orderBy: readonly K[];
      readonly columns: readonly K[];
      readonly blanks: readonly Label[];
    }
  /** What a month came to: a line for each thing, and totals of those in one unit. */
  | {
      readonly kind: 'totals';
      readonly key: string;
      readonly title: Label;
      /** What the lines are about. */
      readonly of: Label;
      readonly columns: readonly Label[];
      readonly lines: (rows: readonly Row[], month: Period, world: World) => readonly TotalsLine[];
    };

/** A line of a sheet of totals: an amount for each of its columns. */
export interface TotalsLine {
  readonly name: string;
  readonly unit: string;
  readonly amounts: readonly number[];
}

/** How the register prints as an A4 ledger; every column that staff see, and one signature, unless it says so. */
export interface Print<K extends string = string> {
  readonly columns?: readonly K[];
  readonly signatures?: readonly Label[];
  readonly slips?: readonly Slip<K>[];
  readonly sheets?: readonly PrintSheet<K>[];
}
