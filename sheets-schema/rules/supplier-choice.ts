import { nameAt, rowsByName } from '../calculations/named-rows.ts';
import type { Finding } from '../finding.ts';
import { numberAt, textAt, valueAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { monthAndDay } from '../wording.ts';

/** From the amount on at which three quotes are asked for, nothing is ordered without any quote (货比三家). */
export function boughtUnquoted<const K extends string>(rule: {
  readonly request: K;
  readonly columns: readonly K[];
}): Rule<K> {
  return {
    key: 'bought-unquoted',
    columns: [rule.request, ...rule.columns],
    reads: ['quotes'],
    catches: { zh: '满标准的采购没有询价', en: 'Ordered without any quote' },
    check: (register, rows, world) => {
      if (world.register('quotes') === undefined) return [];
      const from = world.settings.number('quotes.threeFrom');
      const quoted = new Set(world.rows('quotes').map((quote) => nameAt(quote, 'request')));
      return rows
        .filter((row) => {
          const worth = (numberAt(row, 'price') ?? 0) * (numberAt(row, 'quantity') ?? 0);
          const request = nameAt(row, rule.request);
          return (
            worth >= from &&
            valueAt(row, 'state') !== 'cancelled' &&
            request !== '' &&
            !quoted.has(request)
          );
        })
        .map(
          (row): Finding => ({
            register: register.key,
            rule: 'bought-unquoted',
            row: row.id,
            column: rule.request,
            severity: 'must',
            message: {
              zh: `满 ${from} 元没有询价，请补三家报价`,
              en: `¥${from} or more without a quote: enter three`,
            },
          }),
        );
    },
  };
}

/** Nobody buys from a supplier that is no longer used, or whose licence had ended on that day. */
export function soundSupplier<const K extends string>(rule: {
  readonly supplier: K;
  readonly ordered: K;
}): Rule<K> {
  return {
    key: 'sound-supplier',
    columns: [rule.supplier, rule.ordered],
    reads: ['suppliers'],
    catches: {
      zh: '向停用或证照过期的供应商订货',
      en: 'Bought from a supplier that should not be',
    },
    check: (register, rows, world) => {
      const suppliers = rowsByName(world, 'suppliers');
      return rows.flatMap((row): Finding[] => {
        const supplier = suppliers.get(nameAt(row, rule.supplier));
        if (!supplier) return [];
        const until = textAt(supplier, 'licenceUntil');
        const found = {
          register: register.key,
          rule: 'sound-supplier',
          row: row.id,
          column: rule.supplier,
        };
        if (valueAt(supplier, 'stopped') === true)
          return [
            {
              ...found,
              severity: 'look',
              message: { zh: '这家供应商已停用，请核对', en: 'This supplier is no longer used' },
            },
          ];
        return until !== '' && textAt(row, rule.ordered) > until
          ? [
              {
                ...found,
                severity: 'must',
                message: {
                  zh: `供应商许可证${monthAndDay(until)}已过期，请换家`,
                  en: `Its licence ended on ${until}: take another`,
                },
              },
            ]
          : [];
      });
    },
  };
}
