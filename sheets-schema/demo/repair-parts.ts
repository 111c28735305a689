import { outEntry } from '../calculations/repair-parts.ts';
import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { demoItems } from './items.ts';
import type { DemoSchool } from './school.ts';

/**
 * Parts of repairs that were done, at most a quarter of what the store never goes below.
 *
 * @param share how much of that the store gives; more than a quarter where it buys for repairs
 */
export function demoRepairParts(school: DemoSchool, share = 1 / 4): readonly Values<Columns>[] {
  const taken = new Map<string, number>();
  return school
    .rows('repairs')
    .flatMap((repair) => {
      const part = demoItems.find(
        ({ name, category }) =>
          category === 'repair' && String(repair.parts ?? '').startsWith(`${name} `),
      );
      if (repair.state !== 'done' || repair.number === undefined || !part) return [];
      const quantity = Number(/(\d+)\D*$/.exec(String(repair.parts))?.[1] ?? 1);
      const sum = (taken.get(part.name) ?? 0) + quantity;
      if (sum > part.minimum * share) return [];
      taken.set(part.name, sum);
      return [
        {
          used: repair.done,
          repair: repair.number,
          item: part.name,
          quantity,
          unit: part.unit,
          source: 'stock',
          by: repair.worker,
        },
      ];
    })
    .toSorted((a, b) => (String(a.used) < String(b.used) ? -1 : 1));
}

/** What the store issued for those parts, in their order; for one repair one piece more than was used. */
export function demoIssuedForRepairs(school: DemoSchool): readonly Values<Columns>[] {
  const repairs = school.rows('repairs');
  const parts = school.rows('repairParts');
  return parts.flatMap((part, index) => {
    const repair = repairs.findIndex(({ number }) => number === part.repair);
    if (repair < 0) return [];
    const issued = outEntry(part, school.rowId('repairs', repair));
    return [
      index === parts.length - 1 ? { ...issued, quantity: Number(part.quantity) + 1 } : issued,
    ];
  });
}
