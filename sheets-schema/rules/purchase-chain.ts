import { nameAt, rowsByName } from '../calculations/named-rows.ts';
import { acceptedByRequest, hasArrived, isAskedFor, isBought } from '../calculations/purchasing.ts';
import { balances, catalogueOf, itemOf, quantityOf } from '../calculations/stock.ts';
import type { Finding } from '../finding.ts';
import { numberAt, textAt, valueAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, localDate } from '../values.ts';
import { written } from '../wording.ts';

/**
 * Nothing is hoarded (R1: 不浪费，无过多存货): what is held and all that is asked for and has not come stay within the
 * item's maximum. Requests are added up in the order in which they were written.
 */
export function overMaximum<const K extends string>(rule: {
  readonly item: K;
  readonly quantity: K;
  readonly columns: readonly K[];
}): Rule<K> {
  return {
    key: 'over-maximum',
    columns: [rule.quantity, rule.item, ...rule.columns],
    reads: ['items', 'movements', 'orders', 'receipts'],
    catches: { zh: '申购后库存超过最高', en: 'More than the stores should hold' },
    check: (register, rows, world) => {
      const catalogue = catalogueOf(world.rows('items'));
      const held = balances(world.rows('movements'), catalogue);
      const accepted = acceptedByRequest(world);
      const expected = new Map<string, number>();
      return rows
        .filter(isAskedFor)
        .toSorted((a, b) => (a.sequence < b.sequence ? -1 : 1))
        .flatMap((row): Finding[] => {
          const item = itemOf(row, catalogue);
          const asked = quantityOf(row, catalogue);
          if (!item || asked === undefined) return [];
          const open = Math.max(0, asked - (accepted.get(nameAt(row, 'name')) ?? 0));
          const before = expected.get(item.name) ?? 0;
          expected.set(item.name, before + open);
          const onHand = held.get(item.name) ?? 0;
          if (item.maximum === undefined || open === 0) return [];
          if (onHand + before + open <= item.maximum) return [];
          return [
            {
              register: register.key,
              rule: 'over-maximum',
              row: row.id,
              column: rule.quantity,
              severity: 'look',
              message: {
                zh: `现存 ${written(onHand + before)}，再买 ${written(open)} 超最高 ${written(item.maximum)}，请减`,
                en: `${written(onHand + before)} held, ${written(open)} more is over ${item.maximum}`,
              },
            },
          ];
        });
    },
  };
}

/** What was asked for is there by the day on which it is needed, or somebody chases it. */
export function boughtInTime<const K extends string>(rule: {
  readonly neededBy: K;
  readonly columns: readonly K[];
}): Rule<K> {
  return {
    key: 'bought-in-time',
    columns: [rule.neededBy, ...rule.columns],
    reads: ['items', 'orders', 'receipts'],
    catches: { zh: '过了需用日期还没到货', en: 'Past the day on which it was needed' },
    check: (register, rows, world) => {
      const bought = isBought(world);
      const today = dayOf(world.now);
      return rows
        .filter((row) => {
          const neededBy = textAt(row, rule.neededBy);
          return isAskedFor(row) && neededBy !== '' && neededBy < today && !bought(row);
        })
        .map(
          (row): Finding => ({
            register: register.key,
            rule: 'bought-in-time',
            row: row.id,
            column: rule.neededBy,
            severity: 'must',
            message: {
              zh: '需用日期已过还没到货，请催采购或改期',
              en: 'Needed before today and not here: chase it or move the day',
            },
          }),
        );
    },
  };
}

/** An order that is not whole by its day: the supplier is chased, or the order closed with what came (R5). */
export function arrivedInTime<const K extends string>(rule: {
  readonly due: K;
  readonly state: K;
  readonly columns: readonly K[];
}): Rule<K> {
  return {
    key: 'arrived-in-time',
    columns: [rule.due, rule.state, ...rule.columns],
    reads: ['items', 'receipts'],
    catches: { zh: '过了到货期没到齐，或少到就结单', en: 'Not whole by its day' },
    check: (register, rows, world) => {
      const arrived = hasArrived(world);
      const today = dayOf(world.now);
      return rows.flatMap((row): Finding[] => {
        const state = valueAt(row, rule.state);
        if (state === 'cancelled' || numberAt(row, 'quantity') === undefined || arrived(row))
          return [];
        const found = { register: register.key, rule: 'arrived-in-time', row: row.id };
        if (state === 'closed')
          return [
            {
              ...found,
              column: rule.state,
              severity: 'look',
              message: {
                zh: '验收数少于订购数就结了单，请核对',
                en: 'Closed with less than was ordered: check',
              },
            },
          ];
        const due = localDate.safeParse(textAt(row, rule.due));
        if (!due.success || due.data >= today) return [];
        return [
          {
            ...found,
            column: rule.due,
            severity: 'must',
            message: { zh: '到货期已过没到齐，请催供应商', en: 'Not whole by its day: chase it' },
          },
        ];
      });
    },
  };
}

/**
 * Nothing is ordered that nobody approved, nor from another supplier or dearer than the quote that was chosen. What
 * is urgent is ordered first and its papers follow within a day (急件先办后补).
 */
export function orderedAsDecided<const K extends string>(rule: {
  readonly request: K;
  readonly supplier: K;
  readonly price: K;
  readonly ordered: K;
}): Rule<K> {
  return {
    key: 'ordered-as-decided',
    columns: [rule.request, rule.supplier, rule.price, rule.ordered],
    reads: ['purchaseRequests', 'quotes'],
    catches: { zh: '没批就订购，或和选定报价不符', en: 'Not approved, or not as quoted' },
    check: (register, rows, world) => {
      const requests = rowsByName(world, 'purchaseRequests');
      const chosen = new Map(
        world
          .rows('quotes')
          .filter((quote) => valueAt(quote, 'chosen') === true)
          .map((quote) => [nameAt(quote, 'request'), quote]),
      );
      const yesterday = plusDays(dayOf(world.now), -1);
      return rows.flatMap((row): Finding[] => {
        const found = { register: register.key, rule: 'ordered-as-decided', row: row.id };
        const request = requests.get(nameAt(row, rule.request));
        if (!request) return [];
        const state = valueAt(request, 'state');
        const papersDue = textAt(row, rule.ordered) < yesterday;
        if (state === 'refused' || (state === 'asked' && papersDue))
          return [
            {
              ...found,
              column: rule.request,
              severity: 'must',
              message: { zh: '申购单没批就订了货，请补批', en: 'Ordered unapproved: approve it' },
            },
          ];
        const quote = chosen.get(nameAt(row, rule.request));
        if (!quote) return [];
        if (nameAt(row, rule.supplier) !== nameAt(quote, 'supplier'))
          return [
            {
              ...found,
              column: rule.supplier,
              severity: 'must',
              message: {
                zh: '不是选定的那家供应商，请核对',
                en: 'Not the supplier that was chosen',
              },
            },
          ];
        const [price, quoted] = [numberAt(row, rule.price), numberAt(quote, 'price')];
        if (price === undefined || quoted === undefined || price <= quoted) return [];
        return [
          {
            ...found,
            column: rule.price,
            severity: 'must',
            message: {
              zh: `选定报价 ${quoted} 元，订购 ${price} 元，请核对`,
              en: `Quoted ¥${quoted}, ordered at ¥${price}: check`,
            },
          },
        ];
      });
    },
  };
}
