import { inTime, type Row, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';
import type { RowId } from '../values.ts';

/** For each row the one before it of the same thing. */
function earlierSamples(
  rows: readonly Row[],
  happened: string,
  of: readonly string[],
): ReadonlyMap<RowId, Row> {
  const last = new Map<string, Row>();
  const earlier = new Map<RowId, Row>();
  for (const row of inTime(rows, happened)) {
    const same = of.map((column) => plain(textAt(row, column))).join('\n');
    const before = last.get(same);
    if (before) earlier.set(row.id, before);
    last.set(same, row);
  }
  return earlier;
}

/**
 * What was found broken and is found so again when somebody looks next: a repair was not asked for, or not done.
 *
 * @param happened column with the day or moment
 * @param of columns that together say what was looked at
 * @param at column where the finding stands
 * @param columns further columns that `broken` reads
 */
export function stillBroken<const K extends string>(rule: {
  readonly happened: K;
  readonly of: readonly K[];
  readonly at: K;
  readonly columns: readonly K[];
  readonly broken: (row: Row) => boolean;
}): Rule<K> {
  return {
    key: 'still-broken',
    columns: [rule.at, rule.happened, ...rule.of, ...rule.columns],
    reads: [],
    catches: { zh: '上次抽到坏的，这次还坏', en: 'Broken at the last sample, and still' },
    check: (register, rows) => {
      const earlier = earlierSamples(rows, rule.happened, rule.of);
      return rows
        .filter((row) => {
          const before = earlier.get(row.id);
          return before !== undefined && rule.broken(before) && rule.broken(row);
        })
        .map((row) => ({
          register: register.key,
          rule: 'still-broken',
          row: row.id,
          column: rule.at,
          severity: 'look',
          message: { zh: '上次抽查就坏，还没好，请催修', en: 'Broken last time too: chase it' },
        }));
    },
  };
}
