import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { type Duty, type Rest, shortRest } from '../roster/duties.ts';
import { inSequence, type Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';

/**
 * After a duty through midnight or a long one, and before it, there is rest. The later of two duties gets
 * the finding: 必须改 while it lies ahead, 请看一下 once it has begun.
 *
 * @param columns the columns that `duty` reads; the finding stands at the first
 * @param reads registers that it reads
 * @param duty the duty of a row, made ready for all rows at once
 * @param rest how much rest is asked for
 */
export function rest<const K extends string>(rule: {
  readonly columns: readonly [K, ...K[]];
  readonly reads: readonly string[];
  readonly duty: (world: World) => (row: Row) => Duty | undefined;
  readonly rest: (world: World) => Rest;
}): Rule<K> {
  const [column] = rule.columns;
  return {
    key: 'rest',
    columns: rule.columns,
    reads: rule.reads,
    catches: { zh: '夜班或长班前后没有休息', en: 'No rest around a night or long duty' },
    check: (register, rows, world) => {
      const dutyOf = rule.duty(world);
      const asked = rule.rest(world);
      const known = inSequence(rows).flatMap((row) => {
        const duty = dutyOf(row);
        return duty && duty.person !== '' ? [{ row, duty }] : [];
      });
      const groups = Array.from(Map.groupBy(known, ({ duty }) => duty.person).values());
      return groups.flatMap((group) => {
        const inOrder = group.toSorted((a, b) => compare(a.duty.from, b.duty.from));
        return inOrder.flatMap(({ row, duty }, index): Finding[] => {
          const before = inOrder[index - 1];
          const minutes = before && shortRest(before.duty, duty, asked);
          return minutes === undefined
            ? []
            : [
                {
                  register: register.key,
                  rule: 'rest',
                  row: row.id,
                  column,
                  severity: duty.from > world.now ? 'must' : 'look',
                  message: message(minutes, asked.hours),
                },
              ];
        });
      });
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function message(minutes: number, hours: number): Label {
  const rested = Math.floor(minutes / 60);
  return {
    zh: `两班间只休息 ${rested} 小时，应 ${hours}，请换人`,
    en: `Only ${rested} h of rest between duties, ${hours} asked for: change`,
  };
}
