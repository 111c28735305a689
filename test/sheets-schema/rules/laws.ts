import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import type { Row, Values } from '#schema/row.ts';
import type { Rule, World } from '#schema/rule.ts';
import { row, worldWith } from '../made.ts';

/** The same seed everywhere, so that a failure is the same for everybody. */
export const propertyRuns = { seed: 20261124, numRuns: 150 };

/**
 * What holds of every rule, whatever it is about: it only looks, it says the same each time and however the sheet is
 * sorted, it tells nothing twice, and rows about something else change nothing.
 *
 * @param rows the values of rows, in the order in which they were written; some trip the rule, some do not
 * @param unrelated values of rows about something else
 */
export function testLaws({
  rule,
  register,
  rows,
  unrelated,
  world = worldWith({}),
}: {
  readonly rule: Rule;
  readonly register: Register;
  readonly rows: fc.Arbitrary<readonly Values<Columns>[]>;
  readonly unrelated: fc.Arbitrary<Values<Columns>>;
  readonly world?: World;
}): void {
  const says = (written: readonly Row[]) => told(rule.check(register, written, world));

  test('laws: rows of this kind trip it now and then, and now and then do not', () => {
    const found = fc.sample(rows, propertyRuns).map((values) => says(written(values)).length > 0);
    expect(new Set(found)).toEqual(new Set([true, false]));
  });

  test('laws: it only looks, and says the same each time', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const once = frozen(written(values));
        expect(says(once)).toEqual(says(once));
      }),
      propertyRuns,
    );
  });

  test('laws: however the sheet is sorted', () => {
    const sorted = rows.chain((values) => {
      const once = written(values);
      const all = fc.shuffledSubarray([...once], { minLength: once.length });
      return fc.tuple(fc.constant(once), all);
    });
    fc.assert(
      fc.property(sorted, ([once, again]) => {
        expect(says(again)).toEqual(says(once));
      }),
      propertyRuns,
    );
  });

  test('laws: nothing is told twice, and each finding stands at a row and column that are there', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const once = written(values);
        const ids = new Set(once.map(({ id }) => id));
        const found = rule.check(register, once, world);
        expect(new Set(found.map(findingKey)).size).toBe(found.length);
        for (const finding of found) {
          expect([finding.register, finding.rule]).toEqual([register.key, rule.key]);
          expect(['must', 'look']).toContain(finding.severity);
          expect(finding.message.zh).not.toBe('');
          if (finding.row !== undefined) expect(ids).toContain(finding.row);
          if (finding.column !== undefined) expect(rule.columns).toContain(finding.column);
        }
      }),
      propertyRuns,
    );
  });

  test('laws: rows about something else change nothing', () => {
    const others = fc.array(fc.tuple(fc.nat(40), unrelated), { maxLength: 6 });
    fc.assert(
      fc.property(rows, others, (values, strangers) => {
        const once = written(values);
        const between = strangers.map(([place, stranger], index) =>
          row(place * 100 + 1 + index, stranger),
        );
        const own = new Set(once.map(({ id }) => id));
        const found = rule
          .check(register, [...between, ...once], world)
          .filter(({ row: id }) => id === undefined || own.has(id));
        expect(told(found)).toEqual(says(once));
      }),
      propertyRuns,
    );
  });
}

/** Rows with room between them, so that others can be written in between. */
export function written(values: readonly Values<Columns>[]): readonly Row[] {
  return values.map((one, index) => row(index * 100, one));
}

function told(found: readonly Finding[]): readonly string[] {
  return found
    .map((finding) => `${findingKey(finding)} ${finding.severity} ${finding.message.zh}`)
    .toSorted();
}

function frozen(rows: readonly Row[]): readonly Row[] {
  for (const one of rows) {
    Object.freeze(one.values);
    Object.freeze(one);
  }
  return Object.freeze([...rows]);
}
