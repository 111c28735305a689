import { exact } from '../calculations/exact.ts';
import { nameAt, rowsByName } from '../calculations/named-rows.ts';
import { supplierOf } from '../calculations/purchasing.ts';
import { catalogueOf, quantityOf } from '../calculations/stock.ts';
import type { Finding } from '../finding.ts';
import { numberAt, type Row, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { clip, written } from '../wording.ts';
import { notBeyond } from './not-beyond.ts';
import { tooOften } from './too-often.ts';

/** What was accepted and what was rejected are together what arrived. */
export function addsUp<const K extends string>(rule: {
  readonly arrived: K;
  readonly accepted: K;
  readonly rejected: K;
}): Rule<K> {
  return {
    key: 'adds-up',
    columns: [rule.arrived, rule.accepted, rule.rejected],
    reads: [],
    catches: { zh: '合格加不合格不等于到货', en: 'Accepted and rejected do not add up' },
    check: (register, rows) =>
      rows.flatMap((row): Finding[] => {
        const arrived = numberAt(row, rule.arrived);
        const accepted = numberAt(row, rule.accepted);
        if (arrived === undefined || accepted === undefined) return [];
        const sum = exact(accepted + (numberAt(row, rule.rejected) ?? 0));
        if (sum === arrived) return [];
        return [
          {
            register: register.key,
            rule: 'adds-up',
            row: row.id,
            column: rule.accepted,
            severity: 'must',
            message: {
              zh: `到货 ${written(arrived)}，合格加不合格 ${written(sum)}，请核对`,
              en: `${written(arrived)} arrived, ${written(sum)} accounted for: check`,
            },
          },
        ];
      }),
  };
}

/** Whoever bought the goods does not check them. */
export function checkedByBuyer<const K extends string>(rule: {
  readonly checkedBy: K;
  readonly order: K;
}): Rule<K> {
  return {
    key: 'checked-by-buyer',
    columns: [rule.checkedBy, rule.order],
    reads: ['orders'],
    catches: { zh: '采购人自己验收', en: 'Checked by whoever bought it' },
    check: (register, rows, world) => {
      const orders = rowsByName(world, 'orders');
      return rows
        .filter((row) => {
          const order = orders.get(nameAt(row, rule.order));
          const checker = nameAt(row, rule.checkedBy);
          return order !== undefined && checker !== '' && nameAt(order, 'buyer') === checker;
        })
        .map(
          (row): Finding => ({
            register: register.key,
            rule: 'checked-by-buyer',
            row: row.id,
            column: rule.checkedBy,
            severity: 'must',
            message: { zh: '采购人不能自己验收，请换人验收', en: 'The buyer checked it: change' },
          }),
        );
    },
  };
}

/** No more is taken than was ordered: what was accepted once it is checked, what arrived before. */
export function takenBeyondOrder<const K extends string>(rule: {
  readonly order: K;
  readonly quantity: K;
  readonly columns: readonly K[];
}): Rule<K> {
  return notBeyond({
    link: rule.order,
    to: 'orders',
    at: rule.quantity,
    columns: rule.columns,
    reads: ['items'],
    amounts: (world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return (row) =>
        quantityOf(row, catalogue, textAt(row, 'checkedBy') === '' ? 'quantity' : 'accepted');
    },
    allowed: (world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return (order) => quantityOf(order, catalogue);
    },
    message: (_row, sum, ordered) => ({
      zh: `订购 ${written(ordered)}，收下 ${written(sum)}，请核对或退回`,
      en: `${written(ordered)} ordered, ${written(sum)} taken: check or return`,
    }),
  });
}

/** A supplier whose deliveries are rejected again and again is spoken to (R2: 商品质量有偏差). */
export function failingSupplier<const K extends string>(rule: {
  readonly rejected: K;
  readonly received: K;
  readonly order: K;
}): Rule<K> {
  return tooOften({
    at: rule.rejected,
    happened: rule.received,
    columns: [rule.order],
    reads: ['orders'],
    of: (world) => {
      const nameOf = supplierOf(world);
      return (row: Row) => ((numberAt(row, rule.rejected) ?? 0) > 0 ? nameOf(row) : '');
    },
    times: (world) => world.settings.number('receipts.failTimes'),
    days: (world) => world.settings.number('receipts.failDays'),
    message: (supplier, times, days) => ({
      zh: `${clip(supplier, 9)}${days}天内${times}次不合格，请约谈`,
      en: `${supplier} failed ${times} times within ${days} days: speak to them`,
    }),
  });
}
