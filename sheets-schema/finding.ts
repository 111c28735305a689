import type { Label } from './language.ts';
import type { RowId } from './values.ts';

/** 必须改 or 请看一下: there are only two. */
export type Severity = 'must' | 'look';

/**
 * Something that is wrong with a row, or with a register as a whole when `row` is absent.
 * The message says where, what and how to mend, in at most 30 Chinese characters.
 */
export interface Finding {
  readonly register: string;
  readonly rule: string;
  readonly row?: RowId;
  /** Key of the column where the finding stands. */
  readonly column?: string;
  readonly severity: Severity;
  readonly message: Label;
  /** Distinguishes several findings of one rule without a row (a day, a place, a person). */
  readonly about?: string;
}

/** The stable identity of a finding: the same wrong thing keeps it, so nothing flickers or is told twice. */
export function findingKey(finding: Finding): string {
  return [
    finding.register,
    finding.rule,
    finding.row ?? '',
    finding.column ?? '',
    finding.about ?? '',
  ].join('|');
}
