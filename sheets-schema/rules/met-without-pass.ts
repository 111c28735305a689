import type { Finding } from '../finding.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';

/** A patrol met a contractor without a pass (C6c), and nobody was given one from that day on. */
export const metWithoutPass: Rule<'from' | 'until' | 'pass'> = {
  key: 'met-without-pass',
  columns: ['from', 'until', 'pass'],
  reads: ['patrols'],
  catches: { zh: '巡逻遇到无证施工人员', en: 'A patrol met a contractor without a pass' },
  check: (register, rows, world) => {
    const since = plusDays(dayOf(world.now), -world.settings.number('contractors.metDays'));
    const admitted = rows.filter((row) => textAt(row, 'pass') !== '');
    return world
      .rows('patrols')
      .filter(
        (row) => textAt(row, 'state') === 'noPass' && textAt(row, 'seen').slice(0, 10) > since,
      )
      .flatMap((row): Finding[] => {
        const day = textAt(row, 'seen').slice(0, 10);
        // Whoever was given a pass from that day on has been seen to.
        if (admitted.some((one) => textAt(one, 'from') === day)) return [];
        return [
          {
            register: register.key,
            rule: 'met-without-pass',
            severity: 'must',
            about: row.id,
            message: {
              zh: `${monthAndDay(day)}${clip(textAt(row, 'point'), 6)}有人无证施工，请补办或清退`,
              en: `A contractor without a pass was met on ${day}: issue one, or send them away`,
            },
          },
        ];
      });
  },
};
