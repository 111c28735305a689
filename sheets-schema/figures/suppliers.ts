import { nameAt } from '../calculations/named-rows.ts';
import { supplierOf } from '../calculations/purchasing.ts';
import type { Breakdown } from '../figure.ts';
import { numberAt, textAt } from '../row.ts';
import { within } from './count.ts';

/**
 * The score of each supplier: of the deliveries it brought in a period, the percentage that was accepted whole.
 * Suppliers without a delivery have none.
 */
export function acceptanceOfSuppliers(): Breakdown {
  return {
    title: { zh: '各供应商到货合格率', en: 'Deliveries accepted by supplier' },
    unit: { zh: '%', en: '%' },
    split: (rows, period, world) => {
      const nameOf = supplierOf(world);
      const deliveries = Map.groupBy(
        within(world.rows('receipts'), 'received', period),
        (receipt) => nameOf(receipt),
      );
      const listed = new Map(rows.map((row) => [nameAt(row, 'name'), textAt(row, 'name').trim()]));
      return [...new Set(listed.values())]
        .flatMap((name) => {
          const own = deliveries.get(name) ?? [];
          const whole = own.filter((receipt) => (numberAt(receipt, 'rejected') ?? 0) === 0);
          return name === '' || own.length === 0
            ? []
            : [{ name, value: Math.round((whole.length / own.length) * 1000) / 10 }];
        })
        .toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
    },
  };
}
