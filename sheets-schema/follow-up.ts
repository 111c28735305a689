import { type Columns, quantity, text } from './columns.ts';
import type { Label } from './language.ts';
import type { Row, Values } from './row.ts';
import type { World } from './rule.ts';
import type { LocalDateTime } from './values.ts';

/** By when something is promised to whoever asked for it. */
export interface Promised {
  readonly by: LocalDateTime;
  /** The promise in words: “小修不过夜”. */
  readonly promise?: Label;
}

/** “Not solved”: whoever sent it says that it is not over, and it is taken up again. */
export interface SaidAgain<C extends Columns = Columns> {
  /** What the button says. */
  readonly label: Label;
  readonly when: (row: Row, world: World) => boolean;
  /** What the row says then. */
  readonly sets: Values<C>;
  /** Column that gets the moment. */
  readonly stamps?: keyof C & string;
}

/** Stars, one to five, from whoever sent it, once it is done. */
export interface Stars<K extends string = string> {
  readonly column: K;
  readonly when: (row: Row) => boolean;
  /** A column that says the same in words, filled where it is blank: for one star first, for five last. */
  readonly words?: { readonly column: K; readonly byStars: readonly string[] };
}

/** What the tracking page of a form tells and takes, beside the columns that it tracks. */
export interface FollowUp<C extends Columns = Columns> {
  /** Column with whoever has it; while it is blank, the team that looks after the register. */
  readonly owner?: keyof C & string;
  /** By when; nothing when it is over or nothing was promised. */
  readonly promise?: (row: Row, world: World) => Promised | undefined;
  readonly again?: SaidAgain<C>;
  readonly stars?: Stars<keyof C & string>;
  /** Column in which all that was said on the page is kept, a line each. */
  readonly said: keyof C & string;
}

/** Columns that the tracking page of a form writes. */
export function followUpColumns({ again, stars, said }: FollowUp): readonly string[] {
  return [
    said,
    ...Object.keys(again?.sets ?? {}),
    ...[again?.stamps, stars?.column, stars?.words?.column].filter((name) => name !== undefined),
  ];
}

/** Stars of whoever sent it. */
export const starsColumn = quantity(
  { zh: '评价', en: 'Stars' },
  { unit: { zh: '星', en: 'stars' }, min: 1, max: 5, whole: true, filledByCode: true },
);

/** What whoever sent it said on its page. */
export const saidColumn = text(
  { zh: '反馈', en: 'Feedback' },
  {
    filledByCode: true,
    long: true,
    help: { zh: '填报人在查询页上说的', en: 'Said by whoever sent it' },
  },
);
