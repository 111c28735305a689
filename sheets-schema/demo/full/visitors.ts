import { momentOn } from '../moment.ts';
import type { Added, History } from './history.ts';
import { told } from './told.ts';

const hosts = ['七年级组', '八年级组', '九年级组', '教务处', '后勤处', '医务室', '食堂'];
const reasons = ['parent', 'parent', 'parent', 'delivery', 'repair', 'official', 'other'] as const;
/** Badges of the years before; the two months use others. */
const firstBadge = 101;

/** R3: more than 50,000 person-times at the gate; names have been deleted since. */
export function addedVisitors({ days, chance, known }: History): Added {
  const luck = chance('visitors');
  const before = known('visitors').reduce(
    (sum, { kind, people }) => sum + (kind === 'found' ? 0 : Number(people ?? 1)),
    0,
  );
  let missing = told.visitors - before;
  return days.flatMap((day, index) => {
    const quota = Math.ceil(missing / (days.length - index));
    const rows = [];
    for (let persons = 0; persons < quota; ) {
      const people = Math.min(quota - persons, luck.percent(90) ? 1 : luck.between(2, 3));
      const minutes = 425 + Math.floor((persons * 590) / quota);
      persons += people;
      rows.push({
        arrived: momentOn(day, minutes),
        kind: 'visitor',
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
