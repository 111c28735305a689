import type { Columns } from '../columns.ts';
import { numberAt, type Row, textAt, type Values, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { type LocalDateTime, localDateTime } from '../values.ts';
import { nameAt, nameKey, rowsByName } from './named-rows.ts';
import { countedItems, countedName, isOver } from './stocktaking.ts';

/** A row of the stock ledger that comes from a row of another register. */
interface Entry {
  readonly part: string;
  readonly values: Values<Columns>;
}

/** Once a stocktake is over, a difference with its cause and an approval is an adjustment, unless made already. */
export function adjustmentOf(count: Row, world: World): readonly Entry[] {
  const at = momentIn(count, 'at');
  if (textAt(count, 'approvedBy') === '' || textAt(count, 'cause') === '' || !at) return [];
  if (world.rows('movements').some((entry) => valueAt(entry, 'count') === count.id)) return [];
  const nameOf = countedName(world.rows('items'));
  const item = nameKey(nameOf(count));
  const same = world
    .rows('counts')
    .filter(
      (other) =>
        nameAt(other, 'stocktake') === nameAt(count, 'stocktake') &&
        nameKey(nameOf(other)) === item,
    );
  const [found] = countedItems(same, world);
  if (!found || found.last.id !== count.id || found.difference === 0) return [];
  if (!isOver(found.campaign, world)) return [];
  return [
    {
      part: 'adjustment',
      values: {
        happened: at,
        direction: 'adjustment',
        item: found.item,
        quantity: found.difference,
        unit: found.unit,
        stocktake: textAt(count, 'stocktake'),
        count: count.id,
        reason: textAt(count, 'cause'),
        handledBy: textAt(count, 'counter'),
      },
    },
  ];
}

/** What was accepted of a delivery goes into stock once somebody has checked it, unless it is there already. */
export function stockedFrom(receipt: Row, world: World): readonly Entry[] {
  const at = momentIn(receipt, 'received');
  const accepted = numberAt(receipt, 'accepted') ?? 0;
  const checkedBy = textAt(receipt, 'checkedBy');
  if (!at || accepted <= 0 || checkedBy === '' || textAt(receipt, 'item') === '') return [];
  if (isNamedIn(world, 'receipt', textAt(receipt, 'name'))) return [];
  const order = rowsByName(world, 'orders').get(nameAt(receipt, 'order'));
  const price = order && numberAt(order, 'price');
  return [
    {
      part: 'in',
      values: {
        happened: at,
        direction: 'in',
        item: textAt(receipt, 'item'),
        quantity: accepted,
        ...unitOf(receipt),
        ...(price === undefined ? {} : { price }),
        receipt: textAt(receipt, 'name'),
        handledBy: checkedBy,
      },
    },
  ];
}

/** What was delivered on a requisition goes out of stock, unless it is there already. */
export function issuedOn(requisition: Row, world: World): readonly Entry[] {
  const at = momentIn(requisition, 'delivered');
  const quantity = numberAt(requisition, 'given') ?? numberAt(requisition, 'quantity') ?? 0;
  const by = textAt(requisition, 'deliveredBy');
  if (!at || quantity <= 0 || by === '' || textAt(requisition, 'item') === '') return [];
  if (isNamedIn(world, 'requisition', textAt(requisition, 'name'))) return [];
  const purpose = textAt(requisition, 'purpose');
  return [
    {
      part: 'out',
      values: {
        happened: at,
        direction: 'out',
        item: textAt(requisition, 'item'),
        quantity,
        ...unitOf(requisition),
        requisition: textAt(requisition, 'name'),
        recipient: textAt(requisition, 'receivedBy') || textAt(requisition, 'requester'),
        department: textAt(requisition, 'department'),
        ...(purpose === '' ? {} : { purpose }),
        handledBy: by,
      },
    },
  ];
}

function unitOf(row: Row): { readonly unit?: string } {
  const unit = textAt(row, 'unit');
  return unit === '' ? {} : { unit };
}

function isNamedIn(world: World, column: string, name: string): boolean {
  const key = nameKey(name);
  return key === '' || world.rows('movements').some((entry) => nameAt(entry, column) === key);
}

function momentIn(row: Row, column: string): LocalDateTime | undefined {
  const moment = localDateTime.safeParse(valueAt(row, column));
  return moment.success ? moment.data : undefined;
}
