import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inSequence, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';

/** How many earlier values say what is usual. */
const remembered = 9;
/** With fewer earlier values than this the declared usual value counts. */
const enough = 3;

/**
 * A value lies near what is usual: the median of the last few values of the same thing, or the declared usual
 * value while there are too few. A median, so that one slip of the pen does not become the custom.
 *
 * @param of column that says whose value it is
 * @param at column where the finding stands
 * @param values the value of an entry; `undefined` for entries that state none
 * @param usual what is usual for a thing before it has a history
 * @param percent how far a value may lie from the usual one
 */
export function band<const K extends string>(rule: {
  readonly of: K;
  readonly at: K;
  readonly reads?: readonly string[];
  readonly values: (world: World) => (row: Row) => number | undefined;
  readonly usual: (world: World) => (of: string) => number | undefined;
  readonly percent: (world: World) => number;
  readonly message: (row: Row, value: number, usual: number) => Label;
}): Rule<K> {
  const key = `band-${rule.at}`;
  return {
    key,
    columns: [rule.of, rule.at],
    reads: rule.reads ?? [],
    catches: { zh: '与平时相差太多', en: 'Far from what is usual' },
    check: (register, rows, world) => {
      const valueIn = rule.values(world);
      const declared = rule.usual(world);
      const share = rule.percent(world) / 100;
      const histories = new Map<string, readonly number[]>();
      const findings: Finding[] = [];
      for (const row of inSequence(rows)) {
        const of = plain(textAt(row, rule.of));
        const value = valueIn(row);
        if (of === '' || value === undefined) continue;
        const history = histories.get(of) ?? [];
        const usual = history.length < enough ? declared(of) : median(history);
        histories.set(of, [...history, value].slice(-remembered));
        if (usual === undefined || Math.abs(value - usual) <= usual * share + rounding) continue;
        findings.push({
          register: register.key,
          rule: key,
          row: row.id,
          column: rule.at,
          severity: 'look',
          message: rule.message(row, value, usual),
        });
      }
      return findings;
    },
  };
}

/** A price of exactly the limit is within it, whatever binary fractions make of it. */
const rounding = 1e-9;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}
