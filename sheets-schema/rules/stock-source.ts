import { nameAt, nameKey, rowsByName } from '../calculations/named-rows.ts';
import { catalogueOf, changeOf, itemOf, quantityOf, valuation } from '../calculations/stock.ts';
import { countedName } from '../calculations/stocktaking.ts';
import type { Finding } from '../finding.ts';
import { type Row, textAt, valueAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { clip, written } from '../wording.ts';
import { notBeyond } from './not-beyond.ts';

/** What an entry of the ledger brings in or takes out, when it goes one of some ways. */
function moved(world: World, ...directions: readonly string[]) {
  const catalogue = catalogueOf(world.rows('items'));
  return (row: Row): number | undefined =>
    directions.includes(textAt(row, 'direction')) ? changeOf(row, catalogue) : undefined;
}

/** No more goes into stock than was accepted: a delivery that was rejected stays out (A5b). */
export function stockedBeyondAccepted<const K extends string>(rule: {
  readonly link: K;
  readonly at: K;
  readonly direction: K;
}): Rule<K> {
  return notBeyond({
    link: rule.link,
    to: 'receipts',
    at: rule.at,
    columns: [rule.direction],
    reads: ['items'],
    amounts: (world) => moved(world, 'in'),
    allowed: (world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return (receipt) => quantityOf(receipt, catalogue, 'accepted') ?? 0;
    },
    message: (_row, sum, accepted) =>
      accepted === 0
        ? { zh: '这批没有验收合格，不能入库', en: 'None of this was accepted: keep it out' }
        : {
            zh: `验收合格 ${written(accepted)}，入库 ${written(sum)}，请核对`,
            en: `${written(accepted)} accepted, ${written(sum)} stocked: check`,
          },
  });
}

/** No more is issued than was asked for; what came back counts against it (A3b). */
export function issuedBeyondAsked<const K extends string>(rule: {
  readonly link: K;
  readonly at: K;
  readonly direction: K;
}): Rule<K> {
  return notBeyond({
    link: rule.link,
    to: 'requisitions',
    at: rule.at,
    columns: [rule.direction],
    reads: ['items'],
    amounts: (world) => {
      const change = moved(world, 'out', 'return');
      return (row) => {
        const added = change(row);
        return added === undefined ? undefined : -added;
      };
    },
    allowed: (world) => {
      const catalogue = catalogueOf(world.rows('items'));
      return (requisition) =>
        valueAt(requisition, 'state') === 'refused' ? 0 : quantityOf(requisition, catalogue);
    },
    message: (_row, sum, asked) =>
      asked === 0
        ? { zh: '这张申领单没批，请退回或补批', en: 'This requisition was refused: take it back' }
        : {
            zh: `申领 ${written(asked)}，已发 ${written(sum)}，请核对数量`,
            en: `${written(asked)} asked for, ${written(sum)} issued: check`,
          },
  });
}

/**
 * What is worth something is asked for before it is issued (R1, R5). Small things are handed over the counter, a
 * distribution to all classes has its own list, and nothing is said while requisitions are switched off.
 */
export function issuedUnasked<const K extends string>(rule: {
  readonly at: K;
  readonly columns: readonly K[];
}): Rule<K> {
  return {
    key: 'issued-unasked',
    columns: [rule.at, ...rule.columns],
    reads: ['items', 'requisitions'],
    catches: { zh: '贵重领用没有申领单', en: 'Issued without a requisition' },
    check: (register, rows, world) => {
      if (world.register('requisitions') === undefined) return [];
      const from = world.settings.number(`${register.key}.unaskedFrom`);
      const { entries } = valuation(rows, catalogueOf(world.rows('items')));
      return rows
        .filter(
          (row) =>
            textAt(row, 'direction') === 'out' &&
            textAt(row, rule.at).trim() === '' &&
            textAt(row, 'distribution').trim() === '' &&
            valueAt(row, 'repair') === undefined &&
            (entries.get(row.id) ?? 0) >= from,
        )
        .map((row): Finding => {
          const yuan = written(Math.round(entries.get(row.id) ?? 0));
          return {
            register: register.key,
            rule: 'issued-unasked',
            row: row.id,
            column: rule.at,
            severity: 'look',
            message: {
              zh: `领用约 ${yuan} 元没有申领单，请补填`,
              en: `About ¥${yuan} issued without a requisition: name it`,
            },
          };
        });
    },
  };
}

/** An adjustment has a count behind it: its stocktake is named, and the item was counted in it (A3). */
export function adjustedUncounted<const K extends string>(rule: {
  readonly at: K;
  readonly columns: readonly K[];
}): Rule<K> {
  return {
    key: 'adjusted-uncounted',
    columns: [rule.at, ...rule.columns],
    reads: ['items', 'counts', 'stocktakes'],
    catches: { zh: '盘点调整背后没有盘点', en: 'An adjustment without a count behind it' },
    check: (register, rows, world) => {
      if (world.register('counts') === undefined) return [];
      const catalogue = catalogueOf(world.rows('items'));
      const nameOf = countedName(world.rows('items'));
      const campaigns = rowsByName(world, 'stocktakes');
      const counted = new Set(
        world
          .rows('counts')
          .map((count) => `${nameAt(count, 'stocktake')}\n${nameKey(nameOf(count))}`),
      );
      return rows.flatMap((row): Finding[] => {
        if (textAt(row, 'direction') !== 'adjustment') return [];
        const campaign = nameAt(row, rule.at);
        const item = itemOf(row, catalogue)?.name ?? textAt(row, 'item');
        if (campaigns.has(campaign) && counted.has(`${campaign}\n${nameKey(item)}`)) return [];
        return [
          {
            register: register.key,
            rule: 'adjusted-uncounted',
            row: row.id,
            column: rule.at,
            severity: 'must',
            message:
              campaign === ''
                ? { zh: '盘点调整请填是哪次盘点', en: 'Say which stocktake this is from' }
                : {
                    zh: `这次盘点没盘“${clip(item, 8)}”，请补盘点记录`,
                    en: `${item} was not counted in it: enter the count`,
                  },
          },
        ];
      });
    },
  };
}
