import type { SchoolCalendar } from './calendar.ts';
import type { Columns } from './columns.ts';
import type { Finding } from './finding.ts';
import type { Label } from './language.ts';
import type { Register } from './register.ts';
import type { Row } from './row.ts';
import type { Settings } from './settings.ts';
import type { LocalDateTime } from './values.ts';

/** All that a rule, figure or plan source may look at. Nothing pure asks for the time. */
export interface World {
  /** Rows of any register, in sequence order; none when it is switched off. */
  rows(register: string): readonly Row[];
  /** A register by its key; none when it is switched off. */
  register(key: string): Register | undefined;
  readonly now: LocalDateTime;
  readonly settings: Settings;
  readonly calendar: SchoolCalendar;
}

/** By when something must be done, and when it goes above the team that is to do it. */
export interface Due {
  readonly at: LocalDateTime;
  /** Earlier than `at` when those above are told before it is late; `at` itself when absent. */
  readonly tellAbove?: LocalDateTime;
  /** What is to be done, in a few words: “请修好”. */
  readonly what: Label;
}

/**
 * A condition over the rows of one register.
 *
 * `K` holds the names of the columns it reads, so that a register cannot name a column it lacks.
 */
export interface Rule<K extends string = string> {
  /** Stable name, part of each finding's identity. */
  readonly key: string;
  /** Columns of its own register that it reads. */
  readonly columns: readonly K[];
  /** Other registers that it reads. */
  readonly reads: readonly string[];
  /** What it catches, for the reference page. */
  readonly catches: Label;
  check(register: Register, rows: readonly Row[], world: World): readonly Finding[];
  /** By when an open row must be done, for reminders; nothing when it is done or nothing was promised. */
  due?(row: Row, world: World): Due | undefined;
}

/** A rule that looks at each row by itself. */
export function rowRule<C extends Columns>(rule: {
  readonly key: string;
  readonly columns: readonly (keyof C & string)[];
  readonly reads?: readonly string[];
  readonly catches: Label;
  /** What is wrong with the row, if anything. */
  readonly finds: (
    row: Row<C>,
    world: World,
  ) => Omit<Finding, 'register' | 'rule' | 'row'> | undefined;
  readonly due?: Rule['due'];
}): Rule<keyof C & string> {
  return {
    key: rule.key,
    columns: rule.columns,
    reads: rule.reads ?? [],
    catches: rule.catches,
    ...(rule.due ? { due: rule.due } : {}),
    check: (register, rows, world) =>
      rows.flatMap((row) => {
        // The register's own columns gave the row its values, so its shape is C's.
        const found = rule.finds(row as Row<C>, world);
        return found ? [{ ...found, register: register.key, rule: rule.key, row: row.id }] : [];
      }),
  };
}
