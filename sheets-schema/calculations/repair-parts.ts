import type { Columns } from '../columns.ts';
import { type Row, textAt, type Values, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import type { RowId } from '../values.ts';
import { exact } from './exact.ts';
import { nameAt, nameKey, rowsByName } from './named-rows.ts';
import { catalogueOf, changeOf, quantityOf } from './stock.ts';

/** What a repair took of one item by its parts, and what the store issued for it, in the item's own unit. */
export interface PartsOfRepair {
  readonly used: number;
  /** `undefined` while nothing was issued. */
  readonly issued: number | undefined;
  /** The part written last, where a finding stands. */
  readonly last: RowId;
}

export const isFromStock = (part: Row): boolean => valueAt(part, 'source') === 'stock';

/** The repair that an entry of the ledger is for: by its link, or because its purpose names the number alone. */
function repairOfEntry(world: World): (entry: Row) => RowId | undefined {
  const repairs = rowsByName(world, 'repairs');
  const ids = new Map(world.rows('repairs').map(({ id }) => [String(id), id]));
  return (entry) => ids.get(textAt(entry, 'repair')) ?? repairs.get(nameAt(entry, 'purpose'))?.id;
}

/** Parts used and issued, by repair and item. Parts whose repair, item or unit is not known are passed over. */
export function partsByRepair(
  parts: readonly Row[],
  world: World,
): ReadonlyMap<string, PartsOfRepair> {
  const catalogue = catalogueOf(world.rows('items'));
  const repairs = rowsByName(world, 'repairs');
  const forRepair = repairOfEntry(world);
  const issued = new Map<string, number>();
  for (const entry of world.rows('movements')) {
    const repair = forRepair(entry);
    const change = changeOf(entry, catalogue);
    if (repair === undefined || change === undefined) continue;
    const same = `${repair}\n${nameAt(entry, 'item')}`;
    issued.set(same, exact((issued.get(same) ?? 0) - change));
  }
  const found = new Map<string, PartsOfRepair>();
  for (const part of parts.filter(isFromStock)) {
    const repair = repairs.get(nameAt(part, 'repair'));
    const quantity = quantityOf(part, catalogue);
    if (repair === undefined || quantity === undefined) continue;
    const same = `${repair.id}\n${nameAt(part, 'item')}`;
    const before = found.get(same)?.used ?? 0;
    found.set(same, {
      used: exact(before + quantity),
      issued: issued.get(same),
      last: part.id,
    });
  }
  return found;
}

/** A part from the store goes out of stock, unless something was issued for that repair already. */
export function issuedForRepair(
  part: Row,
  world: World,
): readonly { readonly part: string; readonly values: Values<Columns> }[] {
  const repair = rowsByName(world, 'repairs').get(nameAt(part, 'repair'));
  const quantity = quantityOf(part, catalogueOf(world.rows('items')));
  const by = textAt(part, 'by');
  if (!isFromStock(part) || !repair || by === '' || textAt(part, 'used') === '') return [];
  if (quantity === undefined || quantity <= 0) return [];
  const forRepair = repairOfEntry(world);
  const item = nameKey(textAt(part, 'item'));
  const isThere = world
    .rows('movements')
    .some((entry) => nameAt(entry, 'item') === item && forRepair(entry) === repair.id);
  return isThere ? [] : [{ part: 'out', values: outEntry(part.values, repair.id) }];
}

/** The entry of the ledger for a part of a repair. */
export function outEntry(part: Values<Columns>, repair: RowId): Values<Columns> {
  return {
    happened: part.used,
    direction: 'out',
    item: part.item,
    quantity: part.quantity,
    ...(part.unit === undefined ? {} : { unit: part.unit }),
    recipient: part.by,
    department: '维修班',
    purpose: part.repair,
    handledBy: part.by,
    repair,
  };
}
