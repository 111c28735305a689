import type { Finding, Severity } from '../finding.ts';
import type { Label } from '../language.ts';
import { numberAt, type Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';

/**
 * A number keeps its limits: grams of a sample, minutes of disinfection, the temperature of a fridge. A blank cell
 * says nothing.
 *
 * @param at column with the number, where the finding stands
 * @param columns further columns that the limits read
 * @param least the least it may be in a row; no limit when `undefined`
 * @param most the most it may be, likewise
 * @param message the number, and the limit that it breaks
 */
export function limits<const K extends string>(rule: {
  readonly at: K;
  readonly columns?: readonly K[];
  readonly catches: Label;
  readonly severity?: Severity;
  readonly least?: (row: Row, world: World) => number | undefined;
  readonly most?: (row: Row, world: World) => number | undefined;
  readonly message: (value: number, limit: number) => Label;
}): Rule<K> {
  const key = `limits-${rule.at}`;
  return {
    key,
    columns: [rule.at, ...(rule.columns ?? [])],
    reads: [],
    catches: rule.catches,
    check: (register, rows, world) =>
      rows.flatMap((row): Finding[] => {
        const value = numberAt(row, rule.at);
        if (value === undefined) return [];
        const least = rule.least?.(row, world) ?? Number.NEGATIVE_INFINITY;
        const most = rule.most?.(row, world) ?? Number.POSITIVE_INFINITY;
        if (value >= least - hair && value <= most + hair) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.at,
            severity: rule.severity ?? 'must',
            message: rule.message(value, value < least ? least : most),
          },
        ];
      }),
  };
}

/** What binary fractions may add to a limit that was worked out. */
const hair = 1e-9;
