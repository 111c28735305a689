import type { Finding, Severity } from '../finding.ts';
import type { Label } from '../language.ts';
import { inSequence, type Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import type { Span } from '../span.ts';

/**
 * Nothing and nobody is in two places at once: a person on two duties, a car on two trips, a hall with two
 * events. Of two rows that overlap, the one written later gets the finding, once.
 *
 * @param key distinguishes two such rules of a register
 * @param columns the columns that `who` and `span` read
 * @param reads registers that they read
 * @param who whoever or whatever cannot be twice at once; '' when it is not known
 * @param span when the row takes it, made ready for all rows at once; `undefined` when it is not known
 */
export function overlap<const K extends string>(rule: {
  readonly key: string;
  readonly columns: readonly [K, ...K[]];
  readonly reads?: readonly string[];
  readonly who: (row: Row) => string;
  readonly span: (world: World) => (row: Row) => Span | undefined;
  readonly severity?: (row: Row, world: World) => Severity;
  readonly message: (row: Row, other: Row) => Label;
}): Rule<K> {
  const [column] = rule.columns;
  return {
    key: rule.key,
    columns: rule.columns,
    reads: rule.reads ?? [],
    catches: { zh: '同一时间用了两次', en: 'Twice at once' },
    check: (register, rows, world) => {
      const spanOf = rule.span(world);
      const known = inSequence(rows).flatMap((row) => {
        const who = rule.who(row);
        const span = spanOf(row);
        return who === '' || !span || span.until <= span.from ? [] : [{ row, who, span }];
      });
      const groups = Array.from(Map.groupBy(known, ({ who }) => who).values());
      return groups.flatMap(overlapping).map(
        ([row, other]): Finding => ({
          register: register.key,
          rule: rule.key,
          row: row.id,
          column,
          severity: rule.severity?.(row, world) ?? 'must',
          message: rule.message(row, other),
        }),
      );
    },
  };
}

/** Each row that overlaps an earlier written one, with the first such in the order of their beginnings. */
function overlapping(
  group: readonly { readonly row: Row; readonly span: Span }[],
): (readonly [Row, Row])[] {
  const byStart = group.toSorted((a, b) => compare(a.span.from, b.span.from));
  const found = new Map<Row, Row>();
  let open: typeof byStart = [];
  for (const next of byStart) {
    open = open.filter(({ span }) => span.until > next.span.from);
    for (const { row } of open) {
      const [earlier, later] =
        compare(row.sequence, next.row.sequence) <= 0 ? [row, next.row] : [next.row, row];
      if (!found.has(later)) found.set(later, earlier);
    }
    open.push(next);
  }
  return Array.from(found);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
