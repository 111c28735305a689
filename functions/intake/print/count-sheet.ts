import type { PrintSheet } from '#schema/print.ts';
import { type Row, textAt } from '#schema/row.ts';

/** Rows that are counted in one place, in the order in which one walks past them. */
export interface CountGroup {
  readonly name: string;
  readonly rows: readonly Row[];
}

type Compare = (a: string, b: string) => number;

/** `A-10` comes after `A-2`. Made when a sheet is printed: it takes longer than a form's page. */
function naturally(): Compare {
  return new Intl.Collator('zh', { numeric: true }).compare;
}

/** Rows by place and, in each place, by shelf; what has no place comes last. */
export function countGroups(
  { groupBy, orderBy }: Extract<PrintSheet, { readonly kind: 'count' }>,
  rows: readonly Row[],
): readonly CountGroup[] {
  const compare = naturally();
  const keys = (row: Row) => orderBy.map((name) => textAt(row, name));
  const sorted = rows.toSorted((a, b) => firstDifference(keys(a), keys(b), compare));
  return [...Map.groupBy(sorted, (row) => textAt(row, groupBy))]
    .map(([name, group]) => ({ name, rows: group }))
    .toSorted((a, b) => blankLast(a.name, b.name) || compare(a.name, b.name));
}

function firstDifference(a: readonly string[], b: readonly string[], compare: Compare): number {
  for (const [place, text] of a.entries()) {
    const other = b[place] ?? '';
    const difference = blankLast(text, other) || compare(text, other);
    if (difference !== 0) return difference;
  }
  return 0;
}

function blankLast(a: string, b: string): number {
  return Number(a === '') - Number(b === '');
}
