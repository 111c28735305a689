import { plusDays } from '../../time.ts';
import { momentOn } from '../moment.ts';
import type { Added, History } from './history.ts';
import { told } from './told.ts';

const hosts = ['七年级组', '八年级组', '九年级组', '教务处', '后勤处', '医务室', '食堂'];
const reasons = ['parent', 'parent', 'parent', 'delivery', 'repair', 'official', 'other'] as const;
const names = ['秦先生', '倪女士', '聂师傅', '盛女士', '童先生', '向女士', '冉师傅', '梅先生'];
/** Names of so many days are kept; those before have been deleted. */
const namesKept = 30;
/** Badges beside those of the school's everyday. */
const firstBadge = 101;

/** R3: more than 50,000 person-times at the gate, as many on every school day. */
export function addedVisitors({ school, chance, known }: History): Added {
  const luck = chance('visitors');
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const kept = plusDays(school.today, -namesKept);
  const before = known.reduce(
    (sum, { kind, people }) => sum + (kind === 'found' ? 0 : Number(people ?? 1)),
    0,
  );
  let missing = told.visitors - before;
  return days.flatMap((day, index) => {
    const quota = Math.ceil(missing / (days.length - index));
    const rows = [];
    for (let persons = 0; persons < quota; ) {
      const people = Math.min(quota - persons, luck.percent(97) ? 1 : luck.between(2, 3));
      const minutes = 425 + Math.floor((persons * 590) / quota);
      persons += people;
      rows.push({
        arrived: momentOn(day, minutes),
        kind: 'visitor',
        ...(day > kept ? { name: luck.pick(names) } : {}),
        reason: luck.pick(reasons),
        host: luck.pick(hosts),
        badge: String(firstBadge + rows.length),
        ...(people > 1 ? { people } : {}),
        left: momentOn(day, minutes + luck.between(10, 60)),
        badgeBack: true,
      });
    }
    missing -= quota;
    return rows;
  });
}
