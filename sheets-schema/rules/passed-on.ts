import type { Finding } from '../finding.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { monthAndDay } from '../wording.ts';

/** A problem that was said to be passed on to 隐患整改 or 报修 was reported there that day (C2). */
export const reallyPassedOn: Rule<'day' | 'passedOn'> = {
  key: 'not-passed-on',
  columns: ['day', 'passedOn'],
  reads: ['hazards', 'repairs'],
  catches: { zh: '说转了，那边没有', en: 'Said to be passed on, and not there' },
  check: (register, rows, world) => {
    const days = new Map(
      (['hazards', 'repairs'] as const).map((key) => [
        key as string,
        new Set(world.rows(key).map((row) => textAt(row, 'reported').slice(0, 10))),
      ]),
    );
    return rows.flatMap((row): Finding[] => {
      const to = textAt(row, 'passedOn');
      const day = textAt(row, 'day');
      const known = days.get(to);
      if (known === undefined || day === '' || world.register(to) === undefined || known.has(day))
        return [];
      return [
        {
          register: register.key,
          rule: 'not-passed-on',
          row: row.id,
          column: 'passedOn',
          severity: 'must',
          message: {
            zh: `${monthAndDay(day)}${to === 'hazards' ? '隐患整改' : '报修'}没有登记，请补报`,
            en: `Nothing was reported there on ${day}: report it`,
          },
        },
      ];
    });
  },
};
