import { numberAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { exact } from './exact.ts';
import { nameAt, rowsByName, sumsByName } from './named-rows.ts';
import { type Catalogue, catalogueOf, itemOf, quantityOf } from './stock.ts';

/** What a purchase request is expected to cost, in yuan: its estimate, else the usual price of the catalogue. */
export function requestWorth(request: Row, catalogue: Catalogue): number | undefined {
  const estimate = numberAt(request, 'estimate');
  const said = numberAt(request, 'quantity');
  if (estimate !== undefined && said !== undefined) return cents(estimate * said);
  const quantity = quantityOf(request, catalogue);
  const price = itemOf(request, catalogue)?.price;
  return quantity === undefined || price === undefined ? undefined : cents(quantity * price);
}

/** Whether a request is still to be bought or refused. */
export function isAskedFor(request: Row): boolean {
  const state = valueAt(request, 'state');
  return state === 'asked' || state === 'approved';
}

/** What was accepted of each order, in the item's own unit, by the key of its name. */
function acceptedByOrder(world: World): ReadonlyMap<string, number> {
  const catalogue = catalogueOf(world.rows('items'));
  return sumsByName(world.rows('receipts'), 'order', (receipt) =>
    quantityOf(receipt, catalogue, 'accepted'),
  );
}

/** What was accepted for each purchase request through its orders, in the item's own unit, by the key of its name. */
export function acceptedByRequest(world: World): ReadonlyMap<string, number> {
  const accepted = acceptedByOrder(world);
  return sumsByName(world.rows('orders'), 'request', (order) =>
    accepted.get(nameAt(order, 'name')),
  );
}

/** Tells whether all that was ordered has come and was accepted. */
export function hasArrived(world: World): (order: Row) => boolean {
  const catalogue = catalogueOf(world.rows('items'));
  const accepted = acceptedByOrder(world);
  return (order) => {
    const wanted = quantityOf(order, catalogue);
    return wanted !== undefined && (accepted.get(nameAt(order, 'name')) ?? 0) >= wanted;
  };
}

/** Orders that have not come whole, as the lines of a delivery to be received. */
export function linesOfOpenOrders(world: World) {
  const arrived = hasArrived(world);
  return world
    .rows('orders')
    .filter((order) => valueAt(order, 'state') === 'ordered' && !arrived(order))
    .map((order) => ({
      order: textAt(order, 'name'),
      item: textAt(order, 'item'),
      quantity: numberAt(order, 'quantity'),
      unit: textAt(order, 'unit') || undefined,
      accepted: numberAt(order, 'quantity'),
    }));
}

/** Tells whether all of a request has come and was accepted. */
export function isBought(world: World): (request: Row) => boolean {
  const catalogue = catalogueOf(world.rows('items'));
  const accepted = acceptedByRequest(world);
  return (request) =>
    (accepted.get(nameAt(request, 'name')) ?? 0) >=
    (quantityOf(request, catalogue) ?? Number.POSITIVE_INFINITY);
}

/** The supplier of a receipt, by its order; '' when there is none. */
export function supplierOf(world: World): (receipt: Row) => string {
  const orders = rowsByName(world, 'orders');
  return (receipt) => {
    const order = orders.get(nameAt(receipt, 'order'));
    return order === undefined ? '' : textAt(order, 'supplier').trim();
  };
}

/**
 * What accepted goods are worth at the price of their order, in yuan. Receipts on one invoice are paid together, so a
 * receipt with an invoice stands for all that are on it.
 */
export function worthToPay(world: World): (receipt: Row) => number | undefined {
  const orders = rowsByName(world, 'orders');
  const worth = (receipt: Row): number | undefined => {
    const order = orders.get(nameAt(receipt, 'order'));
    const price = order && numberAt(order, 'price');
    const accepted = numberAt(receipt, 'accepted');
    return price === undefined || accepted === undefined ? undefined : price * accepted;
  };
  const invoices = sumsByName(world.rows('receipts'), 'invoice', worth);
  return (receipt) => {
    const yuan = invoices.get(nameAt(receipt, 'invoice')) ?? worth(receipt);
    return yuan === undefined ? undefined : cents(exact(yuan));
  };
}

function cents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
