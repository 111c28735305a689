import { nameAt, nameKey } from '../calculations/named-rows.ts';
import { itemName } from '../calculations/stock.ts';
import { countedItems, countedName, isOver, itemsInUse } from '../calculations/stocktaking.ts';
import type { Finding } from '../finding.ts';
import { inTime, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysBetween } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';
import { clip, written } from '../wording.ts';

/** The columns of a register of counts. */
interface CountColumns<K extends string> {
  readonly campaign: K;
  readonly of: K;
  readonly code: K;
  readonly place: K;
}

/** An item is counted once at a place in a stocktake; the second count gets the finding. */
export function countedTwice<const K extends string>({
  campaign,
  of,
  code,
  place,
}: CountColumns<K>): Rule<K> {
  return {
    key: 'counted-twice',
    columns: [of, campaign, code, place],
    reads: ['items'],
    catches: { zh: '同一处盘了两次', en: 'Counted twice at one place' },
    check: (register, rows, world) => {
      const nameOf = countedName(world.rows('items'));
      const seen = new Set<string>();
      return inTime(rows, register.happened ?? campaign).flatMap((row): Finding[] => {
        const name = nameOf(row);
        if (name === '' || nameAt(row, campaign) === '') return [];
        const same = [nameAt(row, campaign), name, nameAt(row, place)].join('\n');
        if (!seen.has(same)) {
          seen.add(same);
          return [];
        }
        return [
          {
            register: register.key,
            rule: 'counted-twice',
            row: row.id,
            column: of,
            severity: 'must',
            message: {
              zh: `“${clip(name, 10)}”这里盘过了，请只留一行`,
              en: `${name} was counted here before: keep one line`,
            },
          },
        ];
      });
    },
  };
}

/**
 * Book and shelf agree once a stocktake has ended (账物相符), or the difference has its cause. Silent while it runs,
 * so that the count stays blind. The finding stands at the last count of the item.
 */
export function difference<const K extends string>(rule: {
  readonly at: K;
  readonly cause: K;
  readonly columns: readonly K[];
}): Rule<K> {
  return {
    key: 'difference',
    columns: [rule.at, rule.cause, ...rule.columns],
    reads: ['items', 'movements', 'stocktakes'],
    catches: { zh: '账物不符没写原因，或账上有没找到', en: 'A difference without a cause' },
    check: (register, rows, world) =>
      countedItems(rows, world)
        .filter(
          ({ campaign, difference: off, rows: own }) =>
            off !== 0 &&
            isOver(campaign, world) &&
            own.every((row) => textAt(row, rule.cause).trim() === ''),
        )
        .map(({ last, unit, counted, book }): Finding => {
          const [shelf, ledger] = [written(counted), written(book)];
          return {
            register: register.key,
            rule: 'difference',
            row: last.id,
            column: rule.cause,
            severity: 'must',
            message:
              counted === 0
                ? {
                    zh: `账上 ${ledger} ${clip(unit, 3)}没找到，请查清写原因`,
                    en: `${ledger} in the ledger and none found: find out why`,
                  }
                : {
                    zh: `账上 ${ledger}，实盘 ${shelf}，请写明差异原因`,
                    en: `${ledger} in the ledger, ${shelf} counted: say why`,
                  },
          };
        }),
  };
}

/**
 * No item goes uncounted for long (月月盘点). One finding a custodian, however many items it is about; silent before
 * the first count of all.
 */
export function notCountedLately<const K extends string>(rule: {
  readonly happened: K;
  readonly of: K;
}): Rule<K> {
  return {
    key: 'not-counted-lately',
    columns: [rule.happened, rule.of],
    reads: ['items'],
    catches: { zh: '物品很久没有盘点', en: 'Items not counted for long' },
    check: (register, rows, world) => {
      const most = world.settings.number(`${register.key}.staleDays`);
      const stale = sinceCount(rows, world).filter(({ days }) => days > most);
      const byCustodian = Map.groupBy(stale, ({ item }) => textAt(item, 'custodian').trim());
      return [...byCustodian].map(([custodian, own]): Finding => {
        const days = Math.max(...own.map((one) => one.days));
        return {
          register: register.key,
          rule: 'not-counted-lately',
          severity: 'look',
          about: custodian,
          message: {
            zh: `${clip(custodian, 4)}保管的${own.length}样超${most}天没盘，请盘点`,
            en: `${own.length} items of ${custodian} not counted for up to ${days} days`,
          },
        };
      });
    },
  };
}

/**
 * Days since the last count of each item in use; an item never counted has waited since the first count of all.
 * Empty before that.
 */
export function sinceCount(
  counts: readonly Row[],
  world: World,
): readonly { readonly item: Row; readonly days: number }[] {
  const items = world.rows('items');
  const nameOf = countedName(items);
  const today = dayOf(world.now);
  const last = new Map<string, LocalDate>();
  let first: LocalDate | undefined;
  for (const count of inTime(counts, 'at')) {
    const day = localDate.safeParse(textAt(count, 'at').slice(0, 10));
    if (!day.success) continue;
    first ??= day.data;
    last.set(nameKey(nameOf(count)), day.data);
  }
  if (first === undefined) return [];
  const began = first;
  return itemsInUse(items).map((item) => ({
    item,
    days: daysBetween(last.get(nameKey(itemName(item))) ?? began, today),
  }));
}
