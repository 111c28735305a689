import type { Finding } from '../finding.ts';
import { inTime, textAt, valueAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';
import { daysBetween } from '../time.ts';
import { dayOf, localDate } from '../values.ts';
import { clip } from '../wording.ts';

const roomKinds = new Set(['classroom', 'dormRoom', 'functionRoom', 'office', 'canteen']);

/**
 * Each building with rooms in use is sampled every few weeks, or the figure speaks of some buildings alone. One finding
 * a building; silent before the first sample of all.
 *
 * @param place column with the room
 * @param happened column with the day or moment
 */
export function unsampledBuilding<const K extends string>(options: {
  readonly place: K;
  readonly happened: K;
}): Rule<K> {
  return {
    key: 'unsampled-building',
    columns: [options.place, options.happened],
    reads: ['places'],
    catches: { zh: '有的楼很久没有抽查', en: 'A building not sampled for long' },
    check: (register, rows, world) => {
      if (rows.length === 0) return [];
      const most = world.settings.number(`${register.key}.buildingDays`);
      const rooms = world
        .rows('places')
        .filter((row) => roomKinds.has(textAt(row, 'kind')) && valueAt(row, 'outOfUse') !== true);
      const buildingOf = new Map(
        rooms.map((row) => [plain(textAt(row, 'name')), plain(textAt(row, 'building'))]),
      );
      const last = new Map<string, string>();
      for (const row of inTime(rows, options.happened))
        last.set(
          buildingOf.get(plain(textAt(row, options.place))) ?? '',
          textAt(row, options.happened),
        );
      const today = dayOf(world.now);
      return [...new Set(buildingOf.values())].flatMap((building): Finding[] => {
        const day = localDate.safeParse(last.get(building)?.slice(0, 10));
        if (building === '' || (day.success && daysBetween(day.data, today) <= most)) return [];
        return [
          {
            register: register.key,
            rule: 'unsampled-building',
            severity: 'look',
            about: building,
            message: {
              zh: `${clip(building, 8)}超${most}天没抽查，请抽几间`,
              en: `${building}: not sampled for ${most} days: look at some rooms`,
            },
          },
        ];
      });
    },
  };
}
