import { plusDays, weekdayOf } from '../time.ts';
import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

const areas = ['教学楼', '宿舍1号楼', '宿舍2号楼', '宿舍3号楼', '食堂', '图书馆'];
const problems = ['楼梯拐角有垃圾', '卫生间地面有水', '窗台积灰', '垃圾桶未清'] as const;
const cleaners: Readonly<Record<string, string>> = {
  教学楼: '徐美芳',
  食堂: '朱丽华',
  图书馆: '谢桂花',
};

/** Each Monday the big clean, each Thursday the check; in one week nobody checked. */
export function demoCleaning(school: DemoSchool) {
  const chance = school.chance('cleaning');
  const known = areas.filter((area) => demoPlaces.some(({ name }) => name === area));
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const rounds = days.filter((day) => weekdayOf(day) === 1 || weekdayOf(day) === 4);
  const left = rounds.filter((day) => weekdayOf(day) === 4).at(-2);
  return rounds
    .filter((day) => day !== left)
    .flatMap((day) =>
      known.map((area) => {
        const check = weekdayOf(day) === 4;
        const bad = check && chance.percent(7);
        return {
          day,
          kind: check ? ('check' as const) : ('bigClean' as const),
          area,
          cleaner: cleaners[area] ?? '宋秋菊',
          ...(check ? { checker: '周敏' } : {}),
          result: bad ? ('failed' as const) : ('passed' as const),
          ...(bad ? { found: chance.pick(problems), mended: plusDays(day, 1) } : {}),
        };
      }),
    );
}
