import type { Finding } from '../finding.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { essence, plain } from '../spelling.ts';
import { clip } from '../wording.ts';

/**
 * A dorm is judged as a whole (R2: 全体寝室人员一并考核): points for a dorm check of a room go to each of the staff who
 * live there. The finding stands at the first row of that room and day.
 *
 * @param source column that says `dormChecks` for such points
 * @param record column with the room
 */
export function wholeDorm<const K extends string>(rule: {
  readonly person: K;
  readonly source: K;
  readonly day: K;
  readonly record: K;
}): Rule<K> {
  return {
    key: 'whole-dorm',
    columns: [rule.person, rule.source, rule.day, rule.record],
    reads: ['beds'],
    catches: { zh: '同寝室的人没一起考核', en: 'A dorm that is not judged as a whole' },
    check: (register, rows, world) => {
      const residents = Map.groupBy(
        world
          .rows('beds')
          .filter((row) => textAt(row, 'kind') === 'staff' && textAt(row, 'until') === ''),
        (row) => essence(textAt(row, 'room')),
      );
      const judged = Map.groupBy(
        rows.filter((row) => textAt(row, rule.source) === 'dormChecks'),
        (row) => `${textAt(row, rule.day)} ${essence(textAt(row, rule.record))}`,
      );
      return [...judged].flatMap(([about, own]): Finding[] => {
        const [first] = own.toSorted((a: Row, b: Row) => (a.sequence < b.sequence ? -1 : 1));
        const room = about.slice(about.indexOf(' ') + 1);
        const there = (residents.get(room) ?? []).map((row) => plain(textAt(row, 'resident')));
        const told = new Set(own.map((row) => plain(textAt(row, rule.person))));
        const left = there.find((name) => name !== '' && !told.has(name));
        if (first === undefined || left === undefined) return [];
        return [
          {
            register: register.key,
            rule: 'whole-dorm',
            row: first.id,
            column: rule.person,
            severity: 'must',
            message: {
              zh: `同寝室的${clip(left, 8)}还没考核，请补上`,
              en: `${left} lives in the same room and has no points yet`,
            },
          },
        ];
      });
    },
  };
}
