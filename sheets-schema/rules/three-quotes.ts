import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inSequence, numberAt, type Row, textAt, valueAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';

/** 货比三家. */
const enough = 3;

/**
 * 货比三家: from an amount on, three suppliers say their price, and whoever does not take the cheapest says why
 * (R2, R5). Too few is a look while nothing is chosen and a must afterwards; it stands at the first quote written.
 *
 * @param of column with the purchase that is quoted for
 * @param supplier column with whoever quotes; twice the same counts once, without a price not at all
 * @param price column with the price of the whole
 * @param chosen yes/no column of the quote that was taken
 * @param reason column that says why a dearer one was taken
 * @param threshold from this amount on (以上含本数) three are needed, yuan
 * @param amount what the purchase is worth; asked once a purchase; `undefined` when it is not known
 * @param reads registers that `amount` reads
 */
export function threeQuotes<const K extends string>(rule: {
  readonly of: K;
  readonly supplier: K;
  readonly price: K;
  readonly chosen: K;
  readonly reason: K;
  readonly threshold: (world: World) => number;
  readonly amount: (name: string, world: World) => number | undefined;
  readonly reads?: readonly string[];
  readonly message: {
    readonly few: (name: string, suppliers: number) => Label;
    readonly dear: (name: string, price: number, cheapest: number) => Label;
  };
}): Rule<K> {
  const key = `three-quotes-${rule.of}`;
  const { message } = rule;
  return {
    key,
    columns: [rule.of, rule.supplier, rule.price, rule.chosen, rule.reason],
    reads: rule.reads ?? [],
    catches: {
      zh: '没有货比三家，或选贵的没写理由',
      en: 'Fewer than three quotes, or dearer unexplained',
    },
    check: (register, rows, world) => {
      const threshold = rule.threshold(world);
      const found = { register: register.key, rule: key };
      const tooFew = (name: string, quotes: readonly Row[]): Finding[] => {
        const [first] = quotes;
        const amount = rule.amount(name, world);
        if (first === undefined || amount === undefined || amount < threshold) return [];
        const suppliers = new Set(
          quotes
            .filter((row) => numberAt(row, rule.price) !== undefined)
            .map((row) => plain(textAt(row, rule.supplier)))
            .filter((supplier) => supplier !== ''),
        ).size;
        if (suppliers >= enough) return [];
        const decided = quotes.some((row) => valueAt(row, rule.chosen) === true);
        return [
          {
            ...found,
            row: first.id,
            column: rule.supplier,
            severity: decided ? 'must' : 'look',
            message: message.few(name, suppliers),
          },
        ];
      };
      const unexplained = (name: string, quotes: readonly Row[]): Finding[] => {
        const cheapest = Math.min(...quotes.flatMap((row) => numberAt(row, rule.price) ?? []));
        return quotes.flatMap((row): Finding[] => {
          const price = numberAt(row, rule.price) ?? cheapest;
          const explained = textAt(row, rule.reason).trim() !== '';
          if (valueAt(row, rule.chosen) !== true || explained || price <= cheapest) return [];
          return [
            {
              ...found,
              row: row.id,
              column: rule.reason,
              severity: 'must',
              message: message.dear(name, price, cheapest),
            },
          ];
        });
      };
      const purchases = Map.groupBy(inSequence(rows), (row) => plain(textAt(row, rule.of)));
      return [...purchases]
        .filter(([name]) => name !== '')
        .flatMap(([name, quotes]) => [...tooFew(name, quotes), ...unexplained(name, quotes)]);
    },
  };
}
