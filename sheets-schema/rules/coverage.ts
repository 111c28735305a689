import type { Severity } from '../finding.ts';
import type { Label } from '../language.ts';
import { textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { dayOf, type LocalDate } from '../values.ts';

/**
 * A campaign leaves nobody out: each class got its books, each area was counted, each room was visited. Silent until
 * its last day is over. The finding has no row; it is about whoever was left out.
 *
 * @param key distinguishes two such rules of a register
 * @param of column with the name of whoever was served
 * @param happened column with the day or moment at which that was
 * @param expected everybody who is to be served
 * @param from first day of the campaign
 * @param until its last day
 * @param reads registers that `expected` reads
 * @param severity `must` when absent
 */
export function coverage<const K extends string>(rule: {
  readonly key?: string;
  readonly of: K;
  readonly happened: K;
  readonly expected: (world: World) => readonly string[];
  readonly from: (world: World) => LocalDate;
  readonly until: (world: World) => LocalDate;
  readonly reads?: readonly string[];
  readonly message: (name: string) => Label;
  readonly severity?: Severity;
}): Rule<K> {
  const key = `coverage-${rule.key ?? rule.of}`;
  return {
    key,
    columns: [rule.of, rule.happened],
    reads: rule.reads ?? [],
    catches: { zh: '有遗漏的班级、房间或区域', en: 'A class, room or area left out' },
    check: (register, rows, world) => {
      const [from, until] = [rule.from(world), rule.until(world)];
      if (dayOf(world.now) <= until) return [];
      const served = new Set(
        rows
          .filter((row) => {
            const day = textAt(row, rule.happened).slice(0, 10);
            return day >= from && day <= until;
          })
          .map((row) => plain(textAt(row, rule.of))),
      );
      const expected = new Set(rule.expected(world).map(plain));
      return [...expected]
        .filter((name) => name !== '' && !served.has(name))
        .map((name) => ({
          register: register.key,
          rule: key,
          severity: rule.severity ?? 'must',
          about: name,
          message: rule.message(name),
        }));
    },
  };
}
