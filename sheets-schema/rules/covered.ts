import type { Finding } from '../finding.ts';
import { textAt, valueAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';
import { clip } from '../wording.ts';

/**
 * Every building of the places in use is named by some row of this register, itself or one of its rooms.
 * A place without a building stands for itself.
 *
 * @param area column with the place that a row covers
 */
export function covered<const K extends string>(rule: { readonly area: K }): Rule<K> {
  const key = `covered-${rule.area}`;
  return {
    key,
    columns: [rule.area],
    reads: ['places'],
    catches: { zh: '有的区域没有检查项目', en: 'An area that nobody inspects' },
    check: (register, rows, world) => {
      const places = world.rows('places');
      const buildingOf = new Map(
        places.map((place) => {
          const name = plain(textAt(place, 'name'));
          return [name, plain(textAt(place, 'building')) || name];
        }),
      );
      const named = new Set(
        rows
          .filter((row) => valueAt(row, 'stopped') !== true)
          .map((row) => buildingOf.get(plain(textAt(row, rule.area)))),
      );
      const used = places
        .filter((place) => valueAt(place, 'outOfUse') !== true)
        .map((place) => buildingOf.get(plain(textAt(place, 'name'))) ?? '');
      return [...new Set(used)]
        .filter((building) => building !== '' && !named.has(building))
        .map(
          (building): Finding => ({
            register: register.key,
            rule: key,
            severity: 'must',
            about: building,
            message: {
              zh: `${clip(building, 12)}没有检查项目，请补一行`,
              en: `Nothing is inspected in ${clip(building, 30)}: add a line`,
            },
          }),
        );
    },
  };
}
