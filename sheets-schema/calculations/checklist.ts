import { type Row, textAt, valueAt } from '../row.ts';
import { plain } from '../spelling.ts';
import type { Cadence, Recurring } from './cadence.ts';

/** How grave it is when something fails. */
export type Risk = 'low' | 'medium' | 'high';

/** A line of 检查项目 that is in use, as inspections, plan and figures need it. */
export interface ChecklistItem extends Recurring {
  readonly area: string;
  readonly risk: Risk;
}

const cadences: readonly Cadence[] = ['daily', 'weekly', 'monthly', 'term', 'preTerm'];
const risks: readonly Risk[] = ['low', 'medium', 'high'];

/** The items in use from the rows of 检查项目; a line without name or cadence is not yet one. */
export function checklistOf(rows: readonly Row[]): ChecklistItem[] {
  return rows.flatMap((row) => {
    const name = plain(textAt(row, 'name'));
    const cadence = cadences.find((one) => one === valueAt(row, 'cadence'));
    if (name === '' || cadence === undefined || valueAt(row, 'stopped') === true) return [];
    return [
      {
        name,
        cadence,
        owner: textAt(row, 'owner'),
        area: textAt(row, 'area'),
        risk: risks.find((one) => one === valueAt(row, 'risk')) ?? 'medium',
      },
    ];
  });
}
