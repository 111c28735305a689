import { plusDays } from '../time.ts';
import { demoPeople } from './people.ts';
import type { DemoSchool } from './school.ts';

/** Autumn and winter clothes for the teams that wear them; the plumber who left still has his winter coat. */
export function demoUniforms(school: DemoSchool) {
  const chance = school.chance('uniforms');
  const sizes = ['165', '170', '175', '180'] as const;
  return (['autumn', 'winter'] as const).flatMap((what, round) =>
    demoPeople
      .filter(({ team }) => ['食堂', '保安', '保洁', '维修班'].includes(team))
      .filter(({ name, leftDaysAgo }) => leftDaysAgo === undefined || name === '钱守义')
      .map(({ name }) => ({
        given: plusDays(school.from, 3 + round * 32),
        person: name,
        what,
        size: chance.pick(sizes),
        quantity: 2 - round,
        ...(name === '钱守义' && what === 'autumn'
          ? { returned: plusDays(school.today, -25), state: '完好' }
          : {}),
      })),
  );
}
