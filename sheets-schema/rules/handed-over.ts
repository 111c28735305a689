import { dutyPeople } from '../roster/people.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';
import { clip } from '../wording.ts';

/**
 * Whoever leaves hands over what is open: an open row of somebody who has left needs another name (B1).
 *
 * @param person column with the name of whoever is to do it
 * @param state column that `open` reads
 * @param open whether the row is still to be done
 */
export function handedOver<const K extends string>(rule: {
  readonly person: K;
  readonly state: K;
  readonly open: (row: Row) => boolean;
}): Rule<K> {
  const key = `handed-over-${rule.person}`;
  return {
    key,
    columns: [rule.person, rule.state],
    reads: ['people'],
    catches: { zh: '没做完的事，责任人已离岗', en: 'Open, and whoever was to do it has left' },
    check: (register, rows, world) => {
      const today = world.now.slice(0, 10);
      const gone = new Set(
        dutyPeople(world.rows('people'))
          .filter(({ left }) => left !== undefined && left < today)
          .map(({ name }) => name),
      );
      return rows
        .filter((row) => rule.open(row) && gone.has(plain(textAt(row, rule.person))))
        .map((row) => ({
          register: register.key,
          rule: key,
          row: row.id,
          column: rule.person,
          severity: 'must' as const,
          message: {
            zh: `${clip(textAt(row, rule.person), 8)}已离岗，请交给别人`,
            en: `${clip(textAt(row, rule.person), 20)} has left: give it to somebody else`,
          },
        }));
    },
  };
}
