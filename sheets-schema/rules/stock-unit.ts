import { catalogueOf, factorOf } from '../calculations/stock.ts';
import type { Finding } from '../finding.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';
import { clip } from '../wording.ts';

/**
 * A quantity is in the unit of its item or in its pack. Blank is the item's own unit; an item that the
 * catalogue lacks is left to the rule for names on a list.
 *
 * @param item column with the item
 * @param unit column with the unit
 */
export function stockUnit<const K extends string>(rule: {
  readonly item: K;
  readonly unit: K;
}): Rule<K> {
  const key = `stock-unit-${rule.unit}`;
  return {
    key,
    columns: [rule.item, rule.unit],
    reads: ['items'],
    catches: { zh: '单位不是该物品的单位', en: 'A unit that the item does not have' },
    check: (register, rows, world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return rows.flatMap((row): Finding[] => {
        const item = catalogue.get(plain(textAt(row, rule.item)));
        const said = textAt(row, rule.unit);
        if (!item || factorOf(item, said) !== undefined) return [];
        const known = [item.unit, ...(item.packUnit === undefined ? [] : [item.packUnit])];
        const quoted = known.map((unit) => `“${clip(unit, 4)}”`).join('或');
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.unit,
            severity: 'must',
            message: {
              zh: `没有“${clip(said, 4)}”这个单位，请填${quoted}`,
              en: `No unit “${clip(said, 10)}”: use ${known.join(' or ')}`,
            },
          },
        ];
      });
    },
  };
}
