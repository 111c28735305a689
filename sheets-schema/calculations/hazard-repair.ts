import type { Columns } from '../columns.ts';
import { momentAt, type Row, textAt, type Values, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { nameAt, nameKey } from './named-rows.ts';

/** A hazard that is for the repair team becomes a repair that names it, unless one does already. */
export function repairOfHazard(
  hazard: Row,
  world: World,
): readonly { readonly part: string; readonly values: Values<Columns> }[] {
  const [number, place, what] = ['number', 'place', 'what'].map((name) => textAt(hazard, name));
  const reported = momentAt(hazard, 'reported');
  if (valueAt(hazard, 'toRepair') !== true || !number || !place || !what || !reported) return [];
  const key = nameKey(number);
  if (world.rows('repairs').some((repair) => nameAt(repair, 'hazard') === key)) return [];
  const reporter = textAt(hazard, 'reporter');
  return [
    {
      part: 'repair',
      values: {
        reported,
        place,
        fault: what,
        urgent: textAt(hazard, 'risk') === 'high' ? 'urgent' : 'normal',
        ...(reporter === '' ? {} : { reporter }),
        state: 'received',
        hazard: number,
      },
    },
  ];
}
