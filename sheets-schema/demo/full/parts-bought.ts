import { daysOfMonth } from '../../time.ts';
import { localDate } from '../../values.ts';
import { demoItems } from '../items.ts';
import { momentOn } from '../moment.ts';
import { paper } from '../paper.ts';
import type { Added, History } from './history.ts';

/** Parts that the repairs of a month used came into the store at its beginning. */
export function addedPartsBought({ school }: History): Added {
  const used = Map.groupBy(
    school.rows('repairParts'),
    (part) => `${String(part.used).slice(0, 7)} ${part.item}`,
  );
  return [...used].flatMap(([key, parts], place) => {
    const month = key.slice(0, 7);
    const item = demoItems.find(({ name }) => name === key.slice(8));
    const day = school
      .days()
      .find((one) => one >= daysOfMonth(month).from && one <= String(parts[0]?.used));
    if (item === undefined || day === undefined) return [];
    return [
      {
        happened: momentOn(localDate.parse(day), 470 + (place % 12)),
        direction: 'in',
        item: item.name,
        quantity: parts.reduce((sum, { quantity }) => sum + Number(quantity), 0),
        unit: item.unit,
        price: item.price,
        receipt: paper('YS', day, 100 + place, item.name),
        handledBy: '丁小军',
      },
    ];
  });
}
